import { pageOpened, pagesClosed } from './domain/presence.ts';
import type { LiveDesk } from './live/page.ts';
import { notePresence } from './presence.ts';
import type { WallClock } from './services/wall-clock.ts';
import { getAgent } from './store/agents.ts';
import { isConnected } from './store/live-connections.ts';
import type { Table } from './store/table.ts';

/** What the coming and going of agents is noted with. */
interface Attendance {
  table: Table;
  clock: WallClock;
}

/** Has the desk know of agents by their pages: whoever has one open is there. */
export function attending(desk: Attendance): Pick<LiveDesk, 'opened' | 'closed'> {
  return {
    opened: (agentId) => noteOpened(agentId, desk),
    closed: (agentId) => noteClosed(agentId, desk),
  };
}

/** An agent opened a page, and so is there: work may be theirs again. */
async function noteOpened(agentId: string, desk: Attendance): Promise<void> {
  await note(agentId, pageOpened, desk);
}

/**
 * An agent closed a page. With their last one they are gone, and are given no work until they open one again. A page that opens
 * meanwhile may have seen them still there, so it is looked for once more afterwards.
 */
async function noteClosed(agentId: string, desk: Attendance): Promise<void> {
  if (await isThere(agentId, desk)) return;
  await note(agentId, pagesClosed, desk);
  if (await isThere(agentId, desk)) await noteOpened(agentId, desk);
}

function isThere(agentId: string, { table, clock }: Attendance): Promise<boolean> {
  return isConnected(table, agentId, Math.floor(Date.parse(clock()) / 1000));
}

async function note(agentId: string, decide: typeof pageOpened, desk: Attendance): Promise<void> {
  const agent = await getAgent(desk.table, agentId);
  if (agent) await notePresence(agent, decide, desk, agentId);
}
