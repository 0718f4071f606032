import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Conversation } from '../domain/conversation.ts';
import { getConversations } from './conversations.ts';
import { contactConversationKey } from './keys.ts';
import type { Table } from './table.ts';

const Entry = z.object({ id: z.string() });

/** A contact's latest conversations, the latest opened first (A39). */
export async function conversationsOfContact(
  table: Table,
  contactId: string,
  limit: number,
): Promise<Conversation[]> {
  const { pk, sk: prefix } = contactConversationKey(contactId, '');
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return getConversations(
    table,
    Items.map((item) => Entry.parse(item).id),
  );
}
