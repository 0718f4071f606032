import type { WallClock } from '../services/wall-clock.ts';
import {
  listLooks,
  moveLook,
  noteTyping,
  putConnection,
  removeConnection,
} from '../store/live-connections.ts';
import { takeTicket } from '../store/live-tickets.ts';
import type { Table } from '../store/table.ts';
import type { PageMessage } from './messages.ts';
import { peopleOf } from './presence.ts';
import { type Post, tellPages } from './tell.ts';
import { hashOf } from './ticket.ts';

/** What connections of pages are kept with. */
export interface LiveDesk {
  table: Table;
  clock: WallClock;
  post: Post;
  /** Told of every page that an agent opens or closes. */
  opened?: (agentId: string) => Promise<void>;
  closed?: (agentId: string) => Promise<void>;
}

/** API Gateway ends every connection after two hours, in seconds; the rest is for clocks that differ. */
const LONGEST = 2 * 3600 + 300;

const secondsOf = (clock: WallClock) => Math.floor(Date.parse(clock()) / 1000);

/** Lets a page in whose ticket is good; false for all others. */
export async function connect(
  connectionId: string,
  ticket: string | undefined,
  { table, clock, opened }: LiveDesk,
): Promise<boolean> {
  const now = secondsOf(clock);
  const holder = ticket ? await takeTicket(table, hashOf(ticket), now) : undefined;
  if (!holder) return false;
  await putConnection(table, { ...holder, connectionId, expiresAt: now + LONGEST });
  await opened?.(holder.agentId);
  return true;
}

/** Forgets a page, and tells those who look at the same conversation that somebody left. */
export async function disconnect(connectionId: string, desk: LiveDesk): Promise<void> {
  const gone = await removeConnection(desk.table, connectionId);
  if (!gone) return;
  await desk.closed?.(gone.agentId);
  if (gone.looksAt !== undefined) await tellPresence(gone.looksAt, desk);
}

/** Does what a page says. */
export async function hear(connectionId: string, message: PageMessage, desk: LiveDesk): Promise<void> {
  const { table, clock } = desk;
  switch (message.action) {
    case 'ping':
      return tellPages(desk, [connectionId], { type: 'pong' });
    case 'look': {
      const looksAt = message.conversationId ?? undefined;
      const moved = await moveLook(table, connectionId, looksAt);
      if (!moved) return;
      for (const id of new Set([moved.before, looksAt])) if (id !== undefined) await tellPresence(id, desk);
      return;
    }
    case 'type':
      if (await noteTyping(table, { connectionId, ...message }, secondsOf(clock)))
        await tellPresence(message.conversationId, desk);
  }
}

/** Tells everybody who looks at a conversation who else does. */
async function tellPresence(conversationId: string, desk: LiveDesk): Promise<void> {
  const now = secondsOf(desk.clock);
  const looks = await listLooks(desk.table, conversationId, now);
  const pages = looks.map(({ connectionId }) => connectionId);
  await tellPages(desk, pages, { type: 'presence', conversationId, people: peopleOf(looks, now) });
}
