import { Identity } from '../domain/contact.ts';
import { identityKey } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** A person on a channel (A5). */
export function getIdentity(table: Table, channel: string, nativeId: string): Promise<Identity | undefined> {
  return getItem(table, identityKey(channel, nativeId), Identity);
}
