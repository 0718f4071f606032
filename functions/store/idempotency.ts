import * as z from 'zod/mini';
import { idempotencyKey } from './keys.ts';
import { getItem, type Table } from './table.ts';

const Remembered = z.object({ result: z.string() });

/** What the first write with this key resulted in (A17); undefined when there was none within a day. */
export async function resultOf(table: Table, scope: string, key: string): Promise<string | undefined> {
  return (await getItem(table, idempotencyKey(scope, key), Remembered))?.result;
}
