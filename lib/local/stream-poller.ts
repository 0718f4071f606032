import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoints } from './checkpoints.ts';
import { type Poller, startPoller } from './poller.ts';
import { deliverBatch, type StreamDelivery } from './stream-delivery.ts';

/** A table's stream that feeds a function. */
export interface StreamSource extends StreamDelivery {
  client: DynamoDBStreamsClient;
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
    const { Records = [], NextShardIterator } = await source.client.send(
      new GetRecordsCommand({ ShardIterator, Limit }),
      { abortSignal: signal },
    );
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
    const sequence = record.dynamodb?.SequenceNumber;
    if (sequence) source.checkpoints.write(source.functionName, source.streamArn, shardId, sequence);
  };
  await deliverBatch(source, { shardId, records, done, signal });
}

function readable(shards: Shard[], finished: Set<string>): string[] {
  const open = new Set(shards.map(({ ShardId = '' }) => ShardId).filter((id) => !finished.has(id)));
  return shards
    .filter(
      ({ ShardId = '', ParentShardId }) => open.has(ShardId) && !(ParentShardId && open.has(ParentShardId)),
    )
    .map(({ ShardId = '' }) => ShardId);
}

async function listShards({ client, streamArn }: StreamSource): Promise<Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: last }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last);
  return shards;
}

/** Where the checkpoint lies too far back to be read, the oldest record that is left comes next. */
async function openShard(source: StreamSource, shardId: string): Promise<string> {
  const { client, streamArn, checkpoints, functionName } = source;
  const position = { StreamArn: streamArn, ShardId: shardId };
  const sequence = checkpoints.read(functionName, streamArn, shardId);
  const oldest = new GetShardIteratorCommand({ ...position, ShardIteratorType: 'TRIM_HORIZON' });
  if (sequence === undefined) return iterator(source, oldest);
  const next = new GetShardIteratorCommand({
    ...position,
    ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
    SequenceNumber: sequence,
  });
  try {
    return await iterator({ client }, next);
  } catch (error) {
    if (error instanceof Error && error.name === 'TrimmedDataAccessException')
      return iterator(source, oldest);
    throw error;
  }
}

async function iterator(
  { client }: Pick<StreamSource, 'client'>,
  command: GetShardIteratorCommand,
): Promise<string> {
  const { ShardIterator } = await client.send(command);
  if (ShardIterator) return ShardIterator;
  throw new Error('The stream gave no shard iterator.');
}
