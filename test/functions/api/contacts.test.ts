import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeContact, showContact } from '../../../functions/api/contacts.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { followOutbox } from '../store/outbox.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  await api.say('question');
  const { body } = await api.ask(listConversations);
  id = JSON.parse(JSON.stringify(body)).items[0].contact.id;
});
afterAll(() => engine.close());

const show = () => api.ask(showContact, apiRequest({ parameters: { id } }));
const change = (body: unknown) => api.ask(changeContact, apiRequest({ parameters: { id } }, body));
const pillow = { key: 'pillow', type: 'text', value: 'feather' };
const stay = { key: 'staying', type: 'flag', value: true, until: '2026-11-24' };

describe('GET /api/contacts/{id}', () => {
  it('shows a person with what they are called, and all their conversations', async () => {
    expect(await show()).toMatchObject({
      status: 200,
      body: {
        id,
        name: 'Ines Okoro',
        identities: [{ channel: 'x', nativeId: 'ines', profile: { handle: 'ines_okoro_ex' } }],
        facts: [],
        conversations: [{ preview: 'text of question', status: 'open' }],
        merges: [],
      },
    });
  });

  it('answers 404 when there is none', async () => {
    id = 'nobody';
    expect(await show()).toMatchObject({ status: 404 });
    expect(await change({ note: 'x' })).toMatchObject({ status: 404 });
  });
});

describe('PATCH /api/contacts/{id}', () => {
  it('keeps facts, a note and a name, and takes them away again', async () => {
    expect(await change({ facts: [pillow, stay], note: 'Kind.', name: 'Ines' })).toMatchObject({
      status: 200,
      body: { facts: [pillow, stay], note: 'Kind.', name: 'Ines' },
    });
    expect(await change({ note: null, facts: [stay] })).toMatchObject({
      body: { facts: [stay], name: 'Ines' },
    });
    expect((await show()).body).not.toHaveProperty('note');
  });

  it('tells who changed what, and nothing when nothing changed', async () => {
    await change({ note: 'Kind.' });
    await change({ note: 'Kind.' });
    const announced = (await followOutbox(api.desk.table)).filter(({ name }) => name === 'contact.changed');
    expect(announced).toMatchObject([{ data: { contactId: id, changed: ['note'] } }]);
  });

  it('loses nothing when two write at once', async () => {
    await Promise.all([change({ note: 'Kind.' }), change({ name: 'Ines' })]);
    expect(await show()).toMatchObject({ body: { note: 'Kind.', name: 'Ines' } });
  });

  it.each([
    { name: 'a date in words', body: { facts: [{ key: 'birthday', type: 'date', value: 'soon' }] } },
    { name: 'a fact twice', body: { facts: [pillow, pillow] } },
    { name: 'a novel', body: { note: 'x'.repeat(5001) } },
  ])('refuses $name', async ({ body }) => {
    expect(await change(body)).toMatchObject({ status: 400 });
  });
});
