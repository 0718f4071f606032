import { createHash } from 'node:crypto';

/** How long a ticket is good, in seconds: a page uses it at once. */
export const TICKET_LASTS = 60;

/** What is stored of a ticket. It is long and by chance, so a plain hash cannot be turned round. */
export function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
