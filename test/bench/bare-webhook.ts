import { createHmac, timingSafeEqual } from 'node:crypto';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * The least that a webhook function can do, to compare ours with: it checks the signature and puts the body on the queue. It
 * knows neither channels nor events, keeps no secret fresh, and answers mistakes with a bare status.
 */

let queue: { client: SQSClient; url: string | undefined } | undefined;

export async function handler(event: APIGatewayProxyEventV2): Promise<{ statusCode: number }> {
  queue ??= { client: new SQSClient({}), url: process.env.INBOUND_QUEUE_URL };
  if (event.requestContext.http.method !== 'POST') return { statusCode: 405 };
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (!isSigned(event.headers, body)) return { statusCode: 401 };
  const id = event.requestContext.requestId;
  await queue.client.send(
    new SendMessageBatchCommand({
      QueueUrl: queue.url,
      Entries: [
        { Id: '0', MessageBody: body.toString('utf8'), MessageGroupId: id, MessageDeduplicationId: id },
      ],
    }),
  );
  return { statusCode: 200 };
}

function isSigned(headers: APIGatewayProxyEventV2['headers'], body: Buffer): boolean {
  const given = headers[process.env.SIGNATURE_HEADER ?? '']?.slice('sha256='.length) ?? '';
  const expected = createHmac('sha256', process.env.SIGNING_KEY ?? '')
    .update(body)
    .digest();
  const signature = Buffer.from(given, process.env.SIGNATURE_ENCODING === 'hex' ? 'hex' : 'base64');
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}
