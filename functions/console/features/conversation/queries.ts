import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Client } from '../../api/client.ts';
import { Detail, Message } from '../../api/detail.ts';
import { detailKey } from '../../live/apply-change.ts';

/** A conversation with its latest messages. Pushes say when it has to be read again. */
export const detailQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: detailKey(id),
    queryFn: ({ signal }) => client.read(`/api/conversations/${id}`, Detail, signal),
    staleTime: 30_000,
  });

const Earlier = z.object({ messages: z.array(Message), hasEarlier: z.optional(z.boolean()) });

/** The messages before one that is shown. */
export function readEarlier(client: Client, id: string, before: string) {
  return client.read(`/api/conversations/${id}/messages?${new URLSearchParams({ before })}`, Earlier);
}
