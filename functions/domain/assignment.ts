import { isOpen, nextOpening } from './business-time.ts';
import type { Instant } from './instant.ts';
import type { PresenceState } from './presence.ts';
import type { Assignment } from './routing-schema.ts';

/** An agent who may be given work: where they belong, and whether they are there. */
export interface Colleague {
  agentId: string;
  state: PresenceState;
  /** Teams that the agent is bound to; none means that they answer for all. */
  teams: readonly string[];
}

/** What an agent holds of a team's work: how many conversations that wait for an answer, and when the latest was given to them. */
export interface Seat {
  agentId: string;
  held: number;
  lastAssignedAt?: Instant | undefined;
}

/** The agents who are there for a team at an instant: of the team, online, and on duty where there is a rota. */
export function onDuty(
  colleagues: readonly Colleague[],
  teamId: string,
  { onDuty: rota }: Assignment,
  now: Instant,
): string[] {
  const there = colleagues
    .filter(({ state, teams }) => state === 'online' && (teams.length === 0 || teams.includes(teamId)))
    .map(({ agentId }) => agentId);
  if (!rota) return there;
  const shifted = new Set(
    rota.shifts.filter(({ hours }) => isOpen(now, hours)).flatMap(({ agentIds }) => agentIds),
  );
  return there.filter((agentId) => shifted.has(agentId));
}

/** When the next shift begins after an instant; undefined without a rota. */
export function nextShift({ onDuty: rota }: Assignment, now: Instant): Instant | undefined {
  const starts = (rota?.shifts ?? []).flatMap(({ hours }) => {
    // One that runs now brings nobody new.
    const next = nextOpening(now, hours);
    return next > now ? [next] : [];
  });
  return starts.sort()[0];
}

/**
 * Who gets the next conversation; undefined when nobody has room. In turn, it is whoever got none for the longest; by load, whoever
 * holds the fewest, in turn among equals. So nobody gets two in a row while somebody else who has room holds none.
 */
export function chooseAgent(
  agentIds: readonly string[],
  seats: readonly Seat[],
  { method, capacity }: Pick<Assignment, 'method' | 'capacity'>,
): string | undefined {
  if (method === 'off') return undefined;
  const known = new Map(seats.map((seat) => [seat.agentId, seat]));
  const free = agentIds
    .map((agentId): Seat => known.get(agentId) ?? { agentId, held: 0 })
    .filter(({ held }) => held < capacity);
  const [first] = free.sort(method === 'least-loaded' ? byLoad : byTurn);
  return first?.agentId;
}

function byLoad(a: Seat, b: Seat): number {
  return a.held - b.held || byTurn(a, b);
}

function byTurn(a: Seat, b: Seat): number {
  const [first, second] = [a.lastAssignedAt ?? '', b.lastAssignedAt ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return a.agentId < b.agentId ? -1 : 1;
}
