import type { SQSRecord } from 'aws-lambda';
import type { Desk } from '../desk.ts';
import { fireDuty } from '../duty.ts';
import { fireConversation } from '../fire-conversation.ts';
import { letLeave } from '../let-leave.ts';
import { broadcastMessage } from '../queues/broadcast-message.ts';
import { DueMessage, dueMessage } from '../queues/due-message.ts';
import { remindOwner } from '../remind-owner.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { dutyOf } from '../store/duty.ts';
import { broadcastDue, incidentDue, isMessageId } from '../store/keys.ts';
import { orderedId } from '../store/ordered-id.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  desk: Desk;
  enqueueDue: Enqueue;
  enqueueOutbound: Enqueue;
  enqueueBroadcast: Enqueue;
  telemetry: Telemetry;
}

export const handler = worker(
  'due',
  ({ TABLE_NAME, DUE_QUEUE_URL, OUTBOUND_QUEUE_URL, BROADCAST_QUEUE_URL }, telemetry): Services => {
    const queueAt = openQueues();
    return {
      desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId },
      enqueueDue: queueAt(DUE_QUEUE_URL),
      enqueueOutbound: queueAt(OUTBOUND_QUEUE_URL),
      enqueueBroadcast: queueAt(BROADCAST_QUEUE_URL),
      telemetry,
    };
  },
  { record: fireDue },
);

/**
 * Looks at what its time has come for: a conversation whose clock takes a step, a message of ours that leaves or waits for a lead,
 * a broadcast, or an incident that nobody speaks of. Answered or taken back meanwhile means that nothing happens. What is early, because clocks
 * differ, goes back for the rest of its time.
 */
export async function fireDue({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const { desk, enqueueDue } = services;
  const due = DueMessage.parse(JSON.parse(body));
  const now = desk.clock();
  if (now <= due.dueAt) return enqueueDue([dueMessage(due, now)]);
  const duty = dutyOf(due.id);
  if (duty) return fireDuty(duty, desk);
  if (isMessageId(due.id)) return letLeave(due, services);
  const broadcastId = broadcastDue(due.id);
  if (broadcastId !== undefined) return services.enqueueBroadcast([broadcastMessage({ broadcastId })]);
  const incidentId = incidentDue(due.id);
  if (incidentId !== undefined) return remindOwner(incidentId, desk);
  return fireConversation(due, services);
}
