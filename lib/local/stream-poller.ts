import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Checkpoints } from './checkpoints.ts';
import { callEngine } from './engine-call.ts';
import { type Poller, startPoller } from './poller.ts';
import { deliverBatch, type StreamDelivery, StreamRecord } from './stream-delivery.ts';

const Shard = z.object({ ShardId: z.string(), ParentShardId: z.optional(z.string()) });
type Shard = z.infer<typeof Shard>;
const Stream = z.object({
  StreamDescription: z.object({
    Shards: z._default(z.array(Shard), []),
    LastEvaluatedShardId: z.optional(z.string()),
  }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Read = z.object({
  Records: z._default(z.array(StreamRecord), []),
  NextShardIterator: z.nullish(z.string()),
});

/** A table's stream that feeds a function. */
export interface StreamSource extends StreamDelivery {
  endpoint: string;
  checkpoints: Checkpoints;
  /** Largest number of records of one invocation. */
  batchSize: number;
  onTrouble(error: unknown): void;
}

/** Short, because every step from a message to its alert passes here; longer bit by bit while nothing happens. */
const SHORTEST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 150;
const PAUSE_STEP_MS = 5;
const READ_LIMIT = 1000;

/**
 * Reads the stream from where the function's checkpoint is, shard by shard, parents before children. A record counts as done
 * only after the function took it, so a killed runner repeats rather than loses. Batches are never held back to become full.
 */
export function pollStream(source: StreamSource): Poller {
  const finished = new Set<string>();
  const iterators = new Map<string, string>();
  let shards: Shard[] = [];
  // A shard that ends has children.
  let outdated = true;
  let pause = SHORTEST_PAUSE_MS;

  async function readShard(shardId: string, signal: AbortSignal): Promise<number> {
    const ShardIterator = iterators.get(shardId) ?? (await openShard(source, shardId));
    const Limit = Math.min(source.batchSize, READ_LIMIT);
    iterators.delete(shardId);
    const read = await call(source, 'GetRecords', { ShardIterator, Limit }, signal);
    const { Records, NextShardIterator } = Read.parse(read);
    if (Records.length > 0) await take(source, shardId, Records, signal);
    if (NextShardIterator) {
      iterators.set(shardId, NextShardIterator);
    } else {
      finished.add(shardId);
      outdated = true;
    }
    return Records.length;
  }

  return startPoller(async (signal) => {
    if (outdated) shards = await listShards(source);
    outdated = shards.length === 0;
    let read = 0;
    for (const shardId of readable(shards, finished)) read += await readShard(shardId, signal);
    pause = read > 0 ? SHORTEST_PAUSE_MS : Math.min(pause + PAUSE_STEP_MS, LONGEST_PAUSE_MS);
    if (read === 0) await sleep(pause, undefined, { signal }).catch(() => {});
  }, source.onTrouble);
}

/** Hands over what was read, and moves the checkpoint with every record that is done. */
async function take(
  source: StreamSource,
  shardId: string,
  records: StreamRecord[],
  signal: AbortSignal,
): Promise<void> {
  const done = (record: StreamRecord) => {
    const { SequenceNumber } = record.dynamodb;
    source.checkpoints.write(source.functionName, source.streamArn, shardId, SequenceNumber);
  };
  await deliverBatch(source, { shardId, records, done, signal });
}

function readable(shards: Shard[], finished: Set<string>): string[] {
  const open = new Set(shards.map(({ ShardId }) => ShardId).filter((id) => !finished.has(id)));
  return shards
    .filter(({ ShardId, ParentShardId }) => open.has(ShardId) && !(ParentShardId && open.has(ParentShardId)))
    .map(({ ShardId }) => ShardId);
}

async function listShards(source: StreamSource): Promise<Shard[]> {
  const shards: Shard[] = [];
  let ExclusiveStartShardId: string | undefined;
  do {
    const page = await call(source, 'DescribeStream', { StreamArn: source.streamArn, ExclusiveStartShardId });
    const { Shards, LastEvaluatedShardId } = Stream.parse(page).StreamDescription;
    shards.push(...Shards);
    ExclusiveStartShardId = LastEvaluatedShardId;
  } while (ExclusiveStartShardId);
  return shards;
}

/** Where the checkpoint lies too far back to be read, the oldest record that is left comes next. */
async function openShard(source: StreamSource, ShardId: string): Promise<string> {
  const { streamArn, checkpoints, functionName } = source;
  const SequenceNumber = checkpoints.read(functionName, streamArn, ShardId);
  const open = async (position: Record<string, unknown>) => {
    const answer = await call(source, 'GetShardIterator', { StreamArn: streamArn, ShardId, ...position });
    return Iterator.parse(answer).ShardIterator;
  };
  const oldest = { ShardIteratorType: 'TRIM_HORIZON' };
  if (SequenceNumber === undefined) return open(oldest);
  try {
    return await open({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber });
  } catch (error) {
    if (error instanceof Error && error.name === 'TrimmedDataAccessException') return open(oldest);
    throw error;
  }
}

function call(
  source: StreamSource,
  operation: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return callEngine(source.endpoint, `DynamoDBStreams_20120810.${operation}`, body, signal);
}
