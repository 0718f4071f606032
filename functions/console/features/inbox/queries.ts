import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Client, withQuery } from '../../api/client.ts';
import { Page } from '../../api/row.ts';
import { type InboxQuery, inboxKey } from './inbox-query.ts';

/** How many rows one page has. */
const PAGE = 50;

/** One list, page by page. Pushes keep it current, so it is read again only after a lost connection. */
export const inboxQuery = (client: Client, query: InboxQuery) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, query],
    queryFn: ({ pageParam, signal }) =>
      client.read(
        withQuery('/api/conversations', { ...query, limit: PAGE, cursor: pageParam || undefined }),
        Page,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    staleTime: 60_000,
  });

/** Whether nobody ever wrote to this desk: no conversation is open, put off or resolved. */
export const anyConversationQuery = (client: Client) =>
  queryOptions({
    queryKey: [...inboxKey, 'none at all'],
    queryFn: async () => {
      const statuses = ['open', 'resolved', 'snoozed'];
      const pages = await Promise.all(
        statuses.map((status) => client.read(withQuery('/api/conversations', { status, limit: 1 }), Page)),
      );
      return pages.every(({ items }) => items.length === 0);
    },
  });
