import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetAnswer, keepAnswer, latestAnswers } from '../../../functions/store/past-answers.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const answer = (conversationId: string, teamId = 'support') => ({
  conversationId,
  teamId,
  question: 'Dogs?',
  answer: 'Of course.',
  at: '2026-11-20T10:00:00.000Z',
});

it('keeps the good answers of a team, the latest first, until they are forgotten (A78)', async () => {
  const { table } = engine;
  for (const id of ['C1', 'C2', 'C2', 'C3']) await keepAnswer(table, answer(id));
  await keepAnswer(table, answer('C4', 'parcels'));
  expect((await latestAnswers(table, 'support', 2)).map(({ conversationId }) => conversationId)).toEqual([
    'C3',
    'C2',
  ]);
  await forgetAnswer(table, 'support', 'C3');
  expect(await latestAnswers(table, 'support', 9)).toEqual([answer('C2'), answer('C1')]);
});
