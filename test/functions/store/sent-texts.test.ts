import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadReplyContext } from '../../../functions/store/reply-context.ts';
import { rememberText, type SentText } from '../../../functions/store/sent-texts.ts';
import { write } from '../../../functions/store/write.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

async function others(sent: SentText): Promise<number> {
  return (await loadReplyContext(engine.table, sent)).sentToday;
}

it('knows how many others got the same text that day (A75)', async () => {
  const sent = { text: 'we are on it and tell you more', at: '2026-11-20T10:00:00.000Z' };
  for (const conversationId of ['C1', 'C2', 'C2', 'C3'])
    await write(engine.table, [rememberText({ ...sent, conversationId })]);
  expect(await others({ ...sent, conversationId: 'C1' })).toBe(2);
  expect(await others({ ...sent, conversationId: 'C9' })).toBe(3);
  expect(await others({ ...sent, text: 'another', conversationId: 'C1' })).toBe(0);
  const tomorrow = '2026-11-21T10:00:00.000Z';
  expect(await others({ ...sent, at: tomorrow, conversationId: 'C1' })).toBe(0);
});
