import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyChange } from '../../../functions/domain/change.ts';
import type { Correction } from '../../../functions/domain/triage/labels.ts';
import { commit } from '../../../functions/store/commit.ts';
import type { Table } from '../../../functions/store/table.ts';
import {
  correctionsSince,
  countsSince,
  countTriaged,
  listCorrections,
} from '../../../functions/store/triage.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
  table = await engine.newTable();
});
afterAll(() => engine.close());

const read = { reason: 'problem', sentiment: 'negative', needsReply: true, spam: false } as const;
const aCorrection = (messageId: string, at: string): Correction => ({
  messageId,
  text: 'The app crashes',
  channel: 'x',
  language: 'en',
  urgency: 0,
  at,
  agentId: 'agent-1',
  read,
  said: { ...read, reason: 'inquiry' },
});

describe('the counts of labels (A71)', () => {
  it('are kept by day', async () => {
    await countTriaged(table, read, '2026-11-19T10:00:00.000Z');
    await countTriaged(table, read, '2026-11-20T10:00:00.000Z');
    await countTriaged(table, { ...read, reason: 'inquiry' }, '2026-11-20T10:00:01.000Z');
    expect(await countsSince(table, '2026-11-20')).toEqual(
      new Map([
        ['problem', 1],
        ['inquiry', 1],
        ['negative', 2],
        ['needs reply', 2],
        ['no spam', 2],
      ]),
    );
    expect((await countsSince(table, '2026-11-19')).get('problem')).toBe(2);
  });
});

describe('corrections (A70)', () => {
  it('are one for each message, the latest', async () => {
    const early = aCorrection('c1.m1', '2026-11-18T10:00:00.000Z');
    const late = aCorrection('c1.m2', '2026-11-20T10:00:00.000Z');
    const cause = { traceId: 't', at: late.at, actor: 'agent-1' };
    for (const correction of [early, { ...late, text: 'before' }, late]) {
      expect(await commit(table, { ...emptyChange(cause), corrections: [correction] })).toBe('committed');
    }
    expect(await correctionsSince(table, '2026-11-19')).toEqual([late]);
    expect(await listCorrections(table, undefined, 1)).toEqual({ corrections: [early], last: 'c1.m1' });
    expect((await listCorrections(table, 'c1.m1', 10)).corrections).toEqual([late]);
  });
});
