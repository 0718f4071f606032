import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversationBehind, putAnswerLink } from '../../../functions/store/answer-links.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('finds the conversation behind the link of a question (A79)', async () => {
  const link = { token: 'secret', conversationId: 'C1', expiresAt: '2026-12-01T10:00:00.000Z' };
  await putAnswerLink(engine.table, link);
  expect(await conversationBehind(engine.table, 'secret')).toBe('C1');
  expect(await conversationBehind(engine.table, 'guessed')).toBeUndefined();
});
