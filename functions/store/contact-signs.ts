import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ContactSign } from '../domain/contact-sign.ts';
import { contactSignKey } from './keys.ts';
import type { Table } from './table.ts';

/** How many contacts with one sign are looked at; what more people share says nothing of any of them. */
const MOST_SHARING = 10;

const Holder = z.object({ contactId: z.string(), channel: z.string() });
/** A contact that has a sign, and the channel on which it was seen. */
export type Holder = z.infer<typeof Holder>;

/** Remembers that a contact has a sign, and tells who else has it; nobody when so many have it that it says nothing (A45). */
export async function noteSign(table: Table, sign: ContactSign, holder: Holder): Promise<Holder[]> {
  const key = contactSignKey(sign.kind, sign.value, holder.contactId);
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...key, ...holder } }));
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': key.pk },
      ConsistentRead: true,
      Limit: MOST_SHARING + 1,
    }),
  );
  if (Items.length > MOST_SHARING) return [];
  return Items.map((item) => Holder.parse(item)).filter(({ contactId }) => contactId !== holder.contactId);
}
