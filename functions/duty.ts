import { drainTeam } from './assignment.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import { givenBack } from './domain/deal.ts';
import { givingBack, nextGivingBack } from './presence.ts';
import { getConversation } from './store/conversations.ts';
import { type Duty, endAwaitingShift } from './store/duty.ts';
import { getPresence, putPresence } from './store/presence.ts';
import { listSeats } from './store/seats.ts';

/** A duty's instant has passed: a shift begins, or an agent has been gone for as long as a team waits. */
export async function fireDuty({ kind, name }: Duty, desk: Desk): Promise<void> {
  if (kind === 'presence') return giveBack(name, desk);
  await endAwaitingShift(desk.table, name);
  await drainTeam(name, desk);
}

/** Takes the unanswered work of an agent who has been gone for long enough. The news of that lead it to others. */
async function giveBack(agentId: string, desk: Desk): Promise<void> {
  const { table } = desk;
  const presence = await getPresence(table, agentId);
  if (presence?.state !== 'offline') return;
  const now = desk.clock();
  for (const { teamId, at } of await givingBack(presence, desk)) {
    if (at > now) continue;
    const seats = await listSeats(table, teamId);
    const held = seats.find((seat) => seat.agentId === agentId)?.conversations ?? [];
    for (const conversationId of held) await giveBackOne(conversationId, agentId, desk);
  }
  const lookAt = await nextGivingBack(presence, now, desk);
  // Somebody who came back meanwhile has written their presence, and nothing is to be looked at any more.
  await putPresence(table, presence, { lookAt, announce: false, traceId: agentId });
}

async function giveBackOne(conversationId: string, agentId: string, { table, clock }: Desk): Promise<void> {
  await decideUntilCommitted(table, async () => {
    const conversation = await getConversation(table, conversationId);
    if (!conversation) return undefined;
    return givenBack(conversation, agentId, { now: clock(), traceId: conversation.traceId });
  });
}
