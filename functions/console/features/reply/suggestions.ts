import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Client } from '../../api/client.ts';
import { isMissing } from '../../api/problem.ts';

const Suggestion = z.object({ kind: z.string(), id: z.string(), title: z.string(), text: z.string() });
const Suggestions = z.object({ items: z.array(Suggestion) });
export type Suggestion = z.infer<typeof Suggestion>;

/** What answered others well who asked something alike. */
export const pastAnswersQuery = (client: Client, id: string, typed: string) =>
  queryOptions({
    queryKey: ['suggestions', id, typed],
    queryFn: async ({ signal }) => {
      const query = typed === '' ? '' : `?${new URLSearchParams({ q: typed })}`;
      const asked = client.read(`/api/conversations/${id}/suggestions${query}`, Suggestions, signal);
      const { items } = await asked.catch((error: unknown) => {
        if (isMissing(error)) return { items: [] };
        throw error;
      });
      return items.filter(({ kind }) => kind === 'past-answer');
    },
    staleTime: 60_000,
    retry: false,
  });
