import { removeConnection } from '../store/live-connections.ts';
import type { Table } from '../store/table.ts';
import type { DeskMessage } from './messages.ts';

/** Hands a message to one page; `gone` when the page is not connected any more. */
export type Post = (connectionId: string, message: string) => Promise<'sent' | 'gone'>;

/** How many pages are told at once. */
const AT_ONCE = 40;

/**
 * Tells pages something, and forgets those that are gone.
 * @throws Error of the first page that could not be told, after all others were
 */
export async function tellPages(
  { table, post }: { table: Table; post: Post },
  connectionIds: readonly string[],
  message: DeskMessage,
): Promise<void> {
  const text = JSON.stringify(message);
  const failures: unknown[] = [];
  const tell = async (connectionId: string) => {
    if ((await post(connectionId, text)) === 'gone') await removeConnection(table, connectionId);
  };
  for (let start = 0; start < connectionIds.length; start += AT_ONCE) {
    const told = await Promise.allSettled(connectionIds.slice(start, start + AT_ONCE).map(tell));
    for (const each of told) if (each.status === 'rejected') failures.push(each.reason);
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} of ${connectionIds.length} pages could not be told.`, {
      cause: failures[0],
    });
  }
}
