import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  changeConversation,
  listConversations,
  showConversation,
} from '../../../functions/api/conversations.ts';
import { applyEvent } from '../../../functions/desk.ts';
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

const List = z.object({
  items: z.array(z.looseObject({ id: z.string(), preview: z.string(), status: z.string() })),
  cursor: z.nullable(z.string()),
});

async function list(query: Record<string, string> = {}) {
  return List.parse((await api.ask(listConversations, apiRequest({ query }))).body);
}

const person = (nativeId: string) => ({ person: { nativeId } });
const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000).toISOString();

describe('GET /api/conversations', () => {
  it('shows rows as the interface names them', async () => {
    await api.say('question');
    const { body, status } = await api.ask(listConversations);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          id: await api.conversationId(),
          channel: 'x',
          visibility: 'public',
          status: 'open',
          contact: { name: 'Ines Okoro', handle: 'ines_okoro_ex', followers: 51_200 },
          preview: 'text of question',
          clocks: [{ kind: 'firstResponse', startedAt: ASKED, dueAt: minutes(120), state: 'running' }],
        },
      ],
      cursor: null,
    });
  });

  it('gives every conversation once, most urgent first, page by page', async () => {
    for (const [index, at] of [30, 10, 40, 20, 50].entries())
      await api.say(`m${at}`, { at: minutes(at), ...person(`p${index}`) });
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list({ limit: '2', ...(cursor !== '' && { cursor }) });
      pages.push(page.items.map(({ preview }) => preview));
      cursor = page.cursor;
    }
    expect(pages).toEqual([['text of m10', 'text of m20'], ['text of m30', 'text of m40'], ['text of m50']]);
  });

  it('filters by status, channel and team', async () => {
    await api.say('on x', person('a'));
    await api.say('on facebook', { channel: 'facebook', ...person('b') });
    await api.say('done', { at: minutes(1), ...person('c') });
    const done = (await list()).items.find(({ preview }) => preview === 'text of done');
    await api.ask(changeConversation, apiRequest({ parameters: { id: done?.id } }, { status: 'resolved' }));
    const previews = async (query: Record<string, string>) =>
      (await list(query)).items.map(({ preview }) => preview);
    expect(await previews({ channel: 'facebook' })).toEqual(['text of on facebook']);
    expect(await previews({ status: 'resolved' })).toEqual(['text of done']);
    expect((await previews({ team: 'support' })).sort()).toEqual(['text of on facebook', 'text of on x']);
    expect(await previews({ team: 'nobody' })).toEqual([]);
    expect(await previews({ status: 'snoozed' })).toEqual([]);
  });

  const refused: { name: string; query: Record<string, string>; detail: RegExp }[] = [
    {
      name: 'a status that there is not',
      query: { status: 'closed' },
      detail: /status: is not known; it has to be one of open, snoozed, resolved/,
    },
    {
      name: 'a channel that there is not',
      query: { channel: 'telegraph' },
      detail: /channel: .*facebook, x/,
    },
    { name: 'a limit of nothing', query: { limit: '0' }, detail: /limit: has to be at least 1/ },
    { name: 'a limit beyond a hundred', query: { limit: '101' }, detail: /limit: has to be at most 100/ },
    { name: 'a cursor that is invented', query: { cursor: 'invented' }, detail: /Start again without it/ },
    { name: 'an empty cursor', query: { cursor: '' }, detail: /Start again without it/ },
    {
      name: 'a cursor longer than any key',
      query: { cursor: 'A'.repeat(4000) },
      detail: /Start again without it/,
    },
    {
      name: 'a cursor of the list of resolved ones',
      query: { cursor: Buffer.from(`${ASKED}#01M7W77J500002C5YFDSXGSTZ6`).toString('base64url') },
      detail: /Start again without it/,
    },
    {
      name: 'a cursor of the list of open ones for the resolved',
      query: {
        status: 'resolved',
        cursor: Buffer.from(`0#${ASKED}#01M7W77J500002C5YFDSXGSTZ6`).toString('base64url'),
      },
      detail: /Start again without it/,
    },
  ];

  it.each(refused)('refuses $name', async ({ query, detail }) => {
    const { status, headers, body } = await api.ask(listConversations, apiRequest({ query }));
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 400,
      type: 'application/problem+json',
    });
    expect(body).toMatchObject({ title: 'Bad request', status: 400, detail: expect.stringMatching(detail) });
  });
});

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

describe('PATCH /api/conversations/{id}', () => {
  const change = (id: string, body: unknown) =>
    api.ask(changeConversation, apiRequest({ parameters: { id } }, body));

  it('resolves, which ends the clock and takes it from the open ones', async () => {
    await api.say('question');
    const id = await api.conversationId();
    api.time.now = minutes(5);
    expect(await change(id, { status: 'resolved' })).toMatchObject({
      status: 200,
      body: { id, status: 'resolved', resolvedAt: minutes(5), clocks: [{ state: 'ended', waiting: false }] },
    });
    expect((await list()).items).toEqual([]);
    expect((await list({ status: 'resolved' })).items).toMatchObject([{ id }]);
  });

  it('resolves once, however often it is asked', async () => {
    await api.say('question');
    const id = await api.conversationId();
    const answers = await Promise.all([1, 2, 3].map(() => change(id, { status: 'resolved' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await api.ask(showConversation, apiRequest({ parameters: { id } }));
    const { activity } = z.object({ activity: z.array(z.looseObject({ name: z.string() })) }).parse(body);
    expect(activity.filter(({ name }) => name === 'conversation.resolved')).toHaveLength(1);
  });

  it('refuses any other status, and a conversation that there is not', async () => {
    await api.say('question');
    expect(await change(await api.conversationId(), { status: 'gone' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('status: is not known; it has to be resolved') },
    });
    expect(await change('nothing', { status: 'resolved' })).toMatchObject({ status: 404 });
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
