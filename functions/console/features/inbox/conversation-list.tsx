import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Row } from '../../api/row.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { colleaguesQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Failed } from '../../shell/states.tsx';
import { inbox } from '../../words/inbox.ts';
import styles from './inbox.module.css';
import { InboxRow } from './inbox-row.tsx';
import { NothingHere } from './nothing-here.tsx';
import { useOpenEarly, usePreloadedConversation } from './open-early.tsx';
import { inboxQuery } from './queries.ts';
import type { Place } from './use-views.ts';

/** Height of a row in pixels; all are alike, so that 20,000 of them need no measuring. */
const ROW = 84;
/** How many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 20;

/** The conversations of a view, most urgent first. Only the rows in sight are on the page. */
export function ConversationList({ place }: { place: Place }) {
  const { client, me } = useDesk();
  const early = useOpenEarly();
  const { data: colleagues } = useQuery(colleaguesQuery(client));
  const list = useInfiniteQuery(inboxQuery(client, place.query));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const names = useMemo(() => new Map(colleagues?.map(({ id, name }) => [id, name])), [colleagues]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, lastShown, rows.length, fetchNextPage]);
  useListKeys(rows, place, (index) => virtual.scrollToIndex(index));
  usePreloadedConversation(list.isSuccess);

  if (list.isPending) return <Waiting />;
  if (list.isError && rows.length === 0)
    return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0 && !hasNextPage) return <NothingHere place={place} />;
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul className={styles.rows} style={{ height: virtual.getTotalSize() }} aria-label={inbox.list}>
        {items.map(({ index, start, key }) => {
          const row = rows[index];
          return row ? (
            <li
              key={key}
              className={styles.slot}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={hasNextPage ? -1 : rows.length}
              aria-posinset={index + 1}
            >
              <InboxRow
                row={row}
                href={place.hrefOf(row.id)}
                open={row.id === place.openId}
                owner={ownerName(row, me, names)}
                early={early}
              />
            </li>
          ) : null;
        })}
      </ul>
      <div className={styles.foot}>{isFetchingNextPage ? inbox.loadingMore : !hasNextPage && inbox.end}</div>
    </div>
  );
}

function ownerName(
  { ownerId, ownerName }: Row,
  me: { id: string },
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (!ownerId) return undefined;
  return ownerId === me.id ? inbox.filters.me : (ownerName ?? names.get(ownerId) ?? ownerId);
}

/** j and k open the next and the one before, as in every list of this kind. */
function useListKeys(rows: readonly Row[], { openId, hrefOf }: Place, show: (index: number) => void) {
  const [, go] = useLocation();
  const move = (by: number) => {
    const at = rows.findIndex(({ id }) => id === openId);
    const index = at < 0 ? 0 : at + by;
    const row = rows[index];
    if (!row) return;
    show(index);
    go(hrefOf(row.id), { replace: openId !== undefined });
  };
  useCommands([
    { id: 'next', title: inbox.keys.next, group: 'list', keys: 'j', keysOnly: true, run: () => move(1) },
    {
      id: 'previous',
      title: inbox.keys.previous,
      group: 'list',
      keys: 'k',
      keysOnly: true,
      run: () => move(-1),
    },
  ]);
}

function Waiting() {
  return (
    <div className={styles.scroll} role="status" aria-label={inbox.loadingMore}>
      {Array.from({ length: 7 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={index} height={60} w="auto" m={12} radius="md" />
      ))}
    </div>
  );
}
