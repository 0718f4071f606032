import { emptyChange } from '../../../functions/domain/change.ts';
import { commit } from '../../../functions/store/commit.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Table } from '../../../functions/store/table.ts';
import { type Differences, type SampleStep, sampleAlert, WAITING_SINCE } from '../mail/sample-alert.ts';

let alerts = 0;

/** An alert whose conversation and message are stored, and the queue message that announces it. */
export interface StoredAlert {
  id: string;
  /** When its step fell due. */
  at: string;
  record: { body: string };
}

/** Stores a conversation of its own for the alert of a step. */
export async function storeAlert(
  table: Table,
  step: SampleStep,
  differences: Differences = {},
): Promise<StoredAlert> {
  alerts += 1;
  const id = orderedId(WAITING_SINCE, `alert ${alerts}`);
  const messageId = `${id}.${orderedId(WAITING_SINCE, `message ${alerts}`)}`;
  const alert = sampleAlert(step, differences);
  const why = { ...alert.clock.why, messageId };
  const conversation = {
    ...alert.conversation,
    id,
    clocks: [{ ...alert.clock, why }],
    ...differences.conversation,
  };
  const message = { ...alert.message, id: messageId, conversationId: id, nativeId: `native ${alerts}` };
  const change = emptyChange({ traceId: 'trace-1', at: alert.now, actor: 'clock' });
  await commit(table, {
    ...change,
    conversation: { before: undefined, after: conversation },
    newMessages: [message],
  });
  const announced = { conversationId: id, step: alert.step, clock: alert.clock };
  return { id: `${id}_c1_${step}`, at: alert.step.at, record: announcementOf(announced) };
}

type Announced = { conversationId: string } & Pick<ReturnType<typeof sampleAlert>, 'step' | 'clock'>;

/** The queue message that a rule of the bus makes of a step's event. */
export function announcementOf({ conversationId, step, clock }: Announced): { body: string } {
  const name =
    step.name === 'warning' ? 'clock.warned' : step.name === 'breach' ? 'clock.breached' : 'clock.escalated';
  const { id: clockId, kind, startedAt, dueAt } = clock;
  return busRecord(name, {
    id: `event of ${conversationId} ${step.name}`,
    at: step.firedAt,
    traceId: 'trace-1',
    conversationId,
    name,
    data: { clockId, kind, step: step.name, to: step.to, startedAt, dueAt, channel: 'x' },
  });
}

/** A queue message with a whole event of a bus. */
export function busRecord(detailType: string, detail: unknown, source = 'hark'): { body: string } {
  return { body: JSON.stringify({ version: '0', id: 'e', 'detail-type': detailType, source, detail }) };
}
