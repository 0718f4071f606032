import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Key, nameWordKey, wordKey } from './keys.ts';
import type { Item, Table } from './table.ts';

/** How long a word of a message finds its conversation, in seconds. */
const WORDS_KEPT = 730 * 24 * 3600;
/** How many conversations one word finds at most, the latest; and how many a beginning of a name finds. */
const MOST_BY_WORD = 500;
const MOST_BY_NAME = 200;
/** DynamoDB takes this many items in one request. */
const BATCH = 25;

/** Lets the words of a message find its conversation, one small item each (A43). Doing it again changes nothing. */
export function keepWords(
  table: Table,
  { conversationId, words, at }: { conversationId: string; words: readonly string[]; at: string },
): Promise<void> {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + WORDS_KEPT;
  return putAll(
    table,
    words.map((word) => ({ ...wordKey(word, conversationId), id: conversationId, expiresAt })),
  );
}

/** Lets the beginnings of a person's names find their conversation (A44). */
export function keepNames(
  table: Table,
  { conversationId, names }: { conversationId: string; names: readonly string[] },
): Promise<void> {
  return putAll(
    table,
    names.map((name) => ({ ...nameWordKey(name, conversationId), id: conversationId })),
  );
}

async function putAll(table: Table, items: Item[]): Promise<void> {
  let open = items.map((Item) => ({ PutRequest: { Item } }));
  while (open.length > 0) {
    const now = open.slice(0, BATCH);
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: now } }),
    );
    const left = (UnprocessedItems?.[table.name] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
    );
    open = [...left, ...open.slice(BATCH)];
  }
}

/** The ids of the conversations that all of some words find, by what was said or by who says it, the latest first (A43, A44). */
export async function findConversations(table: Table, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const found = await Promise.all(
    words.map(async (word) => {
      const [said, named] = await Promise.all([
        idsOf(table, wordKey(word, ''), { isWhole: true, limit: MOST_BY_WORD }),
        idsOf(table, nameWordKey(word, ''), { isWhole: false, limit: MOST_BY_NAME }),
      ]);
      return new Set([...said, ...named]);
    }),
  );
  const [first = new Set<string>(), ...others] = found;
  return [...first].filter((id) => others.every((ids) => ids.has(id))).sort((a, b) => (a < b ? 1 : -1));
}

const Entry = z.object({ id: z.string() });

async function idsOf(
  table: Table,
  { pk, sk }: Key,
  { isWhole, limit }: { isWhole: boolean; limit: number },
): Promise<string[]> {
  // A name is sought by its beginning, a word as a whole, of which the latest conversations count.
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: isWhole ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :beginning)',
      ExpressionAttributeValues: { ':pk': pk, ...(!isWhole && { ':beginning': sk.replace(/#$/, '') }) },
      ScanIndexForward: !isWhole,
      Limit: limit,
    }),
  );
  return Items.map((item) => Entry.parse(item).id);
}
