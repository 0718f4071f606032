import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { countsQuery, meQuery } from '../desk-queries.ts';
import { inboxQuery } from '../features/inbox/queries.ts';
import { viewsFor } from '../features/inbox/views.ts';

/**
 * Asks for what the first screen shows as soon as somebody is signed in, while the page is still being drawn: who they are, and the
 * list that they are about to see, if that does not depend on who they are.
 */
export function readEarly(
  queries: QueryClient,
  client: Client,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): void {
  void queries.prefetchQuery(meQuery(client));
  const id = pathname === '/' ? 'unanswered' : /^\/inbox\/([^/]+)$/.exec(pathname)?.[1];
  const view = viewsFor({ teams: [] }, [], String, []).find((one) => one.id === id);
  if (!view || search !== '') return;
  void queries.prefetchInfiniteQuery(inboxQuery(client, view.query));
  void queries.prefetchQuery(countsQuery(client));
}
