import { Reference } from '../domain/reference.ts';
import { type Native, referenceKey } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** Where a platform's id leads (A4); undefined when nothing is known of it. */
export function getReference(table: Table, native: Native): Promise<Reference | undefined> {
  return getItem(table, referenceKey(native), Reference);
}
