import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A function that has nothing but a client of SQS, made at its first call like the clients of ours. */

let client: SQSClient | undefined;

export async function handler({
  body,
  requestContext,
}: APIGatewayProxyEventV2): Promise<{ statusCode: number }> {
  client ??= new SQSClient({});
  if (requestContext.http.method !== 'POST') return { statusCode: 405 };
  const id = requestContext.requestId;
  const entry = { Id: '0', MessageBody: body, MessageGroupId: id, MessageDeduplicationId: id };
  await client.send(
    new SendMessageBatchCommand({ QueueUrl: process.env.INBOUND_QUEUE_URL, Entries: [entry] }),
  );
  return { statusCode: 200 };
}
