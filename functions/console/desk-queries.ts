import { queryOptions } from '@tanstack/react-query';
import type { Client } from './api/client.ts';
import { Colleagues, Counts, Me, SavedReplies, SavedViews, Tags, Teams } from './api/people.ts';
import { isForbidden, isMissing } from './api/problem.ts';
import { countsKey } from './live/apply-change.ts';

const MINUTE = 60_000;
/** What changes by hand of an admin, and so hardly ever. */
const settled = { staleTime: 10 * MINUTE, refetchOnWindowFocus: false } as const;

/** An answer, or `otherwise` from a desk that does not have this path, or not for this role. */
async function orElse<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  return asked.catch((error: unknown) => {
    if (isMissing(error) || isForbidden(error)) return otherwise;
    throw error;
  });
}

export const meQuery = (client: Client) =>
  queryOptions({ queryKey: ['me'], queryFn: () => client.read('/api/me', Me), ...settled });

export const colleaguesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['agents'],
    queryFn: async () => (await orElse(client.read('/api/agents', Colleagues), { agents: [] })).agents,
    ...settled,
  });

export const teamsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'teams'],
    queryFn: async () => (await orElse(client.read('/api/settings/teams', Teams), { teams: [] })).teams,
    ...settled,
  });

export const savedRepliesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'saved-replies'],
    queryFn: async () =>
      (await orElse(client.read('/api/settings/saved-replies', SavedReplies), { replies: [] })).replies,
    ...settled,
  });

export const tagsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'tags'],
    queryFn: async () => (await orElse(client.read('/api/settings/tags', Tags), { tags: [] })).tags,
    ...settled,
  });

export const savedViewsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['me', 'views'],
    queryFn: async () => (await orElse(client.read('/api/me/views', SavedViews), { views: [] })).views,
    ...settled,
  });

export const countsQuery = (client: Client) =>
  queryOptions({
    queryKey: countsKey,
    queryFn: () => orElse(client.read('/api/conversations/counts', Counts), {}),
    staleTime: 5 * MINUTE,
  });
