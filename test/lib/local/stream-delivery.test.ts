import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { deliverBatch, type StreamDelivery, type StreamRecord } from '../../../lib/local/stream-delivery.ts';

const Batch = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) })),
});
const Note = z.object({
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.number() }),
  DDBStreamBatchInfo: z.object({
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    batchSize: z.number(),
  }),
});

function record(SequenceNumber: string, at = new Date()): StreamRecord {
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber,
      ApproximateCreationDateTime: at.getTime() / 1000,
      NewImage: { data: { B: 'AQI=' } },
    },
  };
}

/** Runs records 1, 2, 3 through a delivery; `take` plays the function, and answers for the sequence numbers of a batch. */
async function run(
  settings: Partial<StreamDelivery>,
  take: (batch: string[], call: number) => unknown,
  records = ['1', '2', '3'].map((id) => record(id)),
) {
  const batches: string[][] = [];
  const events: unknown[] = [];
  const done: string[] = [];
  const notes: z.infer<typeof Note>[] = [];
  await deliverBatch(
    {
      functionName: 'publish',
      functionArn: 'arn:function',
      streamArn: 'arn:stream',
      filter: undefined,
      partial: true,
      bisect: false,
      maxRetries: 0,
      maxAgeMs: Number.POSITIVE_INFINITY,
      invoke: async (event) => {
        events.push(event);
        const batch = Batch.parse(event).Records.map((each) => each.dynamodb.SequenceNumber);
        batches.push(batch);
        return take(batch, batches.length);
      },
      giveUp: async (note) => {
        notes.push(Note.parse(JSON.parse(note)));
      },
      ...settings,
    },
    {
      shardId: 'shard',
      records,
      done: (each) => done.push(each.dynamodb?.SequenceNumber ?? ''),
      signal: new AbortController().signal,
    },
  );
  return { batches, done, events, notes };
}

const failing = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});
const refuse = () => {
  throw new Error('refused');
};

describe('delivering records of a stream', () => {
  test('a batch that is taken is done in one call', async () => {
    const { batches, done } = await run({}, () => undefined);
    expect(batches).toEqual([['1', '2', '3']]);
    expect(done.at(-1)).toBe('3');
  });

  test('a record travels as the stream has it, with the source that Lambda names', async () => {
    const at = new Date('2026-11-20T10:15:00.000Z');
    const { events } = await run({}, () => undefined, [record('1', at)]);
    expect(events).toMatchObject([
      {
        Records: [
          {
            eventSource: 'aws:dynamodb',
            eventSourceARN: 'arn:stream',
            dynamodb: { ApproximateCreationDateTime: 1795169700, NewImage: { data: { B: 'AQI=' } } },
          },
        ],
      },
    ]);
  });

  test('after a partial failure it goes on from the first record that failed', async () => {
    const { batches, done } = await run({ maxRetries: 1 }, (_batch, call) =>
      call === 1 ? failing('2') : undefined,
    );
    expect(batches).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
    expect(done.slice(0, 1)).toEqual(['1']);
  });

  test('a failing batch is halved until the spoiling record is alone, and only that one is given up', async () => {
    const { notes, done } = await run({ bisect: true }, (batch) =>
      batch.includes('2') ? refuse() : undefined,
    );
    expect(notes.map((note) => note.DDBStreamBatchInfo)).toEqual([
      { startSequenceNumber: '2', endSequenceNumber: '2', batchSize: 1 },
    ]);
    expect(new Set(done)).toEqual(new Set(['1', '2', '3']));
  });

  test('without halving, the whole batch is given up after the last retry', async () => {
    const { batches, notes } = await run({ maxRetries: 1 }, refuse);
    expect(batches).toHaveLength(2);
    expect(notes).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
        DDBStreamBatchInfo: { startSequenceNumber: '1', endSequenceNumber: '3', batchSize: 3 },
      },
    ]);
  });

  test('records that are too old are given up unseen', async () => {
    const old = record('1', new Date(0));
    const { batches, notes } = await run({ maxAgeMs: 60_000 }, () => undefined, [old, record('2')]);
    expect(batches).toEqual([['2']]);
    expect(notes).toMatchObject([{ requestContext: { condition: 'RecordAgeExceeded' } }]);
  });

  test('records that the filter does not want are done without a call', async () => {
    const { batches, done } = await run({ filter: () => false }, () => undefined);
    expect(batches).toEqual([]);
    expect(done).toEqual(['3']);
  });

  test('a function that does not report failures is taken at its word', async () => {
    const { batches } = await run({ partial: false }, () => failing('1'));
    expect(batches).toHaveLength(1);
  });

  test('what is stopped between two tries is not done', async () => {
    const stop = new AbortController();
    const done: string[] = [];
    const delivery = deliverBatch(
      {
        functionName: 'publish',
        functionArn: 'arn:function',
        streamArn: 'arn:stream',
        filter: undefined,
        partial: false,
        bisect: false,
        maxRetries: Number.POSITIVE_INFINITY,
        maxAgeMs: Number.POSITIVE_INFINITY,
        invoke: async () => {
          stop.abort();
          throw new Error('refused');
        },
        giveUp: async () => {},
      },
      { shardId: 'shard', records: [record('1')], done: () => done.push('1'), signal: stop.signal },
    );
    await expect(delivery).rejects.toThrow(/abort/i);
    expect(done).toEqual([]);
  });
});
