import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Client, withQuery } from '../../api/client.ts';
import {
  AffectedPage,
  type AffectedState,
  ComponentBook,
  Incident,
  Incidents,
  PostMortem,
  Spikes,
} from '../../api/incident.ts';
import { isForbidden, isMissing } from '../../api/problem.ts';

/** How often an open incident and the spikes are looked at, in milliseconds: nothing pushes them. */
const LOOK = 20_000;

export const incidentsKey = ['incidents'] as const;
export const spikesKey = ['spikes'] as const;
export const incidentKey = (id: string) => [...incidentsKey, id] as const;

/** Incidents that are open or over, latest first, page by page. */
export const incidentsQuery = (client: Client, state: Incident['state']) =>
  infiniteQueryOptions({
    queryKey: [...incidentsKey, 'list', state],
    queryFn: ({ pageParam, signal }) =>
      client.read(
        withQuery('/api/incidents', { state, limit: 30, cursor: pageParam || undefined }),
        Incidents,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    refetchInterval: state === 'open' ? LOOK : false,
  });

/** One incident, looked at again while it is open. */
export const incidentQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: incidentKey(id),
    queryFn: ({ signal }) => client.read(`/api/incidents/${id}`, Incident, signal),
    refetchInterval: ({ state: { data } }) => (data?.state === 'resolved' ? false : LOOK),
  });

/** Its conversations in one state, page by page; new ones are proposed as they come. */
export const affectedQuery = (client: Client, id: string, state: AffectedState) =>
  infiniteQueryOptions({
    queryKey: [...incidentKey(id), 'conversations', state],
    queryFn: ({ pageParam, signal }) =>
      client.read(
        withQuery(`/api/incidents/${id}/conversations`, { state, limit: 50, cursor: pageParam || undefined }),
        AffectedPage,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    refetchInterval: state === 'proposed' ? LOOK : false,
  });

export const postMortemQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: [...incidentKey(id), 'post-mortem'],
    queryFn: ({ signal }) => client.read(`/api/incidents/${id}/post-mortem`, PostMortem, signal),
    // Whoever is told, is told after it was resolved.
    refetchInterval: LOOK,
  });

/** What many spoke of at once and nobody has decided about. */
export const spikesQuery = (client: Client) =>
  queryOptions({
    queryKey: spikesKey,
    queryFn: async ({ signal }) =>
      (await client.read('/api/spikes', Spikes, signal)).spikes.filter(({ state }) => state === 'new'),
    refetchInterval: LOOK,
  });

/** The parts of what the company offers, where somebody may see them. */
export const componentsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'components', 'names'],
    queryFn: async () =>
      client
        .read('/api/settings/components', ComponentBook)
        .then(({ components }) => components)
        .catch((error: unknown) => {
          if (isMissing(error) || isForbidden(error)) return [];
          throw error;
        }),
    staleTime: 600_000,
  });
