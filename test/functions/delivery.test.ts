import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { xEdge } from '../../functions/channels/x/edge.ts';
import { answerChallenge, readDelivery } from '../../functions/delivery.ts';
import type { HttpRequest } from '../../functions/shell.ts';

const body = Buffer.from('{"for_user_id":"1","tweet_delete_events":[]}');
const signatureWith = (key: string, bytes = body) =>
  `sha256=${createHmac('sha256', key).update(bytes).digest('base64')}`;

const aRequest = (changes: Partial<HttpRequest>): HttpRequest => ({
  method: 'POST',
  path: '/webhooks/x',
  parameters: {},
  query: {},
  headers: {},
  body,
  traceId: 'trace-1',
  claims: {},
  ...changes,
});

/** Secrets that hold `old` until somebody doubts them, and `fresh` from then on. */
function rotated(old: string, fresh: string) {
  const asked: boolean[] = [];
  return {
    asked,
    of: async (_channel: string, doubted = false) => {
      asked.push(doubted);
      return { signingKeys: [doubted ? fresh : old] };
    },
  };
}

describe('readDelivery', () => {
  it('reads a delivery that the known key signed, without asking for a newer one', async () => {
    const secrets = rotated('old', 'fresh');
    await readDelivery(
      xEdge,
      aRequest({ headers: { 'x-twitter-webhooks-signature': signatureWith('old') } }),
      secrets,
    );
    expect(secrets.asked).toEqual([false]);
  });

  it('reads a delivery that was signed with a key rotated in since', async () => {
    const secrets = rotated('old', 'fresh');
    const headers = { 'x-twitter-webhooks-signature': signatureWith('fresh') };
    await expect(readDelivery(xEdge, aRequest({ headers }), secrets)).resolves.toBeInstanceOf(Array);
    expect(secrets.asked).toEqual([false, true]);
  });

  const large = Buffer.alloc(1_000_001, 32);
  it.each([
    { name: 'no signature', request: aRequest({}), status: 401 },
    {
      name: 'the signature of another body',
      request: aRequest({
        headers: { 'x-twitter-webhooks-signature': signatureWith('old', Buffer.from('{}')) },
      }),
      status: 401,
    },
    {
      name: 'a signed body that is not JSON',
      request: aRequest({
        body: Buffer.from('nonsense'),
        headers: { 'x-twitter-webhooks-signature': signatureWith('old', Buffer.from('nonsense')) },
      }),
      status: 400,
    },
    {
      name: 'more than a megabyte, signed or not',
      request: aRequest({
        body: large,
        headers: { 'x-twitter-webhooks-signature': signatureWith('old', large) },
      }),
      status: 413,
    },
  ])('refuses $name', async ({ request, status }) => {
    await expect(readDelivery(xEdge, request, rotated('old', 'fresh'))).rejects.toMatchObject({ status });
  });
});

describe('answerChallenge', () => {
  it('answers a CRC with the channel’s key', async () => {
    const request = aRequest({ method: 'GET', query: { crc_token: 'word' } });
    const answer = await answerChallenge(xEdge, request, rotated('old', 'fresh'));
    const token = `sha256=${createHmac('sha256', 'old').update('word').digest('base64')}`;
    expect(answer).toMatchObject({ status: 200, body: JSON.stringify({ response_token: token }) });
  });

  it('refuses a query that asks nothing', async () => {
    const request = aRequest({ method: 'GET', query: {} });
    await expect(answerChallenge(xEdge, request, rotated('old', 'fresh'))).rejects.toMatchObject({
      status: 400,
    });
  });
});
