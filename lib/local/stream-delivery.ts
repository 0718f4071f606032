import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { failedItems } from './batch-response.ts';
import type { Matcher } from './event-pattern.ts';
import { region } from './intrinsics.ts';

/** A record as the stream has it, which is nearly how Lambda shows it. Its instant is in epoch seconds. */
export const StreamRecord = z.looseObject({
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.optional(z.number()),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

/** How records of a stream are handed to a function: the settings of its event source mapping. */
export interface StreamDelivery {
  functionName: string;
  functionArn: string;
  streamArn: string;
  /** Records that do not match are done at once. */
  filter: Matcher | undefined;
  /** Whether the function says which records failed. */
  partial: boolean;
  /** Halve a failing batch, to find the record that spoils it. */
  bisect: boolean;
  /** Tries after the first; Infinity is AWS's default. */
  maxRetries: number;
  /** Records older than this are given up; Infinity is AWS's default. */
  maxAgeMs: number;
  invoke(event: unknown): Promise<unknown>;
  /** Takes the note about records that were given up, for the on-failure queue. */
  giveUp(note: string): Promise<void>;
}

/** Records of one shard, in order. */
export interface StreamBatch {
  shardId: string;
  records: StreamRecord[];
  /** Called in order, once for each record that is done with. */
  done(record: StreamRecord): void;
  signal: AbortSignal;
}

type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Delivers until every record is taken or given up, in order, as Lambda does for a stream.
 * @throws AbortError when it is stopped in between; what is not done by then is delivered again later.
 */
export async function deliverBatch(delivery: StreamDelivery, batch: StreamBatch): Promise<void> {
  const wanted = batch.records.filter(
    (record) => !delivery.filter || delivery.filter(toLambda(record, delivery)),
  );
  if (wanted.length > 0) await deliver(delivery, { ...batch, records: wanted });
  const last = batch.records.at(-1);
  if (last) batch.done(last);
}

async function deliver(delivery: StreamDelivery, batch: StreamBatch): Promise<void> {
  let { records } = batch;
  let pause = FIRST_PAUSE_MS;
  for (let tries = 1; records.length > 0; tries += 1) {
    records = await dropTooOld(delivery, { ...batch, records }, tries);
    const left = await attempt(delivery, records);
    for (const record of records.slice(0, records.length - left.length)) batch.done(record);
    records = left;
    if (records.length === 0) return;
    if (delivery.bisect && records.length > 1) {
      const half = Math.ceil(records.length / 2);
      await deliver(delivery, { ...batch, records: records.slice(0, half) });
      return deliver(delivery, { ...batch, records: records.slice(half) });
    }
    if (tries > delivery.maxRetries) {
      await giveUp(delivery, { ...batch, records }, 'RetryAttemptsExhausted', tries);
      return;
    }
    await sleep(pause, undefined, { signal: batch.signal });
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Returns the records that are left: none after success, all after an error, else those from the first failed one on. */
async function attempt(delivery: StreamDelivery, records: StreamRecord[]): Promise<StreamRecord[]> {
  if (records.length === 0) return [];
  try {
    const answer = await delivery.invoke({ Records: records.map((record) => toLambda(record, delivery)) });
    if (!delivery.partial) return [];
    const failed = failedItems(answer, records.map(sequenceOf));
    const first = records.findIndex((record) => failed.has(sequenceOf(record)));
    return first < 0 ? [] : records.slice(first);
  } catch {
    return records;
  }
}

async function dropTooOld(
  delivery: StreamDelivery,
  batch: StreamBatch,
  tries: number,
): Promise<StreamRecord[]> {
  const oldest = Date.now() - delivery.maxAgeMs;
  const old = batch.records.filter((record) => arrivalOf(record).getTime() < oldest);
  if (old.length > 0) await giveUp(delivery, { ...batch, records: old }, 'RecordAgeExceeded', tries - 1);
  return batch.records.filter((record) => !old.includes(record));
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html for the note's form */
async function giveUp(
  delivery: StreamDelivery,
  { records, shardId, done }: StreamBatch,
  condition: Condition,
  tries: number,
): Promise<void> {
  const [first] = records;
  const last = records.at(-1);
  if (!first || !last) return;
  const note = {
    requestContext: {
      requestId: randomUUID(),
      functionArn: delivery.functionArn,
      condition,
      approximateInvokeCount: tries,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: sequenceOf(first),
      endSequenceNumber: sequenceOf(last),
      approximateArrivalOfFirstRecord: arrivalOf(first).toISOString(),
      approximateArrivalOfLastRecord: arrivalOf(last).toISOString(),
      batchSize: records.length,
      streamArn: delivery.streamArn,
    },
  };
  await delivery.giveUp(JSON.stringify(note));
  for (const record of records) done(record);
}

function sequenceOf(record: StreamRecord): string {
  return record.dynamodb.SequenceNumber;
}

function arrivalOf({ dynamodb: { ApproximateCreationDateTime } }: StreamRecord): Date {
  return ApproximateCreationDateTime === undefined
    ? new Date()
    : new Date(ApproximateCreationDateTime * 1000);
}

/** Engines write a region of their own into the record. */
function toLambda(record: StreamRecord, { streamArn }: StreamDelivery): unknown {
  return { ...record, eventSource: 'aws:dynamodb', awsRegion: region, eventSourceARN: streamArn };
}
