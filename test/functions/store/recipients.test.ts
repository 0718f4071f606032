import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleRecipient, takeRecipient } from '../../../functions/domain/recipient.ts';
import {
  claimRecipient,
  getRecipient,
  listRecipients,
  planRecipients,
  progressOf,
  settleRecipientItem,
} from '../../../functions/store/recipients.ts';
import type { Table } from '../../../functions/store/table.ts';
import { later, NOW, recipientOf } from '../domain/sample-broadcast.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const occasion = { at: NOW, actor: 'x', traceId: 't' };
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    recipientOf({
      name: `email#${String(index).padStart(4, '0')}`,
      audience: 'email',
      subscriberId: `${index}`,
    }),
  );

describe('recipients of a broadcast', () => {
  it('are planned and counted once, however often they are planned (A52, A53)', async () => {
    await planRecipients(table, many(70));
    await planRecipients(table, many(120));
    await planRecipients(table, many(120));
    expect(await progressOf(table, 'b1')).toEqual(
      new Map([['email', { planned: 120, sent: 0, failed: 0, skipped: 0 }]]),
    );
  });

  it('are listed page by page, all or those of an audience (A52)', async () => {
    await planRecipients(table, [...many(3)]);
    await planRecipients(table, [recipientOf()]);
    const first = await listRecipients(table, 'b1', { audience: 'email', limit: 2 });
    expect(first.recipients.map(({ name }) => name)).toEqual(['email#0000', 'email#0001']);
    const second = await listRecipients(table, 'b1', { audience: 'email', limit: 2, after: first.last });
    expect(second.recipients.map(({ name }) => name)).toEqual(['email#0002']);
    expect((await listRecipients(table, 'b1', {})).recipients).toHaveLength(4);
  });

  it('are claimed by one worker alone', async () => {
    await planRecipients(table, [recipientOf()]);
    const taken = takeRecipient(recipientOf(), NOW);
    if (!('claimed' in taken)) throw new Error('It was not taken.');
    const claims = Array.from({ length: 5 }, () => claimRecipient(table, recipientOf(), taken.claimed));
    expect((await Promise.all(claims)).filter((won) => won)).toHaveLength(1);
    const stored = await getRecipient(table, 'b1', recipientOf().name);
    expect(stored).toEqual(taken.claimed);
  });

  it('are settled and counted once, by whoever has the claim (A53)', async () => {
    await planRecipients(table, [recipientOf()]);
    const taken = takeRecipient(recipientOf(), NOW);
    if (!('claimed' in taken)) throw new Error('It was not taken.');
    await claimRecipient(table, recipientOf(), taken.claimed);
    const settled = settleRecipient(taken.claimed, { outcome: 'sent', nativeId: '7' }, later(1));
    expect(await settleRecipientItem(table, recipientOf(), settled, occasion)).toBe(false);
    expect(await settleRecipientItem(table, taken.claimed, settled, occasion)).toBe(true);
    expect(await settleRecipientItem(table, taken.claimed, settled, occasion)).toBe(false);
    expect(await progressOf(table, 'b1')).toEqual(
      new Map([['x', { planned: 1, sent: 1, failed: 0, skipped: 0 }]]),
    );
  });
});
