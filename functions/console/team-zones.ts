import { queryOptions } from '@tanstack/react-query';
import type { Client } from './api/client.ts';
import { TeamBook } from './api/settings.ts';

/** The zones of the teams, each with the names of those whose days begin there. */
export const teamZonesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings', 'teams', 'zones'],
    queryFn: async ({ signal }) => {
      const { teams } = await client.read('/api/settings/teams', TeamBook, signal);
      return teams.flatMap(({ id, name, timeZone }) =>
        timeZone === undefined ? [] : [{ id, name, timeZone }],
      );
    },
    staleTime: 600_000,
  });
