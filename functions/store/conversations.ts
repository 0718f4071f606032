import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Conversation } from '../domain/conversation.ts';
import { Message } from '../domain/message.ts';
import { conversationKey, messageKey, messagePrefix, outboxPrefix } from './keys.ts';
import { getItem, getItems, type Table } from './table.ts';

/** One entry of a conversation's activity: what one change announced, and who caused it. */
export const Activity = z.object({
  id: z.string(),
  conversationId: z.string(),
  at: z.string(),
  actor: z.string(),
  traceId: z.string(),
  events: z.array(z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) })),
});
export type Activity = z.infer<typeof Activity>;

/** A conversation by its id (A1). */
export function getConversation(table: Table, id: string): Promise<Conversation | undefined> {
  return getItem(table, conversationKey(id), Conversation);
}

/** Those of some conversations that there are, in the order of their ids given (A1). */
export async function getConversations(table: Table, ids: readonly string[]): Promise<Conversation[]> {
  if (ids.length === 0) return [];
  const found = await getItems(
    table,
    ids.map((id) => conversationKey(id)),
  );
  return ids.flatMap((id) => {
    const item = found(conversationKey(id));
    return item ? [Conversation.parse(item)] : [];
  });
}

/** A message by its id (A2). */
export function getMessage(table: Table, messageId: string): Promise<Message | undefined> {
  return getItem(table, messageKey(messageId), Message);
}

/** A conversation's latest messages, oldest of them first (A2). */
export function latestMessages(table: Table, conversationId: string, limit: number): Promise<Message[]> {
  return latest(table, conversationId, messagePrefix, limit, Message);
}

/** The messages before another in its conversation, oldest of them first, and whether there are earlier ones still (A2). */
export async function messagesBefore(
  table: Table,
  messageId: string,
  limit: number,
): Promise<{ messages: Message[]; hasEarlier: boolean }> {
  const { pk, sk } = messageKey(messageId);
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :before',
      ExpressionAttributeValues: { ':pk': pk, ':first': messagePrefix, ':before': sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit + 2,
    }),
  );
  const earlier = Items.map((item) => Message.parse(item)).filter(({ id }) => id !== messageId);
  return { messages: earlier.slice(0, limit).reverse(), hasEarlier: earlier.length > limit };
}

/** A message and those after it in its conversation, oldest first (A2). */
export async function messagesFrom(table: Table, messageId: string, limit: number): Promise<Message[]> {
  const { pk, sk } = messageKey(messageId);
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': `${messagePrefix}~` },
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => Message.parse(item));
}

/** A conversation's latest activity, oldest of it first (A3). */
export function latestActivity(table: Table, conversationId: string, limit: number): Promise<Activity[]> {
  return latest(table, conversationId, outboxPrefix, limit, Activity);
}

async function latest<T extends z.ZodMiniType>(
  table: Table,
  conversationId: string,
  prefix: string,
  limit: number,
  schema: T,
): Promise<z.infer<T>[]> {
  const { pk } = conversationKey(conversationId);
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return (Items ?? []).reverse().map((item) => schema.parse(item));
}
