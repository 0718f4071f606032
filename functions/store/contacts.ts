import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Contact } from '../domain/contact.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DeskEvent } from '../domain/events.ts';
import { getConversations } from './conversations.ts';
import { contactConversationKey, contactKey, contactOutboxKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { getItem, getItems, type Item, type Table } from './table.ts';
import { type Write, write } from './write.ts';

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

/** A contact by its id (A6). */
export function getContact(table: Table, id: string): Promise<Contact | undefined> {
  return getItem(table, contactKey(id), Contact);
}

/** Those of some contacts that there are (A6). */
export async function getContacts(table: Table, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const found = await getItems(
    table,
    ids.map((id) => contactKey(id)),
  );
  return ids.flatMap((id) => {
    const item: Item | undefined = found(contactKey(id));
    return item ? [Contact.parse(item)] : [];
  });
}

/** What is announced of a contact, and who caused it. */
export interface ContactNews {
  event: DeskEvent;
  at: string;
  actor: string;
  traceId: string;
}

/** The write that announces news of a contact, to go with the write of the fact itself (A41). */
export function contactNewsWrite(contactId: string, key: string, { event, ...news }: ContactNews): Write {
  const id = orderedId(news.at, `${contactId}:${key}`);
  return { Put: { Item: { ...contactOutboxKey(contactId, id), id, ...news, events: [event] } } };
}

/** Saves what agents wrote about a contact, over the version that it was decided on; `false` when somebody else saved meanwhile (A6, A41). */
export async function putContact(table: Table, contact: Contact, news: ContactNews): Promise<boolean> {
  const version = (contact.version ?? 0) + 1;
  const saved = {
    Put: {
      Item: { ...contactKey(contact.id), ...contact, version },
      ConditionExpression:
        contact.version === undefined
          ? 'attribute_exists(pk) AND attribute_not_exists(version)'
          : 'version = :version',
      ...(contact.version !== undefined && { ExpressionAttributeValues: { ':version': contact.version } }),
    },
  };
  const refused = await write(table, [saved, contactNewsWrite(contact.id, `edit ${version}`, news)]);
  return refused.length === 0;
}
