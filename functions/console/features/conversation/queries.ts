import { queryOptions } from '@tanstack/react-query';
import { type Client, withQuery } from '../../api/client.ts';
import { Detail } from '../../api/detail.ts';
import { detailKey } from '../../live/apply-change.ts';
import { Earlier } from './earlier-messages.ts';

/** How many messages are read first: enough for a screen, and far quicker than all that the desk gives. */
const FIRST_LOOK = 30;

/** Conversations of which somebody looked further back. */
const wholes = new Set<string>();

/** From now on a conversation is read with as many of its messages as the desk gives. */
export function wantWhole(id: string): void {
  wholes.add(id);
}

/** A conversation with those of its latest messages that one sees at first. Pushes say when it has to be read again. */
export const detailQuery = (client: Client, id: string) =>
  queryOptions({
    queryKey: detailKey(id),
    queryFn: ({ signal }) => {
      const messages = wholes.has(id) ? undefined : FIRST_LOOK;
      return client.read(withQuery(`/api/conversations/${id}`, { messages }), Detail, signal);
    },
    staleTime: 30_000,
  });

/** Whether only the first look of a conversation was read. */
export const isFirstLook = ({ messages, hasEarlier }: Detail): boolean =>
  hasEarlier === true && messages.length <= FIRST_LOOK;

/** The messages before one that is shown, as many as the desk gives at once. */
export function readEarlier(client: Client, id: string, before: string): Promise<Earlier> {
  return client.read(withQuery(`/api/conversations/${id}/messages`, { before }), Earlier);
}
