import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { Broadcast, Broadcasts, Previews, Recipients } from '../../api/broadcast.ts';
import { type Client, withQuery } from '../../api/client.ts';
import type { Audience } from '../../api/incident.ts';
import { Accounts, BroadcastTemplateBook } from '../../api/settings.ts';
import { deviceTime } from '../../browser/clock.ts';

/** How often a broadcast is looked at while it goes out, and while it waits for its time, in milliseconds. */
const BUSY = 1000;
const QUIET = 15_000;

export const broadcastsKey = ['broadcasts'] as const;
export const broadcastKey = (id: string) => [...broadcastsKey, id] as const;

/** All broadcasts, latest first, page by page. */
export const broadcastsQuery = (client: Client) =>
  infiniteQueryOptions({
    queryKey: [...broadcastsKey, 'list'],
    queryFn: ({ pageParam, signal }) =>
      client.read(
        withQuery('/api/broadcasts', { limit: 30, cursor: pageParam || undefined }),
        Broadcasts,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });

/** One broadcast, followed closely while it goes out. */
export const broadcastQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: broadcastKey(id),
    queryFn: ({ signal }) => client.read(`/api/broadcasts/${id}`, Broadcast, signal),
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'publishing') return BUSY;
      return data?.state === 'scheduled' ? (isClose(data.publishAt) ? BUSY : QUIET) : false;
    },
  });

function isClose(publishAt: string | undefined): boolean {
  return publishAt === undefined || Date.parse(publishAt) - deviceTime() < 2 * QUIET;
}

/** Whom a broadcast did not reach, and why. */
export const unreachedQuery = (client: Client, id: string, audience: string, state: 'failed' | 'skipped') =>
  queryOptions({
    queryKey: [...broadcastKey(id), 'recipients', audience, state],
    queryFn: ({ signal }) =>
      client.read(
        withQuery(`/api/broadcasts/${id}/recipients`, { audience, state, limit: 100 }),
        Recipients,
        signal,
      ),
  });

/** What the desk needs to know to show a draft as others would see it. */
export interface Draft {
  kind: string;
  title: string;
  text: string;
  variants: object;
  audiences: Audience[];
  media?: { uploadId: string }[];
  incidentId?: string | undefined;
  accounts?: object;
}

/** Our accounts, of which some may post and others not. */
export const accountsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['accounts', 'that post'],
    queryFn: async ({ signal }) => (await client.read('/api/accounts', Accounts, signal)).items,
    staleTime: 60_000,
  });

/** The texts that can be begun with; none where they cannot be had. */
export const templatesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'broadcast-templates'],
    queryFn: async ({ signal }) =>
      (await client.read('/api/settings/broadcast-templates', BroadcastTemplateBook, signal)).templates,
    staleTime: 60_000,
  });

/** How each audience would see a draft. Asked while somebody writes, so an answer to an older text stays until the next is there. */
export const previewQuery = (client: Client, draft: Draft) =>
  queryOptions({
    queryKey: ['broadcast preview', draft],
    queryFn: () => client.write('/api/broadcasts/preview', Previews, { body: draft }),
    placeholderData: (before) => before,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
