import { afterAll, beforeAll, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import {
  conversationsOfContact,
  getContact,
  getContacts,
  putContact,
} from '../../../functions/store/contacts.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { followOutbox } from './outbox.ts';
import { conversationId, NOW, sampleChange, sampleConversation } from './sample.ts';

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

it('keeps what agents write over the version that they read, and announces it (A6, A41)', async () => {
  const contact = { id: 'known', identities: [], createdAt: NOW };
  await commit(engine.table, sampleChange({ newContact: contact }));
  const event = { name: 'contact.changed' as const, data: { contactId: 'known', changed: ['note'] } };
  const news = { event, at: NOW, actor: 'mary', traceId: 't' };
  expect(await putContact(engine.table, { ...contact, note: 'a' }, news)).toBe(true);
  expect(await putContact(engine.table, { ...contact, note: 'b' }, news)).toBe(false);
  expect(await putContact(engine.table, { ...contact, note: 'c', version: 1 }, news)).toBe(true);
  expect(await getContact(engine.table, 'known')).toMatchObject({ note: 'c', version: 2 });
  expect(await getContacts(engine.table, ['nobody', 'known'])).toHaveLength(1);
  const announced = await followOutbox(engine.table);
  expect(announced.filter(({ name }) => name === 'contact.changed')).toHaveLength(2);
});
