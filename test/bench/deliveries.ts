import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { signDelivery } from '../../lib/local/delivery.ts';
import { root } from './workspace.ts';

export type MeasuredChannel = 'facebook' | 'x';

/** A signed delivery with one event: somebody who never wrote before addresses us in public. */
export interface Delivery {
  body: Buffer;
  headers: Record<string, string>;
}

const demo = (path: string): string =>
  JSON.stringify(JSON.parse(readFileSync(join(root, 'test/fixtures/demo', path), 'utf8')));

/** The recorded deliveries, without white space as the platforms send them. */
const recorded = { facebook: demo('facebook/comment.json'), x: demo('x/mention.json') };
const RECORDED_AT = '2026-11-20T10:15:00.000Z';

/** The delivery of that number: another number is another message of another person. `at` is when it was written. */
export function deliveryOf(channel: MeasuredChannel, number: number, at = RECORDED_AT): Delivery {
  const digits = String(number).padStart(9, '0');
  const text =
    channel === 'x'
      ? recorded.x
          .replaceAll('2100700000000000011', `2100700000${digits}`)
          .replaceAll('1800000000000000002', `1800000001${digits}`)
          .replaceAll(RECORDED_AT, at)
      : recorded.facebook
          .replaceAll('889000000070011', `889001${digits}`)
          .replaceAll('25100000000000001', `25100001${digits}`)
          .replaceAll(String(Date.parse(RECORDED_AT) / 1000), String(Math.floor(Date.parse(at) / 1000)));
  const body = Buffer.from(text);
  return { body, headers: signDelivery(channel, body) };
}

/** A request to a webhook, as the HTTP API hands it to a function (payload format 2.0). */
export function webhookEvent(
  channel: MeasuredChannel,
  method: string,
  { body, headers }: Delivery,
  requestId: string,
): APIGatewayProxyEventV2 {
  const path = `/webhooks/${channel}`;
  const routeKey = 'ANY /webhooks/{channel}';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { ...headers, host: 'desk.example.com', 'x-forwarded-proto': 'https' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'desk.example.com',
      domainPrefix: 'desk',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'platform' },
      requestId,
      routeKey,
      stage: '$default',
      time: '20/Nov/2026:10:15:01 +0000',
      timeEpoch: Date.parse(RECORDED_AT),
    },
    pathParameters: { channel },
    body: body.toString('utf8'),
    isBase64Encoded: false,
  };
}
