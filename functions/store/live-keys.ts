import type { Key } from './keys.ts';

/** Live pages (A30, A31, A32). */
export const ticketKey = (hash: string): Key => ({ pk: `TICKET#${hash}`, sk: 'TICKET' });
export const connectionKey = (connectionId: string): Key => ({ pk: 'LIVE', sk: connectionId });
export const lookKey = (conversationId: string, connectionId: string): Key => ({
  pk: `LOOK#${conversationId}`,
  sk: connectionId,
});
