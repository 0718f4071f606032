import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/handlers/sweep.ts';
import { DueMessage } from '../../../functions/queues/due-message.ts';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { storeConversations } from '../store/many-conversations.ts';
import { runningClock, sampleConversation } from '../store/sample.ts';
import { recordTelemetry } from './recorded-telemetry.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const second = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
let engine: TestTable;

beforeAll(async () => {
  engine = await openTestTable();
  const dueIn = [-3600, -1, 0, 20, 89.999, 90, 90.001, 600];
  await storeConversations(engine.table, [
    ...dueIn.map((seconds) =>
      sampleConversation(`due in ${seconds}`, {
        preview: `${seconds}`,
        clocks: [runningClock(second(seconds))],
      }),
    ),
    sampleConversation('answered', {
      clocks: [{ ...runningClock(second(5)), state: 'met', answeredAt: NOW }],
    }),
    sampleConversation('resolved', {
      status: 'resolved',
      resolvedAt: NOW,
      clocks: [runningClock(second(5))],
    }),
  ]);
});
afterAll(() => engine.close());

async function swept() {
  const queued: Outgoing[] = [];
  const telemetry = recordTelemetry();
  const enqueue = async (messages: Outgoing[]) => void queued.push(...messages);
  await sweep({ table: engine.table, clock: () => NOW, enqueue, telemetry });
  const due = queued
    .map(({ body, delay }) => ({ ...DueMessage.parse(JSON.parse(body)), delay }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return { due, telemetry };
}

describe('sweep', () => {
  it('hands over what is due within its horizon, to arrive when it has passed, and what was lost at once', async () => {
    const { due } = await swept();
    expect(due.map(({ dueAt, delay }) => [dueAt, delay])).toEqual([
      [second(-3600), 0],
      [second(-1), 0],
      [second(0), 1],
      [second(20), 21],
      [second(89.999), 90],
      [second(90), 91],
    ]);
  });

  it('hands it over again as long as it has not fired, so that a lost message only comes late', async () => {
    expect((await swept()).due).toEqual((await swept()).due);
  });

  it('says how much it found', async () => {
    expect((await swept()).telemetry.lines).toEqual([
      { level: 'info', message: 'swept', fields: { found: 6 } },
    ]);
  });

  it('fails when the queue does, so that the alarm of the schedule sees it', async () => {
    const enqueue = async () => {
      throw new Error('SQS is down');
    };
    const services = { table: engine.table, clock: () => NOW, enqueue, telemetry: recordTelemetry() };
    await expect(sweep(services)).rejects.toThrow('SQS is down');
  });
});
