import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { viewsOf } from '../domain/counted-views.ts';
import { eventData } from '../domain/events.ts';
import { getConversation } from './conversations.ts';
import type { CounterCondition, Counting } from './counters.ts';
import { outboxKey } from './keys.ts';
import { orderedIdFloor, shardOf } from './ordered-id.ts';
import { fenceKey, recountKey } from './recount-keys.ts';
import { getItem, type Table } from './table.ts';
import type { Write } from './write.ts';

/*
 * How a recount and the moves of conversations that are tallied around it keep out of each other's way.
 *
 * A recount counts each conversation as it finds it, at some version: its fence. A move that led to a version within the fence is in
 * the count already; one that led beyond it is not. So that nobody has to ask this for every move ever after, each counter says until
 * which instant it was recounted (`recountedTo`), and only moves from before that instant are held against the fences. While the
 * count goes on, counters stand still and moves wait in their queue.
 */

/** Over how many items the fences are spread, so that each stays well below what an item may hold. */
export const FENCE_SHARDS = 32;

/** How the latest recount went (A95). What moved before `from` is in its count; what moves after `to` is not. */
const Recount = z.object({
  state: z.enum(['counting', 'done', 'failed']),
  startedAt: z.string(),
  /** When a count that nobody ended counts as failed. */
  until: z.string(),
  from: z.string(),
  to: z.optional(z.string()),
});
export type Recount = z.infer<typeof Recount>;

const Fences = z.object({ versions: z.record(z.string(), z.number()) });

/** The latest recount; undefined before the first (A95). */
export function getRecount(table: Table): Promise<Recount | undefined> {
  return getItem(table, recountKey, Recount);
}

/** What counters say while a recount is under way: later than any instant, and whose it is. */
export const standingStill = ({ startedAt }: Pick<Recount, 'startedAt'>): string => `9999 ${startedAt}`;

/** Which of the items of fences a conversation's is in. */
export const fenceShardOf = (conversationId: string): number => shardOf(conversationId, FENCE_SHARDS);

/** Holds for counters that were not recounted after a move was made. */
export const isMovedSince = (at: string): CounterCondition => ({
  expression: 'attribute_not_exists(recountedTo) OR recountedTo < :movedAt',
  values: { ':movedAt': at },
});

/** Holds for counters as a recount left them. */
const isLeftBy = (recount: Recount): CounterCondition => ({
  expression: 'attribute_not_exists(recountedTo) OR recountedTo IN (:to, :still)',
  values: { ':to': recount.to ?? standingStill(recount), ':still': standingStill(recount) },
});

/** A move of a conversation between views, as far as a recount has to know it. */
interface Moved {
  conversationId: string;
  /** Of the conversation, after the move; unknown of moves that were announced before versions were told. */
  version?: number | undefined;
  at: string;
  changes: readonly Counting[];
}

/** What is still to be counted of a move, on what condition, and what else has to be written with it. */
export interface Remaining {
  changes: readonly Counting[];
  condition: CounterCondition;
  fence?: Write;
}

/**
 * What is still to be counted of a move from around a recount (A95, A96): nothing where the count holds it; all of it where it does
 * not. A conversation that the count has not seen at all, such as a new one, is counted as a whole, and has a fence from then on.
 * @throws Error while the recount is under way; the move comes again
 */
export async function remainingOf(table: Table, moved: Moved, now: string): Promise<Remaining> {
  const recount = await getRecount(table);
  if (!recount) throw new Error('A counter was recounted, and nobody knows when.');
  if (recount.state === 'counting' && now < recount.until)
    throw new Error('The views are being recounted; moves between them wait.');
  const condition = isLeftBy(recount);
  const { changes, conversationId, version = 0, at } = moved;
  if (recount.state !== 'done' || recount.to === undefined) return { changes, condition };
  if (at < recount.from) return { changes: [], condition };
  const key = fenceKey(fenceShardOf(conversationId));
  const fence = (await getItem(table, key, Fences))?.versions[conversationId];
  if (fence !== undefined) return { changes: version > fence ? changes : [], condition };
  const stood = await standingAt(table, conversationId, recount.to);
  return {
    changes: stood.changes,
    condition,
    fence: {
      Update: {
        Key: key,
        UpdateExpression: 'SET versions.#id = :version',
        ConditionExpression: 'attribute_not_exists(versions.#id)',
        ExpressionAttributeNames: { '#id': conversationId },
        ExpressionAttributeValues: { ':version': stood.version },
      },
    },
  };
}

const OutboxMove = z.object({ counted: z.optional(eventData['conversation.counted']) });

/** In which views a conversation stood at an instant, as what brings it there, and the version at which it was looked at. */
async function standingAt(
  table: Table,
  conversationId: string,
  at: string,
): Promise<{ changes: Counting[]; version: number }> {
  for (;;) {
    const conversation = await getConversation(table, conversationId);
    const later = await movesAfter(table, conversationId, at);
    const version = conversation?.version ?? 0;
    // Moves that came in between would be taken back from where they are not.
    if (((await getConversation(table, conversationId))?.version ?? 0) !== version) continue;
    const inViews = new Map((conversation ? viewsOf(conversation) : []).map((view) => [view, 1]));
    const add = (view: string, by: number) => inViews.set(view, (inViews.get(view) ?? 0) + by);
    for (const { left, entered } of later) {
      for (const view of left) add(view, 1);
      for (const view of entered) add(view, -1);
    }
    const changes = [...inViews].map(([view, by]) => ({ view, by })).filter(({ by }) => by !== 0);
    return { changes, version };
  }
}

/** The moves of a conversation that were made after an instant. */
async function movesAfter(table: Table, conversationId: string, at: string) {
  const from = outboxKey(conversationId, orderedIdFloor(new Date(Date.parse(at) + 1).toISOString()));
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': from.pk,
        ':from': from.sk,
        ':to': outboxKey(conversationId, '~').sk,
      },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).flatMap((item) => OutboxMove.parse(item).counted ?? []);
}
