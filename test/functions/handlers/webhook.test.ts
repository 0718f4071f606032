import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { functionSettings } from '../../../functions/config.ts';
import { Reject } from '../../../functions/errors.ts';
import { receiveDelivery } from '../../../functions/handlers/webhook.ts';
import { problem } from '../../../functions/problem.ts';
import { readInboundMessage } from '../../../functions/queues/inbound-message.ts';
import { sendBatch } from '../../../functions/queues/send-batch.ts';
import { channelSecrets } from '../../../functions/secrets.ts';
import { endpoint, type HttpRequest } from '../../../functions/shell.ts';
import { recorded, recordedJson, secrets } from '../../fixtures/recorded.ts';
import { startAwsJson } from '../aws-json.ts';
import { context, httpEvent, resultOf } from '../lambda-call.ts';
import { openTestQueue } from '../queues/queue-server.ts';
import { jsonLines, outputOf } from '../standard-output.ts';
import {
  type Platform,
  RECEIVED_AT,
  recordedDelivery,
  signatureOf,
  signedDelivery,
  webhookDesk,
  webhookRequest,
} from './delivery.ts';

const platforms: Platform[] = ['facebook', 'x'];
const deliveries = platforms.flatMap((platform) =>
  recorded(platform, 'webhook').map((delivery) => ({ platform, event: delivery.event, delivery })),
);

let closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing) await one.close();
  closing = [];
});

function closeLater<T extends { close(): Promise<void> }>(one: T): T {
  closing.push(one);
  return one;
}

/** The status that a request is answered with, by the rules of the shell. */
async function statusOf(request: HttpRequest, desk = webhookDesk()): Promise<number> {
  const answer = await receiveDelivery(request, desk).catch((error) => error);
  if (answer instanceof Error) return problem(answer, request.traceId).statusCode ?? 0;
  return answer.status;
}

describe('a recorded delivery', () => {
  it.each(deliveries)(
    'of $platform is taken and on the queue before the 200: $event',
    async ({ platform, delivery }) => {
      const desk = webhookDesk();
      expect(await receiveDelivery(recordedDelivery(platform, delivery), desk)).toEqual({ status: 200 });
      expect(desk.queued.length).toBeGreaterThan(0);
      for (const { body, group, dedup } of desk.queued) {
        const arrival = { channel: platform, traceId: 'trace-1', receivedAt: RECEIVED_AT };
        expect(readInboundMessage(body)).toMatchObject(arrival);
        expect(group).toMatch(/^[!-~]{1,128}$/);
        expect(dedup).toMatch(/^[!-~]{1,128}$/);
      }
    },
  );

  it.each(deliveries)(
    'of $platform that is sent again is the same to the queue: $event',
    async ({ platform, delivery }) => {
      const [first, second] = [webhookDesk(), webhookDesk({ clock: () => '2026-11-21T00:00:00.000Z' })];
      for (const desk of [first, second]) await receiveDelivery(recordedDelivery(platform, delivery), desk);
      const keys = ({ queued }: typeof first) => queued.map(({ group, dedup }) => [group, dedup]);
      expect(keys(second)).toEqual(keys(first));
    },
  );
});

const mention = recorded('x', 'webhook').find(({ event }) => event === 'aaa-tweet-create-mention');
const comment = recorded('facebook', 'webhook').find(({ event }) => event === 'feed-comment-add');
if (!mention || !comment) throw new Error('The recorded payloads lack a mention and a comment.');
const forged = Buffer.from(mention.body.toString().replace('parcel', 'packet'));
const large = (bytes: number) => `{"for_user_id":"${'1'.repeat(bytes - '{"for_user_id":""}'.length)}"}`;

const refusals: { name: string; request: HttpRequest; status: number }[] = [
  { name: 'a signature is missing (x)', request: webhookRequest('x', { body: mention.body }), status: 401 },
  {
    name: 'a signature is missing (facebook)',
    request: webhookRequest('facebook', { body: comment.body }),
    status: 401,
  },
  {
    name: 'the body was changed by a word',
    request: webhookRequest('x', { headers: mention.headers, body: forged }),
    status: 401,
  },
  {
    name: 'it is signed with another key',
    request: webhookRequest('x', { body: mention.body, headers: signatureOf('x', mention.body, 'other') }),
    status: 401,
  },
  {
    name: 'it is signed with an empty key',
    request: webhookRequest('x', { body: mention.body, headers: signatureOf('x', mention.body, '') }),
    status: 401,
  },
  {
    name: 'it is signed by the other platform',
    request: webhookRequest('x', { body: comment.body, headers: signatureOf('facebook', comment.body) }),
    status: 401,
  },
  {
    name: 'it has a signature of the old scheme only',
    request: webhookRequest('facebook', { body: comment.body, headers: { 'x-hub-signature': 'sha1=00' } }),
    status: 401,
  },
  {
    name: 'it is malformed JSON without a signature',
    request: webhookRequest('x', { body: Buffer.from('{') }),
    status: 401,
  },
  { name: 'it is malformed JSON', request: signedDelivery('x', '{"for_user_id": my parcel'), status: 400 },
  { name: 'it is empty', request: signedDelivery('x', ''), status: 400 },
  {
    name: 'it is the envelope of the other platform (x)',
    request: signedDelivery('x', recordedJson('facebook', 'feed-comment-add')),
    status: 400,
  },
  {
    name: 'it is the envelope of the other platform (facebook)',
    request: signedDelivery('facebook', recordedJson('x', 'aaa-tweet-create-mention')),
    status: 400,
  },
  {
    name: 'it is about another object',
    request: signedDelivery('facebook', { object: 'user', entry: [] }),
    status: 400,
  },
  { name: 'it is no object (x)', request: signedDelivery('x', 'null'), status: 400 },
  { name: 'it is no object (facebook)', request: signedDelivery('facebook', '[]'), status: 400 },
  { name: 'it is larger than 1 MB', request: signedDelivery('x', large(1_000_001)), status: 413 },
  {
    name: 'it is larger than 1 MB and not signed',
    request: webhookRequest('x', { body: Buffer.alloc(1_000_001) }),
    status: 413,
  },
  { name: 'it is a PUT', request: { ...recordedDelivery('x', mention), method: 'PUT' }, status: 405 },
  { name: 'it is a DELETE', request: webhookRequest('x', { method: 'DELETE' }), status: 405 },
  {
    name: 'the channel is unknown',
    request: { ...recordedDelivery('x', mention), parameters: { channel: 'telegraph' } },
    status: 404,
  },
  {
    name: 'the channel is called like something every object has',
    request: webhookRequest('constructor'),
    status: 404,
  },
  { name: 'there is no channel', request: webhookRequest('', { parameters: {} }), status: 404 },
  { name: 'a GET is no challenge (x)', request: webhookRequest('x', { method: 'GET' }), status: 400 },
  {
    name: 'a GET is no challenge (facebook)',
    request: webhookRequest('facebook', { method: 'GET' }),
    status: 400,
  },
];

describe('a delivery is refused, and nothing is queued,', () => {
  it.each(refusals)('with $status when $name', async ({ request, status }) => {
    const desk = webhookDesk();
    expect(await statusOf(request, desk)).toBe(status);
    expect(desk.queued).toEqual([]);
  });

  it('with the methods that there are in a 405', async () => {
    const error: unknown = await receiveDelivery(webhookRequest('x', { method: 'PUT' }), webhookDesk()).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(Reject);
    expect(problem(error, 't').headers).toMatchObject({ allow: 'GET, POST' });
  });

  it('never for exactly 1 MB', async () => {
    expect(await statusOf(signedDelivery('x', large(1_000_000)))).toBe(400);
  });
});

describe('the log', () => {
  beforeAll(() => {
    for (const setting of functionSettings.webhook) vi.stubEnv(setting, 'set');
  });
  afterAll(() => void vi.unstubAllEnvs());

  /** What the whole function answers, as the HTTP API calls it, and what it writes. */
  async function called(
    { method, parameters: { channel = '' }, query, headers, body }: HttpRequest,
    desk = webhookDesk(),
  ) {
    const handler = endpoint('webhook', () => desk, receiveDelivery);
    const given = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const event = httpEvent({
      method,
      path: `/webhooks/${channel}`,
      parameters: { channel },
      headers: Object.fromEntries(given),
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? ''])),
      body: body.toString('base64'),
      isBase64Encoded: true,
    });
    let answer: unknown;
    const output = await outputOf(async () => {
      answer = await handler(event, context);
    });
    return { ...resultOf(answer), output };
  }

  it('has a number of every refusal and not a word of what was sent', async () => {
    for (const { name, request, status } of refusals) {
      const { statusCode, headers, body, output } = await called(request);
      expect(statusCode, name).toBe(status);
      expect(headers['content-type'], name).toBe('application/problem+json');
      expect(JSON.parse(body), name).toMatchObject({ status, traceId: 'trace-1' });
      expect(jsonLines(output), name).toMatchObject([{ Refused: 1, status: `${status}` }]);
      expect(output, name).not.toMatch(/parcel|packet|Okoro|larkspur/i);
    }
  });

  it('has the reason of a 5xx and not a word of what was sent', async () => {
    const enqueue = async () => {
      throw new Error('SQS is down');
    };
    const { statusCode, body, output } = await called(
      recordedDelivery('x', mention),
      webhookDesk({ enqueue }),
    );
    expect(statusCode).toBe(500);
    expect(body).not.toContain('SQS');
    expect(jsonLines(output)).toMatchObject([
      { level: 'ERROR', traceId: 'trace-1', error: { message: 'SQS is down' } },
    ]);
    expect(output).not.toMatch(/parcel|Okoro|larkspur/i);
  });

  it('has nothing of a delivery that is taken, which came as base64', async () => {
    const desk = webhookDesk();
    const { statusCode, output } = await called(recordedDelivery('x', mention), desk);
    expect([statusCode, output, desk.queued.length]).toEqual([200, '', 1]);
  });
});

describe('challenges', () => {
  const get = (channel: Platform, query: Record<string, string>) =>
    receiveDelivery(webhookRequest(channel, { method: 'GET', query }), webhookDesk());
  const hub = {
    'hub.mode': 'subscribe',
    'hub.verify_token': 'local-verify-token',
    'hub.challenge': '1158201444',
  };

  it('of Meta are answered to the letter', async () => {
    expect(await get('facebook', hub)).toEqual({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: '1158201444',
    });
  });

  it('of Meta with another token are refused', async () => {
    expect(await get('facebook', { ...hub, 'hub.verify_token': 'guess' })).toMatchObject({ status: 403 });
  });

  it('of X are signed (the vector of the fact sheet)', async () => {
    expect(await get('x', { crc_token: 'desk-crc-token-0001' })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"response_token":"sha256=XI0XShCVv7WGEW5zWuuw0Fz/pKfKVtNbLYvYj7rDokI="}',
    });
  });
});

describe('signing keys', () => {
  /** The webhook's secrets as Secrets Manager gives them out, at a time that the test sets. */
  async function rotating(first: string[]) {
    const stored = { signingKeys: first };
    const time = { now: 0 };
    const manager = closeLater(
      await startAwsJson(() => ({ body: { SecretString: JSON.stringify(stored) } })),
    );
    const source = {
      openClient: () => new SecretsManagerClient(manager.client),
      arns: '{"x":"arn:x"}',
      now: () => time.now,
    };
    return { stored, time, manager, desk: webhookDesk({ secrets: channelSecrets(source) }) };
  }
  const signedBy = (key: string) =>
    webhookRequest('x', { body: mention.body, headers: signatureOf('x', mention.body, key) });

  it('are two while they rotate: either is accepted', async () => {
    const { desk } = await rotating(['new-key', 'old-key']);
    expect(await statusOf(signedBy('new-key'), desk)).toBe(200);
    expect(await statusOf(signedBy('old-key'), desk)).toBe(200);
    expect(await statusOf(signedBy('older-key'), desk)).toBe(401);
  });

  it('that were rotated in are noticed with the first delivery that they signed', async () => {
    const { desk, stored, time } = await rotating(['old-key']);
    expect(await statusOf(signedBy('old-key'), desk)).toBe(200);
    stored.signingKeys = ['new-key'];
    time.now = 60_000;
    expect(await statusOf(signedBy('new-key'), desk)).toBe(200);
    expect(await statusOf(signedBy('old-key'), desk)).toBe(401);
  });

  it('are not read again for every forgery', async () => {
    const { desk, manager } = await rotating(['key']);
    for (let forgery = 0; forgery < 20; forgery += 1)
      expect(await statusOf(signedBy('guess'), desk)).toBe(401);
    expect(manager.asked).toHaveLength(1);
  });

  const empty = [
    { name: 'no key', signingKeys: [] },
    { name: 'an empty key', signingKeys: [''] },
  ];

  it.each(empty)(
    'that are not filled in refuse everything with a 5xx that says nothing of them: $name',
    async ({ signingKeys }) => {
      const { desk } = await rotating(signingKeys);
      const error: unknown = await receiveDelivery(signedBy(''), desk).catch((reason) => reason);
      const { statusCode, body } = problem(error, 'trace-1');
      expect(statusCode).toBe(500);
      expect(body).not.toMatch(/key|secret/i);
      expect(desk.queued).toEqual([]);
      expect(`${error}`).toMatch(/secret of the channel 'x'/);
    },
  );
});

describe('the queue', () => {
  const Request = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });
  const manyComments = (count: number, messageOf = (n: number) => `comment ${n}`) => ({
    object: 'page',
    entry: [
      {
        id: '108200000000001',
        time: 1795169700,
        changes: Array.from({ length: count }, (_, n) => ({
          field: 'feed',
          value: {
            from: { id: `2510000000000${n % 7}`, name: 'Ines Okoro' },
            item: 'comment',
            verb: 'add',
            post_id: '108200000000001_1',
            comment_id: `1_${n}`,
            parent_id: '108200000000001_1',
            created_time: 1795169700 + n,
            message: messageOf(n),
          },
        })),
      },
    ],
  });

  it('gets the refused part of a batch again, and only then the platform its 200', async () => {
    let request = 0;
    const sqs = closeLater(
      await startAwsJson(({ input }) => {
        const { Entries } = Request.parse(input);
        request += 1;
        const failed = request === 1 ? Entries.slice(2, 4) : [];
        return {
          body: {
            Successful: [],
            Failed: failed.map(({ Id }) => ({ Id, Code: 'Busy', SenderFault: false })),
          },
        };
      }),
    );
    const client = new SQSClient(sqs.client);
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(client, 'http://q', messages) });
    expect(await statusOf(signedDelivery('facebook', manyComments(5)), desk)).toBe(200);
    expect(sqs.asked.map(({ input }) => Request.parse(input).Entries.map(({ Id }) => Id))).toEqual([
      ['0', '1', '2', '3', '4'],
      ['2', '3'],
    ]);
  });

  it('that does not take a part of a delivery makes it a 5xx, so that the platform sends again', async () => {
    const sqs = closeLater(
      await startAwsJson(({ input }) => {
        const [first] = Request.parse(input).Entries;
        return { body: { Successful: [], Failed: [{ Id: first?.Id, Code: 'Busy', SenderFault: false }] } };
      }),
    );
    const client = new SQSClient(sqs.client);
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(client, 'http://q', messages) });
    expect(await statusOf(signedDelivery('facebook', manyComments(3)), desk)).toBe(500);
  });

  it('that is down makes a delivery a 5xx', async () => {
    const sqs = await startAwsJson(() => ({ body: {} }));
    await sqs.close();
    const client = new SQSClient(sqs.client);
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(client, 'http://q', messages) });
    expect(await statusOf(recordedDelivery('x', mention), desk)).toBe(500);
  });

  it('takes a batch of 1,000 updates, each in its thread, in order', async () => {
    const queue = closeLater(await openTestQueue('inbound.fifo'));
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(queue.client, queue.url, messages) });
    expect(await statusOf(signedDelivery('facebook', manyComments(1000)), desk)).toBe(200);
    const received = await queue.receive();
    expect(received).toHaveLength(1000);
    expect(new Set(received.map(({ group }) => group)).size).toBe(7);
    const Comment = z.object({ event: z.object({ value: z.object({ created_time: z.number() }) }) });
    const times = new Map<string, number>();
    for (const { body, group = '' } of received) {
      const { created_time } = Comment.parse(readInboundMessage(body).body).event.value;
      expect(created_time).toBeGreaterThan(times.get(group) ?? 0);
      times.set(group, created_time);
    }
  });

  it('takes control characters and U+FFFE, and gives them back unchanged', async () => {
    const queue = closeLater(await openTestQueue('inbound.fifo'));
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(queue.client, queue.url, messages) });
    const words = ['\u0000\u0001\u0008\u000b\u001f', 'a\uFFFEb\uFFFF', '\uD83D', '😀 \u2028'];
    const delivery = signedDelivery(
      'facebook',
      manyComments(words.length, (n) => words[n] ?? ''),
    );
    expect(await statusOf(delivery, desk)).toBe(200);
    const texts = (await queue.receive()).map(({ body }) => JSON.stringify(readInboundMessage(body)));
    for (const word of words)
      expect(
        texts.some((text) => text.includes(JSON.stringify(word).slice(1, -1))),
        JSON.stringify(word),
      ).toBe(true);
  });

  it('gets the same delivery once, however often it comes within minutes', async () => {
    const queue = closeLater(await openTestQueue('inbound.fifo'));
    const desk = webhookDesk({ enqueue: (messages) => sendBatch(queue.client, queue.url, messages) });
    for (let delivery = 0; delivery < 5; delivery += 1)
      expect(await statusOf(recordedDelivery('x', mention), desk)).toBe(200);
    expect(await queue.receive()).toHaveLength(1);
  });
});

describe('the recorded signatures', () => {
  it('are those of the test keys over the very bytes', () => {
    for (const { platform, delivery } of deliveries)
      expect(delivery.headers).toMatchObject(signatureOf(platform, delivery.body, secrets[platform]));
  });
});
