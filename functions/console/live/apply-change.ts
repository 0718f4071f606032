import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Detail } from '../api/detail.ts';
import type { Me } from '../api/people.ts';
import type { Page, Row } from '../api/row.ts';
import { changeCounts } from '../features/inbox/count-changes.ts';
import { type InboxQuery, inboxKey } from '../features/inbox/inbox-query.ts';
import { patchPages } from '../features/inbox/patch-pages.ts';

/** The key under which a conversation with its messages is kept, and that of the counters. */
export const detailKey = (id: string) => ['conversation', id] as const;
export const countsKey = ['counts'] as const;

/** How many conversations of late pushes are remembered, to know what a later push of them changes. */
const REMEMBERED = 500;

/** One conversation changed: every loaded list, and the conversation itself if it is open, take it over without asking the desk. */
export function applyChange(
  queries: QueryClient,
  { conversation, events }: { conversation: Row; events: readonly string[] },
  me: Me,
): void {
  applyRow(queries, conversation, me);
  // A row says nothing of messages, notes and activity. Only who has the conversation open asks for them.
  if (events.length === 0) return;
  const queryKey = detailKey(conversation.id);
  // What is on its way may have been read before the change, and is read once more even if nobody has it open yet.
  const refetchType = queries.isFetching({ queryKey }) > 0 ? 'all' : 'active';
  void queries.invalidateQueries({ queryKey, refetchType });
}

/** Puts a row that is newer than what is shown into every list, into the counters, and into the open conversation. */
export function applyRow(queries: QueryClient, row: Row, me: Me): void {
  const before = knownRow(queries, row.id);
  if (before && before.version > row.version) return;
  countChange(queries, before, row, me);
  const lists = queries.getQueriesData<InfiniteData<Page, string>>({ queryKey: inboxKey });
  for (const [key, loaded] of lists) {
    const query = queryOf(key);
    if (loaded && query) queries.setQueryData(key, patchPages(loaded, row, query, me));
  }
  queries.setQueryData<Detail>(detailKey(row.id), (detail) => (detail ? { ...detail, ...row } : detail));
  remember(row);
}

function countChange(queries: QueryClient, before: Row | undefined, row: Row, me: Me): void {
  // Who joins a desk late does not know what a conversation was before; one that has just begun was nothing.
  if (before === undefined && row.messageCount > 1) {
    refreshCountsSoon(queries);
    return;
  }
  queries.setQueryData<Record<string, unknown>>(countsKey, (counts) =>
    counts ? changeCounts(counts, before, row, me) : counts,
  );
}

/** The desk counts a moment after it tells of a change, in milliseconds. */
const COUNTED_AFTER = 3000;
let refreshing: ReturnType<typeof setTimeout> | undefined;

/** Asks for the counters once, however many changes made that necessary. */
export function refreshCountsSoon(queries: QueryClient): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => void queries.invalidateQueries({ queryKey: countsKey }), COUNTED_AFTER);
}

const latest = new Map<string, Row>();

function remember(row: Row): void {
  latest.delete(row.id);
  latest.set(row.id, row);
  const [oldest] = latest.keys();
  if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
}

/** A conversation as the page last heard of it, wherever that was. */
function knownRow(queries: QueryClient, id: string): Row | undefined {
  const rows = [latest.get(id), queries.getQueryData<Detail>(detailKey(id))];
  for (const [key, loaded] of queries.getQueriesData<InfiniteData<Page, string>>({ queryKey: inboxKey })) {
    if (loaded && queryOf(key))
      rows.push(loaded.pages.flatMap(({ items }) => items).find((row) => row.id === id));
  }
  return rows.reduce(
    (newest, row) => (row && (!newest || row.version > newest.version) ? row : newest),
    undefined,
  );
}

function queryOf([, query]: QueryKey): InboxQuery | undefined {
  return typeof query === 'object' && query !== null ? query : undefined;
}
