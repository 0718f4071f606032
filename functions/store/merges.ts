import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Merge } from '../domain/merge.ts';
import { type ContactNews, contactNewsWrite } from './contacts.ts';
import { mergeKey } from './keys.ts';
import { getItem, type Table } from './table.ts';
import { write } from './write.ts';

/** How many contacts can be shown as one person; more would be a mistake that somebody should undo. */
const MOST_LINKED = 20;

/** What was ever proposed about a contact (A40). */
export async function listMerges(table: Table, contactId: string): Promise<Merge[]> {
  const { pk, sk: prefix } = mergeKey(contactId, '');
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => Merge.parse(item));
}

/** The merge of two contacts (A40). */
export function getMerge(table: Table, [a, b]: readonly [string, string]): Promise<Merge | undefined> {
  return getItem(table, mergeKey(a, b), Merge);
}

/**
 * Saves a merge on the side of both contacts, over the version that it was decided on, and announces it; `false` when somebody else
 * decided meanwhile (A40, A41).
 */
export async function putMerge(table: Table, merge: Merge, news: ContactNews): Promise<boolean> {
  const [a, b] = merge.contactIds;
  const version = merge.version + 1;
  const sides = [mergeKey(a, b), mergeKey(b, a)].map((key) => ({
    Put: {
      Item: { ...key, ...merge, version },
      ConditionExpression: merge.version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(merge.version > 0 && { ExpressionAttributeValues: { ':version': merge.version } }),
    },
  }));
  const refused = await write(table, [...sides, contactNewsWrite(a, `${merge.id} ${version}`, news)]);
  return refused.length === 0;
}

/** The ids of the contacts that are the same person as one, itself left out, however many links lie between (A40). */
export async function linkedContacts(table: Table, contactId: string): Promise<string[]> {
  const known = new Set([contactId]);
  let edge = [contactId];
  while (edge.length > 0 && known.size < MOST_LINKED) {
    const merges = (await Promise.all(edge.map((id) => listMerges(table, id)))).flat();
    const linked = merges.filter(({ state }) => state === 'merged').flatMap(({ contactIds }) => contactIds);
    edge = [...new Set(linked)].filter((id) => !known.has(id));
    for (const id of edge) known.add(id);
  }
  known.delete(contactId);
  return [...known];
}
