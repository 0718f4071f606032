import { afterAll, beforeAll, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { conversationsOfContact } from '../../../functions/store/contacts.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { conversationId, sampleChange, sampleConversation } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('lists the conversations of a contact, the latest first, however they ended (A39)', async () => {
  for (const day of [1, 3, 2]) {
    const id = conversationId(`day ${day}`, `2026-11-0${day}T10:00:00.000Z`);
    const status = day === 1 ? ('resolved' as const) : ('open' as const);
    const after = sampleConversation('c', { id, contactId: 'ines', preview: `day ${day}`, status });
    await commit(engine.table, sampleChange({ conversation: { before: undefined, after } }));
  }
  const previews = async (limit: number) =>
    (await conversationsOfContact(engine.table, 'ines', limit)).map(({ preview }) => preview);
  expect(await previews(9)).toEqual(['day 3', 'day 2', 'day 1']);
  expect(await previews(1)).toEqual(['day 3']);
});
