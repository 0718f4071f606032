import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignWork } from '../../../functions/bookkeeping/assign-work.ts';
import { Drop } from '../../../functions/errors.ts';
import { openAssignmentDesk } from '../assignment-desk.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

describe('whoever assigns work', () => {
  it('says what it settled, and not who', async () => {
    const { desk, ask, news, owners, present } = await openAssignmentDesk(await engine.newTable());
    await present('ann');
    await ask('p1');
    const telemetry = recordTelemetry();
    for (const record of await news()) await assignWork(record, { desk, telemetry });
    expect(await owners()).toEqual({ p1: 'ann' });
    expect(telemetry.lines.map(({ fields }) => fields)).toEqual([
      { traceId: 'trace-1', eventId: expect.any(String), event: 'agent.reported' },
      { traceId: 'trace-1', eventId: expect.any(String), event: 'conversation.passed' },
    ]);
  });

  it.each([
    ['another announcement', busRecord('message.received', { name: 'message.received' })],
    ['no JSON', { body: '' }],
    [
      'news without a conversation',
      busRecord('conversation.passed', { name: 'conversation.passed', data: {} }),
    ],
  ])('drops %s', async (_name, record) => {
    const { desk } = await openAssignmentDesk(await engine.newTable());
    await expect(assignWork(record, { desk, telemetry: recordTelemetry() })).rejects.toThrow(
      new Drop('unreadable bus event'),
    );
  });
});
