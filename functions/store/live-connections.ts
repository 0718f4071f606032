import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import { connectionKey, lookKey } from './live-keys.ts';
import { TicketHolder } from './live-tickets.ts';
import type { Table } from './table.ts';

/** A page of an agent that is connected now. */
export const Connection = z.extend(TicketHolder, {
  connectionId: z.string(),
  /** The conversation that the page shows. */
  looksAt: z.optional(z.string()),
  /** Epoch seconds; no connection lives longer, even if nobody heard it end. */
  expiresAt: z.number(),
});
export type Connection = z.infer<typeof Connection>;

/** Somebody who looks at a conversation. */
export const Look = z.object({
  connectionId: z.string(),
  agentId: z.string(),
  name: z.string(),
  /** Epoch seconds until which the agent counts as typing. */
  typingUntil: z.optional(z.number()),
  expiresAt: z.number(),
});
export type Look = z.infer<typeof Look>;

/** Notes that a page is connected (A31). */
export async function putConnection(table: Table, connection: Connection): Promise<void> {
  const Item = { ...connectionKey(connection.connectionId), ...connection };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** Forgets a page, and that it looked at anything (A31, A32); tells what is forgotten. */
export async function removeConnection(table: Table, connectionId: string): Promise<Connection | undefined> {
  const { Attributes } = await table.client.send(
    new DeleteCommand({
      TableName: table.name,
      Key: connectionKey(connectionId),
      ReturnValues: 'ALL_OLD',
    }),
  );
  const gone = Connection.safeParse(Attributes).data;
  if (gone?.looksAt !== undefined) await removeLook(table, gone.looksAt, connectionId);
  return gone;
}

/** All pages that are connected (A31). @param now epoch seconds */
export async function listConnections(table: Table, now: number): Promise<Connection[]> {
  const found = await itemsOf(table, connectionKey('').pk);
  return found.map((item) => Connection.parse(item)).filter(({ expiresAt }) => expiresAt > now);
}

/** Whether an agent has a page open now (A31). @param now epoch seconds */
export async function isConnected(table: Table, agentId: string, now: number): Promise<boolean> {
  const found = await itemsOf(table, connectionKey('').pk, true);
  return found
    .map((item) => Connection.parse(item))
    .some((connection) => connection.agentId === agentId && connection.expiresAt > now);
}

/** Everybody who looks at a conversation (A32). @param now epoch seconds */
export async function listLooks(table: Table, conversationId: string, now: number): Promise<Look[]> {
  const found = await itemsOf(table, lookKey(conversationId, '').pk);
  return found.map((item) => Look.parse(item)).filter(({ expiresAt }) => expiresAt > now);
}

/**
 * Notes which conversation a page shows now, or none (A31, A32), and tells which one it showed before; undefined for a page that is
 * not connected.
 */
export async function moveLook(
  table: Table,
  connectionId: string,
  conversationId: string | undefined,
): Promise<{ before: string | undefined } | undefined> {
  const before = await update(table, {
    Key: connectionKey(connectionId),
    ...(conversationId === undefined
      ? { UpdateExpression: 'REMOVE looksAt' }
      : {
          UpdateExpression: 'SET looksAt = :id',
          ExpressionAttributeValues: { ':id': conversationId },
        }),
    ConditionExpression: 'attribute_exists(pk)',
    ReturnValues: 'ALL_OLD',
  });
  const connection = Connection.safeParse(before).data;
  if (!connection) return undefined;
  const { looksAt, agentId, name, expiresAt } = connection;
  if (looksAt !== undefined && looksAt !== conversationId) await removeLook(table, looksAt, connectionId);
  if (conversationId !== undefined) {
    const look: Look = { connectionId, agentId, name, expiresAt };
    const Item = { ...lookKey(conversationId, connectionId), ...look };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
  return { before: looksAt };
}

/**
 * Notes that somebody types into the conversation that the page shows, or no longer does (A32). False when that was known already,
 * so that a keystroke costs others nothing. @param now epoch seconds
 */
export async function noteTyping(
  table: Table,
  { connectionId, conversationId, typing }: { connectionId: string; conversationId: string; typing: boolean },
  now: number,
): Promise<boolean> {
  const Key = lookKey(conversationId, connectionId);
  const noted = typing
    ? await update(table, {
        Key,
        UpdateExpression: 'SET typingUntil = :until',
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(typingUntil) OR typingUntil <= :soon)',
        ExpressionAttributeValues: { ':until': now + TYPING_LASTS, ':soon': now + TYPING_LASTS / 2 },
        ReturnValues: 'UPDATED_NEW',
      })
    : await update(table, {
        Key,
        UpdateExpression: 'REMOVE typingUntil',
        ConditionExpression: 'attribute_exists(typingUntil)',
        ReturnValues: 'UPDATED_OLD',
      });
  return noted !== undefined;
}

/** Whoever said that they type counts as typing for so long, in seconds, unless they say it again or say that they stopped. */
export const TYPING_LASTS = 10;

async function removeLook(table: Table, conversationId: string, connectionId: string): Promise<void> {
  const Key = lookKey(conversationId, connectionId);
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
}

async function itemsOf(
  table: Table,
  pk: Key['pk'],
  ConsistentRead = false,
): Promise<Record<string, unknown>[]> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead,
    },
  );
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}

/** What the update returns; undefined when its condition did not hold. */
async function update(
  table: Table,
  input: Omit<UpdateCommandInput, 'TableName'>,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { Attributes = {} } = await table.client.send(
      new UpdateCommand({ TableName: table.name, ...input }),
    );
    return Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
