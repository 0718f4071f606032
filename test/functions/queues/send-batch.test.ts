import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { batchesOf, type Outgoing, sendBatch } from '../../../functions/queues/send-batch.ts';
import { type Asked, type AwsJson, startAwsJson } from '../aws-json.ts';
import { openTestQueue } from './queue-server.ts';

const Request = z.object({
  QueueUrl: z.string(),
  Entries: z.array(z.looseObject({ Id: z.string(), MessageBody: z.string() })),
});

let closeLater: { close(): Promise<void> } | undefined;
afterEach(async () => {
  await closeLater?.close();
  closeLater = undefined;
});

const bodiesIn = ({ input }: Asked) => Request.parse(input).Entries.map(({ MessageBody }) => MessageBody);
const messages = (count: number): Outgoing[] =>
  Array.from({ length: count }, (_, n) => ({ body: `message ${n}` }));

/** SQS that refuses, in each request, the messages that the test names for it. */
async function queueRefusing(refused: (bodies: string[], request: number) => string[]) {
  let request = 0;
  const fake: AwsJson = await startAwsJson((asked) => {
    const { Entries } = Request.parse(asked.input);
    const bad = refused(bodiesIn(asked), request);
    request += 1;
    const isBad = ({ MessageBody }: { MessageBody: string }) => bad.includes(MessageBody);
    return {
      body: {
        Successful: Entries.filter((entry) => !isBad(entry)).map(({ Id, MessageBody }) => ({
          Id,
          MessageId: Id,
          MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
        })),
        Failed: Entries.filter(isBad).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
      },
    };
  });
  closeLater = fake;
  return { fake, client: new SQSClient(fake.client) };
}

describe('sendBatch', () => {
  it('sends ten at a time, in their order, with group, deduplication and delay where there are some', async () => {
    const { fake, client } = await queueRefusing(() => []);
    await sendBatch(client, 'http://q', [
      { body: 'a', group: 'g', dedup: 'd' },
      { body: 'b', delay: 17 },
      ...messages(21),
    ]);
    expect(fake.asked.map((asked) => bodiesIn(asked).length)).toEqual([10, 10, 3]);
    expect(fake.asked.flatMap(bodiesIn)).toEqual(['a', 'b', ...messages(21).map(({ body }) => body)]);
    expect(Request.parse(fake.asked[0]?.input).Entries.slice(0, 3)).toEqual([
      { Id: '0', MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' },
      { Id: '1', MessageBody: 'b', DelaySeconds: 17 },
      { Id: '2', MessageBody: 'message 0' },
    ]);
  });

  it('asks nothing when there is nothing to send', async () => {
    const { fake, client } = await queueRefusing(() => []);
    await sendBatch(client, 'http://q', []);
    expect(fake.asked).toEqual([]);
  });

  it('sends again what was refused with a 200, and only that', async () => {
    const { fake, client } = await queueRefusing(
      (_, request) => [['message 1', 'message 4'], ['message 4'], []][request] ?? [],
    );
    await sendBatch(client, 'http://q', messages(5));
    expect(fake.asked.map(bodiesIn)).toEqual([
      messages(5).map(({ body }) => body),
      ['message 1', 'message 4'],
      ['message 4'],
    ]);
  });

  it('throws when some are refused again and again, and says how many and why', async () => {
    const { fake, client } = await queueRefusing(() => ['message 2']);
    await expect(sendBatch(client, 'http://q', messages(15))).rejects.toThrow(
      'SQS refused 1 of 10 messages 3 times: InternalError.',
    );
    expect(fake.asked).toHaveLength(3);
  });

  it('throws when SQS is not there', async () => {
    const { fake, client } = await queueRefusing(() => []);
    await fake.close();
    closeLater = undefined;
    await expect(sendBatch(client, 'http://q', messages(1))).rejects.toThrow();
  });

  it('gets everything into a real queue, once per deduplication id, in order within a group', async () => {
    const queue = await openTestQueue('inbound.fifo');
    closeLater = queue;
    const sent = Array.from({ length: 25 }, (_, n) => ({
      body: `message ${n}`,
      group: `group-${n % 3}`,
      dedup: `event-${n % 3}-${n % 20}`,
    }));
    await sendBatch(queue.client, queue.url, sent);
    await sendBatch(queue.client, queue.url, sent);
    const received = await queue.receive();
    for (const group of ['group-0', 'group-1', 'group-2']) {
      const expected = sent.filter(
        (message, n) =>
          message.group === group && !sent.slice(0, n).some(({ dedup }) => dedup === message.dedup),
      );
      expect(received.filter((message) => message.group === group)).toEqual(expected);
    }
  });
});

describe('batchesOf', () => {
  const sizes = (...kilobytes: number[]) => kilobytes.map((size) => ({ body: 'x'.repeat(size * 1024) }));
  const rows = [
    { name: 'nothing makes no batch', messages: sizes(), expected: [] },
    { name: 'ten fit into one', messages: messages(10), expected: [10] },
    { name: 'eleven do not', messages: messages(11), expected: [10, 1] },
    { name: 'a mebibyte fits exactly', messages: sizes(512, 512), expected: [2] },
    { name: 'more than a mebibyte is cut', messages: sizes(512, 512, 1), expected: [2, 1] },
    { name: 'a large one goes alone', messages: sizes(1, 1024, 1), expected: [1, 1, 1] },
    {
      name: 'bytes count, not characters',
      messages: [{ body: '語'.repeat(200_000) }, { body: '語'.repeat(200_000) }],
      expected: [1, 1],
    },
  ];

  it.each(rows)('$name', ({ messages: given, expected }) => {
    const batches = batchesOf(given);
    expect(batches.map(({ length }) => length)).toEqual(expected);
    expect(batches.flat()).toEqual(given);
  });
});
