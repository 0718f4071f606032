import * as z from 'zod/mini';
import { region } from './intrinsics.ts';
import { localCredentials } from './local-credentials.ts';

const Failure = z.object({
  __type: z._default(z.string(), 'Error'),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
});

/** Engines look up account and region in it, and check no signature. */
const authorization = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=${localCredentials.accessKeyId}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;

/**
 * Calls an operation of a local engine in AWS's JSON protocol and returns the JSON value of its answer. The pollers do nothing
 * else all day, and what they read is what functions get, so the detour through the SDK's types is left out.
 * @param target such as `AmazonSQS.ReceiveMessage`
 * @throws Error with the name of AWS's error, such as `TrimmedDataAccessException`
 */
export async function callEngine(
  endpoint: string,
  target: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      'x-amz-date': '20260101T000000Z',
      authorization: authorization(target.startsWith('AmazonSQS') ? 'sqs' : 'dynamodb'),
    },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  const text = await answer.text();
  const value: unknown = text === '' ? {} : JSON.parse(text);
  if (answer.ok) return value;
  const { __type, message, Message } = Failure.parse(value);
  const error = new Error(message ?? Message ?? __type);
  error.name = __type.slice(__type.lastIndexOf('#') + 1);
  throw error;
}
