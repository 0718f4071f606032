import { type Desk, decideUntilCommitted } from './desk.ts';
import { chooseAgent, nextShift, onDuty } from './domain/assignment.ts';
import { waitingClock } from './domain/conversation.ts';
import { dealt, isUnowned } from './domain/deal.ts';
import type { Assignment } from './domain/routing-schema.ts';
import { type Work, workOf } from './domain/work.ts';
import { getConversation } from './store/conversations.ts';
import { awaitShift } from './store/duty.ts';
import { getPresence, listPresence, putPresence } from './store/presence.ts';
import { loadRouting } from './store/routing.ts';
import { keepSeat, leaveSeat, listSeats, type SeatName } from './store/seats.ts';
import { forgetUnassigned, keepUnassigned, listUnassigned } from './store/unassigned.ts';

/** How often what a conversation asks is looked at again because it changed meanwhile, before the queue takes over. */
const ATTEMPTS = 8;
/** How many conversations that wait for an agent are looked at in one go. */
const PAGE = 25;

/** What came of looking for an agent. */
type Dealing = 'dealt' | 'nobody' | 'no work';

/** How a team assigns its work; undefined when it does not. */
export async function assignmentOf({ table }: Desk, teamId: string): Promise<Assignment | undefined> {
  const { book } = (await loadRouting(table)).read();
  const assignment = book.assignment[teamId];
  return assignment?.method === 'off' ? undefined : assignment;
}

/**
 * Brings the seats in line with what a conversation asks now: whoever held it and does not any more has room, whoever owns it holds
 * it, and what is nobody's finds an agent. `places` are in whose hands the news says that it was and is; the conversation itself
 * decides, so that news may come late, twice or in another order.
 */
export async function settleWork(conversationId: string, places: Work[], desk: Desk): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const conversation = await getConversation(desk.table, conversationId);
    const work = conversation && workOf(conversation);
    for (const seat of places.flatMap(seatOf)) {
      const isTheirs = seat.teamId === work?.teamId && seat.agentId === work.ownerId;
      if (!isTheirs) await leaveSeat(desk.table, seat, conversationId);
    }
    const seat = work && seatOf(work)[0];
    if (seat) {
      await keepSeat(desk.table, seat, conversationId);
      await lookAtOwner(seat, desk);
    }
    const now = await getConversation(desk.table, conversationId);
    if (now?.version === conversation?.version) {
      if (work && !seat) await findAgent(conversationId, work.teamId, desk);
      return drainTeams(places, desk);
    }
  }
  throw new Error(`Others changed the conversation ${conversationId} ${ATTEMPTS} times in a row.`);
}

function seatOf({ teamId, ownerId }: Work): SeatName[] {
  return ownerId === undefined ? [] : [{ teamId, agentId: ownerId }];
}

/** Somebody waits for an agent who is gone: whether that is for too long already falls due at once. */
async function lookAtOwner({ agentId }: SeatName, { table, clock }: Desk): Promise<void> {
  const presence = await getPresence(table, agentId);
  if (presence?.state !== 'offline') return;
  await putPresence(table, presence, { lookAt: clock(), announce: false, traceId: agentId });
}

/** Looks again after noting that nobody was found: somebody may have made room in between, and would not have seen the note. */
async function findAgent(conversationId: string, teamId: string, desk: Desk): Promise<void> {
  const assignment = await assignmentOf(desk, teamId);
  if (!assignment || (await deal(conversationId, teamId, assignment, desk)) !== 'nobody') return;
  const conversation = await getConversation(desk.table, conversationId);
  const clock = conversation && waitingClock(conversation);
  if (!clock) return;
  await keepUnassigned(desk.table, { teamId, dueAt: clock.dueAt, conversationId });
  await drain(teamId, assignment, desk);
}

/** Gives a conversation to whoever's turn it is. A turn that somebody else just used is looked at again. */
async function deal(
  conversationId: string,
  teamId: string,
  assignment: Assignment,
  { table, clock }: Desk,
): Promise<Dealing> {
  let dealing: Dealing = 'no work';
  await decideUntilCommitted(table, async () => {
    const [conversation, colleagues, seats] = await Promise.all([
      getConversation(table, conversationId),
      listPresence(table),
      listSeats(table, teamId),
    ]);
    const now = clock();
    dealing = 'no work';
    if (conversation?.teamId !== teamId || !isUnowned(conversation)) return undefined;
    const held = seats.map((seat) => ({ ...seat, held: seat.conversations.size }));
    const agentId = chooseAgent(onDuty(colleagues, teamId, assignment, now), held, assignment);
    dealing = agentId === undefined ? 'nobody' : 'dealt';
    if (agentId === undefined) return undefined;
    const version = seats.find((seat) => seat.agentId === agentId)?.version ?? 0;
    const seat = { teamId, agentId, conversationId, capacity: assignment.capacity, version, at: now };
    const owner = { id: agentId, name: colleagues.find((one) => one.agentId === agentId)?.name ?? agentId };
    return { ...dealt(conversation, owner, { now, traceId: conversation.traceId }), seat };
  });
  return dealing;
}

/** Those who have room get what waits for an agent, in the teams where somebody made room. */
async function drainTeams(places: Work[], desk: Desk): Promise<void> {
  const teams = new Set(places.flatMap(seatOf).map(({ teamId }) => teamId));
  for (const teamId of teams) await drainTeam(teamId, desk);
}

/** Whoever has room in a team gets what waits for an agent there, most urgent first. */
export async function drainTeam(teamId: string, desk: Desk): Promise<void> {
  const assignment = await assignmentOf(desk, teamId);
  if (assignment) await drain(teamId, assignment, desk);
}

async function drain(teamId: string, assignment: Assignment, desk: Desk): Promise<void> {
  for (;;) {
    const entries = await listUnassigned(desk.table, teamId, PAGE);
    for (const entry of entries) {
      const dealing = await deal(entry.conversationId, teamId, assignment, desk);
      if (dealing === 'nobody') return awaitNextShift(teamId, assignment, desk);
      await forgetUnassigned(desk.table, entry);
    }
    if (entries.length < PAGE) return;
  }
}

/** Nobody tells when a shift begins, so it falls due. */
async function awaitNextShift(teamId: string, assignment: Assignment, { table, clock }: Desk): Promise<void> {
  const startsAt = nextShift(assignment, clock());
  if (startsAt !== undefined) await awaitShift(table, teamId, startsAt);
}
