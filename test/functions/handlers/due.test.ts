import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEvent, type Desk } from '../../../functions/desk.ts';
import type { MessageEvent } from '../../../functions/domain/inbound-event.ts';
import { fireDue } from '../../../functions/handlers/due.ts';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import { getConversation, latestActivity } from '../../../functions/store/conversations.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { recordTelemetry } from './recorded-telemetry.ts';

/** X has two hours for its first answer: a warning after an hour and a half, escalations 15 and 60 minutes after the breach. */
const ASKED = '2026-11-20T10:00:00.000Z';
const WARNING = '2026-11-20T11:30:00.000Z';
const BREACH = '2026-11-20T12:00:00.000Z';
const LEAD = '2026-11-20T12:15:00.000Z';
const ADMIN = '2026-11-20T13:00:00.000Z';
const justAfter = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const said = (nativeId: string, fields: Partial<MessageEvent> = {}): MessageEvent => ({
  kind: 'message',
  channel: 'x',
  accountId: '18',
  at: ASKED,
  nativeId,
  direction: 'inbound',
  visibility: 'private',
  person: { nativeId: 'ines' },
  text: 'My parcel is late',
  attachments: [],
  ...fields,
});

/** A desk with one conversation in which somebody waits, a clock to set, and everything that leaves. */
async function waitingDesk() {
  const time = { now: ASKED };
  const desk: Desk = { table: await engine.newTable(), clock: () => time.now, orderedId };
  await applyEvent(said('question'), 'trace-1', desk);
  const { conversations } = await listInbox(desk.table, { status: 'open', limit: 1 });
  const id = conversations[0]?.id ?? '';
  const due: Outgoing[] = [];
  const outbound: Outgoing[] = [];
  const broadcasts: Outgoing[] = [];
  const services = {
    desk,
    enqueueDue: async (messages: Outgoing[]) => void due.push(...messages),
    enqueueOutbound: async (messages: Outgoing[]) => void outbound.push(...messages),
    enqueueBroadcast: async (messages: Outgoing[]) => void broadcasts.push(...messages),
    telemetry: recordTelemetry(),
  };
  const fire = (dueAt: string, now = justAfter(dueAt)) => {
    time.now = now;
    return fireDue({ body: JSON.stringify({ id, dueAt }) }, services);
  };
  const told = async () => {
    const activity = await latestActivity(desk.table, id, 50);
    return activity
      .flatMap(({ events }) => events.map(({ name }) => name))
      .filter((name) => /^clock\.(?!started)/.test(name));
  };
  return { desk, id, due, fire, told, services };
}

describe('fireDue', () => {
  it('takes every step of a clock at its time, each once, up to the last', async () => {
    const { fire, told, desk, id } = await waitingDesk();
    for (const instant of [WARNING, BREACH, LEAD, ADMIN]) {
      await fire(instant);
      await fire(instant);
    }
    expect(await told()).toEqual(['clock.warned', 'clock.breached', 'clock.escalated', 'clock.escalated']);
    expect((await getConversation(desk.table, id))?.clocks).toMatchObject([{ state: 'breached' }]);
  });

  it('fires a step once under ten deliveries at the same time', async () => {
    const { fire, told } = await waitingDesk();
    await Promise.all(Array.from({ length: 10 }, () => fire(WARNING)));
    expect(await told()).toEqual(['clock.warned']);
  });

  it('fires all that is due by now, and no warning once it is too late for one', async () => {
    const { fire, told } = await waitingDesk();
    await fire(WARNING, justAfter(LEAD));
    expect(await told()).toEqual(['clock.breached', 'clock.escalated']);
  });

  const early = [
    { name: 'twenty seconds', now: '2026-11-20T11:29:40.000Z', delay: 21 },
    { name: 'a millisecond', now: '2026-11-20T11:29:59.999Z', delay: 1 },
    { name: 'nothing at all', now: WARNING, delay: 1 },
  ];

  it.each(early)('sends a message back that is early by $name', async ({ now, delay }) => {
    const { fire, told, due, id } = await waitingDesk();
    await fire(WARNING, now);
    expect(due).toEqual([{ body: JSON.stringify({ id, dueAt: WARNING }), delay }]);
    expect(await told()).toEqual([]);
  });

  it('does nothing when somebody answered meanwhile', async () => {
    const { fire, told, desk, due } = await waitingDesk();
    await applyEvent(
      said('answer', { direction: 'outbound', at: '2026-11-20T10:30:00.000Z' }),
      'trace-2',
      desk,
    );
    await fire(WARNING);
    await fire(BREACH);
    expect(await told()).toEqual(['clock.met']);
    expect(due).toEqual([]);
  });

  it('does nothing when the time moved away', async () => {
    const { fire, told, desk } = await waitingDesk();
    await applyEvent(
      { kind: 'removal', channel: 'x', accountId: '18', at: ASKED, nativeId: 'question', removal: 'deleted' },
      'trace-2',
      desk,
    );
    await fire(WARNING);
    expect(await told()).toEqual(['clock.ended']);
  });

  it('does nothing about a conversation that is not there', async () => {
    const { services } = await waitingDesk();
    const record = { body: JSON.stringify({ id: orderedId(ASKED, 'gone'), dueAt: ASKED }) };
    await fireDue(record, { ...services, desk: { ...services.desk, clock: () => WARNING } });
  });

  it('hands the trace of the question on to the alert', async () => {
    const { fire, desk, id } = await waitingDesk();
    await fire(WARNING);
    const [, warned] = await latestActivity(desk.table, id, 5);
    expect(warned).toMatchObject({ traceId: 'trace-1', actor: 'clock', at: justAfter(WARNING) });
  });

  it('has to be told something that it understands', async () => {
    const { services } = await waitingDesk();
    for (const body of ['{}', 'no json', '{"id":1,"dueAt":"x"}'])
      await expect(fireDue({ body }, services)).rejects.toThrow();
  });
});
