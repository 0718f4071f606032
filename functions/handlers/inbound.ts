import type { SQSRecord } from 'aws-lambda';
import { channelNamed } from '../channels/index.ts';
import { applyEvent, type Desk } from '../desk.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import { Drop } from '../errors.ts';
import { inboundDesk } from '../inbound-desk.ts';
import { readInboundMessage } from '../queues/inbound-message.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { keepUnread } from '../store/unread.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services {
  desk: Desk;
  telemetry: Telemetry;
}

export const handler = worker(
  'inbound',
  ({ TABLE_NAME }, telemetry): Services => ({
    desk: inboundDesk(openTable(TABLE_NAME), wallClock),
    telemetry,
  }),
  { record: receiveFragment, drop: keepDropped },
  'fifo',
);

/** Understands one event of a platform and writes what it changes. */
export async function receiveFragment(
  { body }: Pick<SQSRecord, 'body'>,
  { desk, telemetry }: Services,
): Promise<void> {
  const { channel: name, traceId, body: fragment } = readInboundMessage(body);
  const event = readEvent(name, fragment);
  const outcome = await applyEvent(event, traceId, desk);
  telemetry.count(outcome === 'committed' ? 'Received' : outcome === 'ignored' ? 'Ignored' : 'Duplicate', {
    channel: name,
  });
  telemetry.info('received', { traceId, channel: name, kind: event.kind, outcome });
}

function readEvent(name: string, fragment: unknown): InboundEvent {
  const event = channelNamed(name)?.parse(fragment);
  if (!event) throw new Drop('no such channel');
  if (event.kind === 'unknown') throw new Drop(event.reason);
  return event;
}

/** Keeps the raw body of what nobody understood, so that it can be read again by a version that does. */
export async function keepDropped(
  { body }: Pick<SQSRecord, 'body'>,
  drop: Drop,
  { desk, telemetry }: Services,
): Promise<void> {
  const { channel, traceId, receivedAt } = readInboundMessage(body);
  telemetry.warn('kept an event that is not understood', { traceId, channel, reason: drop.reason });
  await keepUnread(desk.table, { channel, traceId, receivedAt, reason: drop.reason, raw: body });
}
