import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Detail } from '../api/detail.ts';
import type { Page, Row } from '../api/row.ts';
import { type InboxQuery, inboxKey, type Looking } from '../features/inbox/inbox-query.ts';
import { patchPages } from '../features/inbox/patch-pages.ts';

/** The key under which a conversation with its messages is kept. */
export const detailKey = (id: string) => ['conversation', id] as const;

/** One conversation changed: every loaded list, and the conversation itself if it is open, take it over without asking the desk. */
export function applyChange(
  queries: QueryClient,
  { conversation, events }: { conversation: Row; events: readonly string[] },
  me: Looking,
  countsKey: QueryKey,
): void {
  applyRow(queries, conversation, me);
  // A row says nothing of messages, notes and activity. Only who has the conversation open asks for them.
  if (events.length > 0) void queries.invalidateQueries({ queryKey: detailKey(conversation.id) });
  void queries.invalidateQueries({ queryKey: countsKey, refetchType: 'none' });
}

/** Puts a row that is newer than what is shown into every list, and into the open conversation. */
export function applyRow(queries: QueryClient, row: Row, me: Looking): void {
  const lists = queries.getQueriesData<InfiniteData<Page, string>>({ queryKey: inboxKey });
  for (const [key, loaded] of lists) {
    const query = queryOf(key);
    if (loaded && query) queries.setQueryData(key, patchPages(loaded, row, query, me));
  }
  queries.setQueryData<Detail>(detailKey(row.id), (detail) =>
    detail && detail.version <= row.version ? { ...detail, ...row } : detail,
  );
}

function queryOf([, query]: QueryKey): InboxQuery | undefined {
  return typeof query === 'object' && query !== null ? query : undefined;
}
