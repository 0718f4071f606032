import { Identity } from '../domain/contact.ts';
import { identityKey } from './keys.ts';
import { getItem, getItems, type Table } from './table.ts';

/** A person on a channel (A5). */
export function getIdentity(table: Table, channel: string, nativeId: string): Promise<Identity | undefined> {
  return getItem(table, identityKey(channel, nativeId), Identity);
}

/** Those of some people on channels that there are (A5). */
export async function getIdentities(
  table: Table,
  people: readonly { channel: string; nativeId: string }[],
): Promise<Identity[]> {
  if (people.length === 0) return [];
  const keys = people.map(({ channel, nativeId }) => identityKey(channel, nativeId));
  const found = await getItems(table, keys);
  return keys.flatMap((key) => {
    const item = found(key);
    return item ? [Identity.parse(item)] : [];
  });
}
