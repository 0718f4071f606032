import { causeOf, type Desk, decideUntilCommitted } from './desk.ts';
import { remindOfApproval } from './domain/approval.ts';
import { releaseScheduled } from './domain/reply.ts';
import type { DueMessage } from './queues/due-message.ts';
import { outboundMessage } from './queues/outbound-message.ts';
import type { Enqueue } from './services/queues.ts';
import { getDeparture } from './store/departures.ts';
import { getSettings, policySettings } from './store/settings.ts';

/**
 * The time of a message of ours has come: a scheduled one becomes an answer, and it goes to the outbound queue. Whether it is still
 * to be sent is decided there. One that still waits for a lead's consent does not leave: its leads are told again.
 */
export async function letLeave(
  { id, dueAt }: DueMessage,
  { desk, enqueueOutbound }: { desk: Desk; enqueueOutbound: Enqueue },
): Promise<void> {
  const departure = await getDeparture(desk.table, id);
  if (!departure) return;
  if (departure.message.state === 'awaiting-approval') return remindLeads(id, desk);
  if (departure.message.state === 'scheduled') {
    const { value: policies } = await getSettings(desk.table, policySettings);
    await decideUntilCommitted(desk.table, async () => {
      const scheduled = await getDeparture(desk.table, id);
      return scheduled && releaseScheduled(scheduled, causeOf(desk, id, policies));
    });
  }
  await enqueueOutbound([outboundMessage({ messageId: id, traceId: id }, dueAt)]);
}

async function remindLeads(id: string, desk: Desk): Promise<void> {
  await decideUntilCommitted(desk.table, async () => {
    const waiting = await getDeparture(desk.table, id);
    return waiting && remindOfApproval(waiting, { now: desk.clock(), traceId: id, actor: 'clock' });
  });
}
