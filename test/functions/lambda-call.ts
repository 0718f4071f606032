import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { recordedJson } from '../fixtures/recorded.ts';

/** What Lambda tells a function about its call. */
export const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'hark',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:hark',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

/** What a test wants to be in a request of the HTTP API. */
export interface Request {
  method?: string;
  path?: string;
  parameters?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
  authorizer?: object;
}

function has<T>(member: string) {
  return z.custom<T>((value) => typeof value === 'object' && value !== null && member in value);
}
const ProxyEvent = has<APIGatewayProxyEventV2>('requestContext');
const Batch = has<SQSEvent>('Records');

/** A request as the HTTP API hands it over, made of the recorded one. Its trace id is `trace-1`. */
export function httpEvent({
  method = 'GET',
  path = '/',
  authorizer,
  ...request
}: Request): APIGatewayProxyEventV2 {
  const recorded = ProxyEvent.parse(recordedJson('aws', 'http-api-v2-webhook-event'));
  const { parameters, query, headers = {}, body, isBase64Encoded = false } = request;
  const { body: _, pathParameters: __, ...event } = recorded;
  return {
    ...event,
    headers,
    isBase64Encoded,
    rawPath: path,
    requestContext: {
      ...recorded.requestContext,
      http: { ...recorded.requestContext.http, method, path },
      requestId: 'trace-1',
      ...(authorizer && { authorizer }),
    },
    ...(body !== undefined && { body }),
    ...(parameters && { pathParameters: parameters }),
    ...(query && { queryStringParameters: query }),
  };
}

const Result = z.object({
  statusCode: z.number(),
  headers: z._default(z.record(z.string(), z.string()), {}),
  body: z._default(z.string(), ''),
});
export type Result = z.infer<typeof Result>;

/** What a function answered to the HTTP API. */
export function resultOf(answer: unknown): Result {
  return Result.parse(answer);
}

/** A record of a queue, by the member that a test cares about. */
export interface Queued {
  id: string;
  body: string;
  group?: string;
}

/** A batch as Lambda takes it out of a queue, made of the recorded one. */
export function sqsEvent(messages: Queued[]): SQSEvent {
  const [record] = Batch.parse(recordedJson('aws', 'sqs-fifo-event-multi-group')).Records;
  if (!record) throw new Error('The recorded batch is empty.');
  return {
    Records: messages.map(({ id, body, group = 'group' }) => ({
      ...record,
      messageId: id,
      body,
      attributes: { ...record.attributes, MessageGroupId: group },
    })),
  };
}

const Failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** The ids of the messages that a function gave back. */
export function failedIn(answer: unknown): string[] {
  return Failures.parse(answer).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
