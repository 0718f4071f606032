import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Audience } from '../domain/broadcast.ts';
import type { DeskEvent } from '../domain/events.ts';
import { Recipient, type Settled } from '../domain/recipient.ts';
import { broadcastNews, type Occasion } from './broadcasts.ts';
import { broadcastKey, progressKey, progressPrefix, recipientKey, recipientPrefix } from './keys.ts';
import { getItem, getItems, type Item, type Table } from './table.ts';
import { type Write, writeInTurn } from './write.ts';

/** One counter takes some hundred updates a second; sending is spread over this many. */
const PROGRESS_SHARDS = 8;
/** A transaction holds a hundred items. */
const PLANNED_AT_ONCE = 99;
const PAGE = 500;

/** How far a broadcast came with one audience. What is planned and in none of the others is still to come. */
export interface Progress {
  planned: number;
  sent: number;
  failed: number;
  skipped: number;
}

/**
 * Plans recipients, each once however often it is planned, and counts them (A52, A53). All are of one audience.
 * @throws Error when others keep writing the same counters; whoever planned does so again.
 */
export async function planRecipients(table: Table, recipients: Recipient[]): Promise<void> {
  for (let from = 0; from < recipients.length; from += PLANNED_AT_ONCE) {
    const some = recipients.slice(from, from + PLANNED_AT_ONCE);
    if (await planTogether(table, some)) continue;
    // Some are planned already, by somebody who stopped half-way.
    for (const one of some) await planTogether(table, [one]);
  }
}

async function planTogether(table: Table, recipients: Recipient[]): Promise<boolean> {
  const [first] = recipients;
  if (!first) return true;
  const puts = recipients.map(
    (recipient): Write => ({
      Put: { Item: recipientItem(recipient), ConditionExpression: 'attribute_not_exists(pk)' },
    }),
  );
  const refused = await writeInTurn(table, [
    ...puts,
    count(first, new Map([['planned', recipients.length]])),
  ]);
  if (refused.some(({ reason }) => reason === 'conflict')) throw busy();
  return refused.length === 0;
}

/** A recipient of a broadcast by its name (A52). */
export function getRecipient(
  table: Table,
  broadcastId: string,
  name: string,
): Promise<Recipient | undefined> {
  return getItem(table, recipientKey(broadcastId, name), Recipient);
}

/** Several recipients of a broadcast by their names (A52), without those that there are not. */
export async function getRecipients(
  table: Table,
  broadcastId: string,
  names: string[],
): Promise<Recipient[]> {
  const keys = names.map((name) => recipientKey(broadcastId, name));
  const itemOf = await getItems(table, keys);
  return keys.flatMap((key) => {
    const item = itemOf(key);
    return item ? [Recipient.parse(item)] : [];
  });
}

/** Writes a recipient if it is still as it was read (A52); false when somebody else changed it meanwhile. */
export async function claimRecipient(table: Table, before: Recipient, after: Recipient): Promise<boolean> {
  return (await writeInTurn(table, [unchanged(before, after)])).length === 0;
}

/**
 * Writes those of some recipients that are still as they were read, with one request where that holds for all (A52); what comes
 * back is what was written.
 */
export async function claimRecipients<C extends { before: Recipient; claimed: Recipient }>(
  table: Table,
  claims: C[],
): Promise<C[]> {
  const together = claims.map(({ before, claimed }) => unchanged(before, claimed));
  if ((await writeInTurn(table, together)).length === 0) return claims;
  const won = await Promise.all(claims.map(({ before, claimed }) => claimRecipient(table, before, claimed)));
  return claims.filter((_, index) => won[index]);
}

/** What became of a recipient, and how it is counted if that was the end of it. */
export interface Settlement {
  before: Recipient;
  after: Recipient;
  counted?: Settled | undefined;
}

/**
 * Writes what became of some recipients of one audience and counts them together, in one request where all are still as they were
 * read (A52, A53); what comes back is what was written.
 */
export async function settleRecipients<S extends Settlement>(
  table: Table,
  settlements: S[],
  occasion: Occasion,
): Promise<S[]> {
  const writes = settlements.map(({ before, after }) => unchanged(before, after));
  if ((await writeInTurn(table, [...writes, ...countTogether(settlements)])).length === 0) return settlements;
  const written = await Promise.all(
    settlements.map((one) => settleRecipientItem(table, one.before, one, occasion)),
  );
  return settlements.filter((_, index) => written[index]);
}

/** One counter for all: which one does not matter, as all are summed up. */
function countTogether(settlements: Settlement[]): Write[] {
  const first = settlements.find(({ counted }) => counted);
  if (!first) return [];
  const sums = new Map<Settled, number>();
  for (const { counted } of settlements) if (counted) sums.set(counted, (sums.get(counted) ?? 0) + 1);
  return [count(first.after, sums)];
}

/**
 * Writes what became of a recipient, counts it, and announces what is to be known of it, all or nothing (A52, A53, A59); false
 * when somebody else changed it meanwhile.
 */
export async function settleRecipientItem(
  table: Table,
  before: Recipient,
  { after, counted, events = [] }: { after: Recipient; counted?: Settled | undefined; events?: DeskEvent[] },
  occasion: Occasion,
): Promise<boolean> {
  const refused = await writeInTurn(table, [
    unchanged(before, after),
    ...(counted ? [count(after, new Map([[counted, 1]]))] : []),
    ...(events.length > 0 ? [broadcastNews(after.broadcastId, after.name, events, occasion)] : []),
  ]);
  if (refused.length === 0) return true;
  if (refused.some(({ index, reason }) => index === 0 && reason === 'condition')) return false;
  throw busy();
}

function busy(): Error {
  return new Error('Others kept writing the same counters of the broadcast.');
}

/** A state and a lease are never the same twice, so they tell whether anybody wrote since. */
function unchanged(before: Recipient, after: Recipient): Write {
  const { state, leasedUntil } = before;
  return {
    Put: {
      Item: recipientItem(after),
      ConditionExpression: `#state = :state AND attempts = :attempts AND looks = :looks AND attribute_not_exists(settledAt) AND ${
        leasedUntil === undefined ? 'attribute_not_exists(leasedUntil)' : 'leasedUntil = :lease'
      }`,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': state,
        ':attempts': before.attempts,
        ':looks': before.looks,
        ...(leasedUntil !== undefined && { ':lease': leasedUntil }),
      },
    },
  };
}

function recipientItem(recipient: Recipient): Item {
  return { ...recipientKey(recipient.broadcastId, recipient.name), ...recipient };
}

/** Every count is named after a column of its item. */
function count({ broadcastId, audience, name }: Recipient, sums: ReadonlyMap<keyof Progress, number>): Write {
  const columns = [...sums.keys()];
  return {
    Update: {
      Key: progressKey(broadcastId, audience, spread(name)),
      UpdateExpression: `ADD ${columns.map((column) => `#${column} :${column}`).join(', ')} SET audience = :audience`,
      ExpressionAttributeNames: Object.fromEntries(columns.map((column) => [`#${column}`, column])),
      ExpressionAttributeValues: {
        ...Object.fromEntries([...sums].map(([column, by]) => [`:${column}`, by])),
        ':audience': audience,
      },
    },
  };
}

/** Which of the counters a name belongs to. */
function spread(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_536;
  return sum % PROGRESS_SHARDS;
}

const Counter = z.object({
  audience: Audience,
  planned: z._default(z.number(), 0),
  sent: z._default(z.number(), 0),
  failed: z._default(z.number(), 0),
  skipped: z._default(z.number(), 0),
});

/** How far a broadcast came, by audience (A53). */
export async function progressOf(table: Table, broadcastId: string): Promise<Map<Audience, Progress>> {
  const { items } = await page(table, broadcastId, progressPrefix, {});
  const progress = new Map<Audience, Progress>();
  for (const item of items) {
    const { audience, ...counted } = Counter.parse(item);
    const sum = progress.get(audience) ?? { planned: 0, sent: 0, failed: 0, skipped: 0 };
    progress.set(audience, {
      planned: sum.planned + counted.planned,
      sent: sum.sent + counted.sent,
      failed: sum.failed + counted.failed,
      skipped: sum.skipped + counted.skipped,
    });
  }
  return progress;
}

/** Recipients of a broadcast, of one audience if that is named, in the order of their names (A52); `last` continues them. */
export async function listRecipients(
  table: Table,
  broadcastId: string,
  {
    audience,
    after,
    limit = PAGE,
  }: { audience?: Audience | undefined; after?: string | undefined; limit?: number },
): Promise<{ recipients: Recipient[]; last?: string | undefined }> {
  const prefix = audience === undefined ? recipientPrefix : `${recipientPrefix}${audience}#`;
  const { items, hasMore } = await page(table, broadcastId, prefix, { after, limit });
  const recipients = z.array(Recipient).parse(items);
  return { recipients, last: hasMore ? recipients.at(-1)?.name : undefined };
}

async function page(
  table: Table,
  broadcastId: string,
  prefix: string,
  { after, limit }: { after?: string | undefined; limit?: number },
): Promise<{ items: Item[]; hasMore: boolean }> {
  const { pk } = broadcastKey(broadcastId);
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
      ...(limit !== undefined && { Limit: limit }),
      ...(after !== undefined && { ExclusiveStartKey: recipientKey(broadcastId, after) }),
    }),
  );
  return { items: Items, hasMore: LastEvaluatedKey !== undefined };
}
