import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showConversation } from '../../../functions/api/conversations.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { showMe } from '../../../functions/api/me.ts';
import { postNote } from '../../../functions/api/notes.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  await api.say('question');
  id = await api.conversationId();
  await api.ask(showMe, { claims: claimsOf('lead') });
});
afterAll(() => engine.close());

const bound = { sub: 'tom', name: 'Tom', 'cognito:groups': ['agent', 'team-parcels'] };
const note = (body: unknown, fields: Parameters<typeof apiRequest>[0] = {}) =>
  api.ask(postNote, apiRequest({ parameters: { id }, ...fields }, body));
const mentioning = (claims: Record<string, unknown>) =>
  api.ask(listConversations, { claims, query: { mentioned: 'me' } });

describe('POST /api/conversations/{id}/notes', () => {
  it('writes a note, which stands beside the conversation and stops no clock', async () => {
    const { status, body } = await note({ text: 'Who knows about parcels?', mentions: ['lead-1'] });
    expect(status).toBe(201);
    const written = {
      text: 'Who knows about parcels?',
      at: ASKED,
      author: { id: 'agent-1', name: 'The agent' },
      mentions: ['lead-1'],
    };
    expect(body).toMatchObject({ note: written });
    expect(await api.ask(showConversation, apiRequest({ parameters: { id } }))).toMatchObject({
      body: {
        notes: [written],
        messages: [{ nativeId: 'question' }],
        clocks: [{ state: 'running' }],
        activity: expect.arrayContaining([expect.objectContaining({ name: 'conversation.mentioned' })]),
      },
    });
  });

  it('shows the conversation to whom it mentions, until they write themselves', async () => {
    await note({ text: 'Who knows?', mentions: ['lead-1'] });
    expect(await mentioning(claimsOf('lead'))).toMatchObject({ body: { items: [{ id }], cursor: null } });
    expect(await mentioning(claimsOf('agent'))).toMatchObject({ body: { items: [] } });
    await note({ text: 'I do.' }, { claims: claimsOf('lead') });
    expect(await mentioning(claimsOf('lead'))).toMatchObject({ body: { items: [] } });
  });

  it('is written once for a key, and answered alike', async () => {
    const headers = { 'idempotency-key': 'note-1' };
    const first = await note({ text: 'Once' }, { headers });
    api.time.now = new Date(Date.parse(ASKED) + 60_000).toISOString();
    expect((await note({ text: 'Once' }, { headers })).body).toEqual(first.body);
    expect(await api.ask(showConversation, apiRequest({ parameters: { id } }))).toMatchObject({
      body: { notes: [{ text: 'Once' }] },
    });
  });

  it('is not for agents of other teams, unless they were mentioned', async () => {
    expect(await note({ text: 'Me too' }, { claims: bound })).toMatchObject({ status: 403 });
    await api.ask(showMe, { claims: bound });
    await note({ text: 'Tom?', mentions: ['tom'] });
    expect(await note({ text: 'Yes.' }, { claims: bound })).toMatchObject({ status: 201 });
  });

  const wrong: { name: string; body: unknown; status: number }[] = [
    { name: 'no words', body: { text: ' ' }, status: 400 },
    { name: 'more words than anybody reads', body: { text: 'x'.repeat(20_001) }, status: 400 },
    { name: 'somebody who never signed in', body: { text: 'Hi', mentions: ['ghost'] }, status: 422 },
  ];

  it.each(wrong)('refuses $name', async ({ body, status }) => {
    expect(await note(body)).toMatchObject({ status });
  });

  it('answers 404 for a conversation that there is not', async () => {
    expect(await note({ text: 'Hi' }, { parameters: { id: 'none' } })).toMatchObject({ status: 404 });
  });
});
