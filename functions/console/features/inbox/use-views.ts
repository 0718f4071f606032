import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { countsQuery, savedViewsQuery, teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { held, useHeld } from '../../shell/held.ts';
import { type InboxQuery, readFilters, writeFilters } from './inbox-query.ts';
import { type View, viewsFor } from './views.ts';

const channels = ['facebook', 'x'];

/** The view that was looked at last: beside an open conversation its list stays. */
const lastView = held({ id: 'unanswered', search: '' });

/** Every view that the person has. */
export function useViews(): View[] {
  const { client, me } = useDesk();
  const { data: teams } = useQuery(teamsQuery(client));
  const { data: saved } = useQuery(savedViewsQuery(client));
  return useMemo(() => {
    const nameOf = (id: string) => teams?.find((team) => team.id === id)?.name ?? id;
    return viewsFor(me, channels, nameOf, saved ?? []);
  }, [me, teams, saved]);
}

/** The counters of the desk. */
export function useCounts(): Record<string, unknown> {
  const { client } = useDesk();
  const { data } = useQuery(countsQuery(client));
  return data ?? {};
}

/** Which list is shown, which filters lie over it, and which conversation is open. */
export interface Place {
  view: View;
  filters: InboxQuery;
  query: InboxQuery;
  openId: string | undefined;
  setFilters(filters: InboxQuery): void;
  /** Address of a conversation, and of the list. */
  hrefOf(id: string): string;
  listHref: string;
}

/** Where in the inbox one is, by the address. */
export function usePlace(views: readonly View[]): Place {
  const { view: viewId, id: openId } = useParams<{ view?: string; id?: string }>();
  const [parameters] = useSearchParams();
  const [, go] = useLocation();
  const last = useHeld(lastView);
  const here =
    viewId === undefined ? last : { id: viewId, search: writeFilters(readFilters(parameters.toString())) };
  const { id, search } = here;
  useEffect(() => {
    if (id !== lastView.get().id || search !== lastView.get().search) lastView.set({ id, search });
  }, [id, search]);
  const view = views.find((one) => one.id === id) ?? views[0];
  if (!view) throw new Error('There is no view at all.');
  const filters = useMemo(() => readFilters(search), [search]);
  const query = useMemo(() => ({ ...view.query, ...filters }), [view, filters]);
  const listHref = hrefOfList(view.id, search);
  return {
    view,
    filters,
    query,
    openId,
    listHref,
    hrefOf: (id) => `/conversations/${id}`,
    setFilters: (next) => go(hrefOfList(view.id, writeFilters(next)), { replace: true }),
  };
}

function hrefOfList(view: string, search: string): string {
  return `/inbox/${view}${search ? `?${search}` : ''}`;
}
