import { createHmac } from 'node:crypto';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import type { ChannelSecrets } from '../../../functions/secrets.ts';
import type { HttpRequest } from '../../../functions/shell.ts';
import { type Recorded, secrets } from '../../fixtures/recorded.ts';

export const RECEIVED_AT = '2026-11-20T10:15:05.000Z';
export type Platform = 'facebook' | 'x';

/** A request to a webhook address, with nothing in it but what the fields say. */
export function webhookRequest(channel: string, fields: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'POST',
    path: `/webhooks/${channel}`,
    parameters: { channel },
    query: {},
    headers: {},
    body: Buffer.alloc(0),
    traceId: 'trace-1',
    claims: {},
    ...fields,
  };
}

/** A delivery with the very bytes and headers that were recorded. */
export function recordedDelivery(platform: Platform, { headers, body }: Recorded): HttpRequest {
  return webhookRequest(platform, { headers, body });
}

/** The headers that a platform sends with a body, signed with its key. */
export function signatureOf(platform: Platform, body: Buffer, key: string = secrets[platform]) {
  const digest = (encoding: 'hex' | 'base64') => createHmac('sha256', key).update(body).digest(encoding);
  return platform === 'x'
    ? { 'x-twitter-webhooks-signature': `sha256=${digest('base64')}` }
    : { 'x-hub-signature-256': `sha256=${digest('hex')}` };
}

/** A delivery of any body, signed as the platform does. Text is sent as UTF-8, anything else as JSON. */
export function signedDelivery(platform: Platform, content: unknown): HttpRequest {
  const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return webhookRequest(platform, { body, headers: signatureOf(platform, body) });
}

/** Secrets that never change: the test keys of the recorded payloads. */
export const testSecrets: ChannelSecrets = {
  of: async (channel) => ({
    signingKeys: [channel === 'x' ? secrets.x : secrets.facebook],
    verifyToken: 'local-verify-token',
  }),
};

/** What the webhook function works with, in memory. */
export interface WebhookDesk {
  clock: () => string;
  secrets: ChannelSecrets;
  enqueue: (messages: Outgoing[]) => Promise<void>;
  /** What is on the queue. */
  queued: Outgoing[];
}

export function webhookDesk(fields: Partial<WebhookDesk> = {}): WebhookDesk {
  const queued: Outgoing[] = [];
  return {
    clock: () => RECEIVED_AT,
    secrets: testSecrets,
    enqueue: async (messages) => void queued.push(...messages),
    queued,
    ...fields,
  };
}
