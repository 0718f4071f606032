import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Client } from '../../api/client.ts';
import { isMissing } from '../../api/problem.ts';

const Finding = z.object({
  rule: z.string(),
  why: z.string(),
  suggestion: z.nullish(z.string()),
  level: z.optional(z.string()),
});
export type Finding = z.infer<typeof Finding>;

/** What the desk has to say of a draft. */
export const Coaching = z.object({
  findings: z._default(z.array(Finding), []),
  promises: z._default(
    z.array(z.object({ text: z.string(), dueAt: z.nullish(z.string()), sentence: z.nullish(z.string()) })),
    [],
  ),
  needsApproval: z.nullish(z.object({ rule: z.string() })),
});
export type Coaching = z.infer<typeof Coaching>;

const silent: Coaching = { findings: [], promises: [], needsApproval: null };

/** What a good colleague would say of this text before it is sent. */
export const coachQuery = (client: Client, id: string, text: string, visibility: string) =>
  queryOptions({
    queryKey: ['coach', id, visibility, text],
    queryFn: () =>
      client
        .write(`/api/conversations/${id}/coach`, Coaching, { body: { text, visibility } })
        .catch((error: unknown) => {
          if (isMissing(error)) return silent;
          throw error;
        }),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
