import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { namesOf } from '../domain/triage/agreement.ts';
import { Correction, type Labels } from '../domain/triage/labels.ts';
import { correctionKey, triagedKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Table } from './table.ts';

/** A counter takes about 1,000 updates a second; a busy day is spread over this many. */
const TRIAGED_SHARDS = 4;

/** Counts what was read from a message (A71). It is a statistic: a delivery that is repeated at the wrong moment may be missing. */
export async function countTriaged(table: Table, labels: Labels, at: string): Promise<void> {
  const names = namesOf(labels);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: triagedKey(at.slice(0, 10), shardOf(at, TRIAGED_SHARDS)),
      UpdateExpression: `ADD ${names.map((_, index) => `#n${index} :one`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
}

const Counted = z.record(z.string(), z.unknown());

/** How often each label was given since a day (A71). */
export async function countsSince(table: Table, day: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const item of itemsFrom(table, triagedKey(day, ''))) {
    for (const [name, value] of Object.entries(Counted.parse(item))) {
      if (typeof value === 'number') counts.set(name, (counts.get(name) ?? 0) + value);
    }
  }
  return counts;
}

/** What was corrected since a day, by when the message was said (A70). */
export async function correctionsSince(table: Table, day: string): Promise<Correction[]> {
  const corrections: Correction[] = [];
  for await (const item of itemsFrom(table, correctionKey(''))) corrections.push(Correction.parse(item));
  return corrections.filter(({ at }) => at >= day);
}

/** One page of corrections (A70), and where the next one begins. */
export async function listCorrections(
  table: Table,
  after: string | undefined,
  limit: number,
): Promise<{ corrections: Correction[]; last: string | undefined }> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': correctionKey('').pk, ':after': after ?? ' ' },
      Limit: limit,
    }),
  );
  const corrections = Items.map((item) => Correction.parse(item));
  return { corrections, last: LastEvaluatedKey ? corrections.at(-1)?.messageId : undefined };
}

async function* itemsFrom(table: Table, { pk, sk }: { pk: string; sk: string }) {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': pk, ':from': sk === '' ? ' ' : sk },
        ExclusiveStartKey: start,
      }),
    );
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}
