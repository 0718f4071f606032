import { queryOptions } from '@tanstack/react-query';
import type { Client } from '../../api/client.ts';
import { Contact } from '../../api/contact.ts';

/** A person with what we know of them. */
export const contactQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: ['contact', id],
    queryFn: ({ signal }) => client.read(`/api/contacts/${id}`, Contact, signal),
    staleTime: 60_000,
    retry: false,
  });
