import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConversation } from '../../../functions/api/arrangements.ts';
import { showConversation, showEarlierMessages } from '../../../functions/api/conversations.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { applyEvent } from '../../../functions/desk.ts';
import { latestMessages } from '../../../functions/store/conversations.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000).toISOString();

describe('GET /api/conversations/{id}', () => {
  const show = (id: string) => api.ask(showConversation, apiRequest({ parameters: { id } }));

  it('shows the conversation with its messages, posts, clocks and activity', async () => {
    await api.say('question', { post: { nativeId: 'post-1', text: 'Lanterns are back' } });
    await api.say('more', { at: minutes(1) });
    const id = await api.conversationId();
    const like = {
      kind: 'engagement',
      channel: 'x',
      accountId: '18',
      at: ASKED,
      sort: 'like',
      personId: 'ola',
      added: true,
    } as const;
    for (const targetId of ['question', 'post-1']) await applyEvent({ ...like, targetId }, 't', api.desk);
    expect(await show(id)).toMatchObject({
      status: 200,
      body: {
        id,
        messages: [
          {
            nativeId: 'question',
            direction: 'inbound',
            visibility: 'public',
            text: 'text of question',
            at: ASKED,
            state: 'received',
            engagement: { likes: 1 },
          },
          { nativeId: 'more' },
        ],
        posts: [{ nativeId: 'post-1', text: 'Lanterns are back', engagement: { likes: 1, shares: 0 } }],
        clocks: [
          { kind: 'firstResponse', state: 'running', why: { sentence: expect.stringContaining('2 hours') } },
        ],
        activity: [
          { name: 'conversation.opened', actor: 'x', traceId: 'trace of question' },
          { name: 'message.received' },
          { name: 'clock.started' },
          { name: 'message.received', traceId: 'trace of more' },
        ],
      },
    });
  });

  it('shows a clock as breached from the moment on, whether it was told or not', async () => {
    await api.say('question');
    const id = await api.conversationId();
    api.time.now = minutes(120);
    expect(await show(id)).toMatchObject({ body: { clocks: [{ state: 'running' }] } });
    api.time.now = new Date(Date.parse(minutes(120)) + 1).toISOString();
    expect(await show(id)).toMatchObject({ body: { clocks: [{ state: 'breached', waiting: true }] } });
  });

  const unknown = ['01M7W77J500002C5YFDSXGSTZ6', 'nothing', '', '#', 'x'.repeat(3000), '../settings'];

  it.each(unknown)('answers 404 when there is none: %.20s', async (id) => {
    expect(await show(id)).toMatchObject({
      status: 404,
      body: { detail: 'There is no conversation with this id.' },
    });
  });
});

describe('a first look at a conversation', () => {
  const look = async (messages: string) =>
    api.ask(
      showConversation,
      apiRequest({ parameters: { id: await api.conversationId() }, query: { messages } }),
    );

  it('has as many of its latest messages as were asked for', async () => {
    for (const minute of [0, 1, 2]) await api.say(`m${minute}`, { at: minutes(minute) });
    expect(await look('2')).toMatchObject({
      status: 200,
      body: { messages: [{ nativeId: 'm1' }, { nativeId: 'm2' }], hasEarlier: true },
    });
    expect(await look('3')).toMatchObject({ body: { hasEarlier: false } });
  });

  it('has no more of them than a whole one', async () => {
    await api.say('question');
    expect(await look('201')).toMatchObject({ status: 400 });
  });
});

describe('GET /api/conversations/{id}/messages', () => {
  const earlier = (id: string, before: string) =>
    api.ask(showEarlierMessages, apiRequest({ parameters: { id }, query: { before } }));

  it('gives the messages before one, oldest first', async () => {
    for (const minute of [0, 1, 2]) await api.say(`m${minute}`, { at: minutes(minute) });
    const id = await api.conversationId();
    const [, , last] = await latestMessages(api.desk.table, id, 3);
    expect(await earlier(id, last?.id ?? '')).toMatchObject({
      status: 200,
      body: { messages: [{ nativeId: 'm0' }, { nativeId: 'm1' }], hasEarlier: false },
    });
  });

  it('refuses the id of a message of another conversation', async () => {
    await api.say('question');
    expect(await earlier(await api.conversationId(), 'other.message')).toMatchObject({ status: 400 });
  });
});

describe('all of them', () => {
  it('are for those who are in one of the desk’s groups', async () => {
    for (const respond of [listConversations, showConversation, changeConversation]) {
      const { status, body } = await api.ask(respond, { claims: { sub: 'somebody' } });
      expect(status).toBe(403);
      expect(body).toMatchObject({ title: 'Not allowed', traceId: expect.stringContaining('request-') });
    }
  });
});
