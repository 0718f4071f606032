import type { Desk } from './desk.ts';
import { durationSeconds } from './domain/duration.ts';
import type { Instant } from './domain/instant.ts';
import type { Presence, PresenceState, Stance } from './domain/presence.ts';
import type { Assignment } from './domain/routing-schema.ts';
import { getPresence, putPresence } from './store/presence.ts';
import { loadRouting } from './store/routing.ts';
import type { Table } from './store/table.ts';

/** How often a presence is decided anew because somebody else wrote meanwhile. */
const ATTEMPTS = 8;

/** An agent who says whether they are there. */
export interface Reporter {
  id: string;
  name: string;
  teams: string[];
}

/** Notes what an agent says: whether they are there. */
export async function reportPresence(
  reporter: Reporter,
  state: PresenceState,
  desk: Pick<Desk, 'table' | 'clock'>,
  traceId: string,
): Promise<Presence> {
  const noted = await notePresence(reporter, () => ({ state }), desk, traceId);
  if (!noted) throw new Error('What an agent says of themselves is always noted.');
  return noted;
}

/**
 * Notes how an agent is there, if `decide` says so on what is known. One who goes is looked at again when the first team wants its
 * work back.
 */
export async function notePresence(
  { id: agentId, name, teams }: Reporter,
  decide: (before: Presence | undefined) => Stance | undefined,
  { table, clock }: Pick<Desk, 'table' | 'clock'>,
  traceId: string,
): Promise<Presence | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await getPresence(table, agentId);
    const stance = decide(before);
    if (!stance) return undefined;
    const { state } = stance;
    const isNews = before?.state !== state;
    const since = before && !isNews ? before.since : clock();
    const presence: Presence = { agentId, name, teams, ...stance, since, version: before?.version ?? 0 };
    const lookAt = state === 'offline' ? await nextGivingBack(presence, since, { table }) : undefined;
    if (await putPresence(table, presence, { lookAt, announce: isNews, traceId })) return presence;
  }
  throw new Error(`Others changed the presence of an agent ${ATTEMPTS} times in a row.`);
}

/** The teams that assign work by themselves, and for which an agent may work. */
export async function teamsOf(agentId: string, { table }: Pick<Desk, 'table'>): Promise<string[]> {
  const presence = await getPresence(table, agentId);
  return presence ? (await pooledTeams(presence, table)).map(({ teamId }) => teamId) : [];
}

/** When each team that assigns work wants it back from an agent who is gone. */
export async function givingBack(
  presence: Presence,
  { table }: Pick<Desk, 'table'>,
): Promise<{ teamId: string; at: Instant }[]> {
  return (await pooledTeams(presence, table)).map(({ teamId, giveBackAfter }) => {
    const gone = Date.parse(presence.since) + durationSeconds(giveBackAfter) * 1000;
    return { teamId, at: new Date(gone).toISOString() };
  });
}

async function pooledTeams({ teams }: Presence, table: Table): Promise<(Assignment & { teamId: string })[]> {
  const { book } = (await loadRouting(table)).read();
  return Object.entries(book.assignment)
    .filter(([teamId, { method }]) => method !== 'off' && (teams.length === 0 || teams.includes(teamId)))
    .map(([teamId, assignment]) => ({ ...assignment, teamId }));
}

/** When the next team wants its work back after an instant; undefined when none will. */
export async function nextGivingBack(
  presence: Presence,
  after: Instant,
  desk: Pick<Desk, 'table'>,
): Promise<Instant | undefined> {
  const instants = (await givingBack(presence, desk)).map(({ at }) => at);
  return instants.filter((at) => at > after).sort()[0];
}
