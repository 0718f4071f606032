import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { changeConversation } from '../../../functions/api/arrangements.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { getConversation, latestActivity, latestMessages } from '../../../functions/store/conversations.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
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
  api.time.now = ANSWERED;
});
afterAll(() => engine.close());

const ANSWERED = '2026-11-20T10:30:00.000Z';
const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000).toISOString();

interface Options {
  key?: string;
  to?: string;
  by?: string;
}

function reply(body: unknown, { key, to = id, by = 'agent-1' }: Options = {}) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const path = `/api/conversations/${to}/replies`;
  return api.ask(
    postReply,
    apiRequest({ parameters: { id: to }, path, headers, claims: claimsOf('agent', by) }, body),
  );
}

const Stored = z.object({ message: z.looseObject({ id: z.string() }) });
const idIn = (body: unknown) => Stored.parse(body).message.id;
const messages = () => latestMessages(api.desk.table, id, 50);
const clocks = async () => (await getConversation(api.desk.table, id))?.clocks;
const activity = async () =>
  (await latestActivity(api.desk.table, id, 50)).flatMap(({ events }) => events.map(({ name }) => name));

describe('POST /api/conversations/{id}/replies', () => {
  it('stores what the agent wrote as queued, honestly, and stops the clock', async () => {
    const { status, body } = await reply({ text: 'It left today.' });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      message: {
        id: expect.stringContaining(`${id}.`),
        direction: 'outbound',
        visibility: 'public',
        text: 'It left today.',
        state: 'queued',
        at: ANSWERED,
        author: { agentId: 'agent-1', name: 'The agent' },
      },
    });
    expect(await clocks()).toMatchObject([{ state: 'met', answeredAt: ANSWERED }]);
    expect(await activity()).toEqual(expect.arrayContaining(['message.answered', 'clock.met']));
    expect((await messages()).map(({ direction }) => direction)).toEqual(['inbound', 'outbound']);
  });

  it('met the target at its last instant, and not right after', async () => {
    api.time.now = minutes(120);
    await reply({ text: 'Just in time.' });
    expect(await clocks()).toMatchObject([{ state: 'met' }]);
  });

  it('is late right after that instant', async () => {
    api.time.now = new Date(Date.parse(minutes(120)) + 1).toISOString();
    await reply({ text: 'Too late.' });
    expect(await clocks()).toMatchObject([{ state: 'breached', answeredAt: api.time.now }]);
  });

  it('goes where the person wrote last, unless the agent says otherwise', async () => {
    await api.say('privately', { visibility: 'private', at: minutes(20) });
    const [first, second] = [await reply({ text: 'a' }), await reply({ text: 'b', visibility: 'public' })];
    expect([first.body, second.body]).toMatchObject([
      { message: { visibility: 'private' } },
      { message: { visibility: 'public' } },
    ]);
  });

  it('keeps every reply, also when two agents answer at the same time', async () => {
    const texts = ['one', 'two', 'three'];
    const answers = await Promise.all(texts.map((text, index) => reply({ text }, { by: `agent-${index}` })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const said = (await messages())
      .filter(({ direction }) => direction === 'outbound')
      .map(({ text }) => text);
    expect(said.sort()).toEqual([...texts].sort());
  });
});

describe('an Idempotency-Key', () => {
  it('makes a reply that is sent again the same reply', async () => {
    const first = await reply({ text: 'It left today.' }, { key: 'k1' });
    api.time.now = minutes(40);
    const second = await reply({ text: 'It left today.' }, { key: 'k1' });
    expect([second.status, idIn(second.body)]).toEqual([202, idIn(first.body)]);
    expect(await messages()).toHaveLength(2);
  });

  it('makes five at the same time one', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => reply({ text: 'It left.' }, { key: 'k1' })));
    expect(new Set(answers.map(({ body }) => idIn(body))).size).toBe(1);
    expect(await messages()).toHaveLength(2);
  });

  it('answers again even if something came in since, because that was answered before it', async () => {
    const last = (await messages()).at(-1)?.id;
    const body = { text: 'It left today.', ifLastMessage: last };
    const first = await reply(body, { key: 'k1' });
    await api.say('thanks', { at: minutes(50) });
    expect(await reply(body, { key: 'k1' })).toMatchObject({
      status: 202,
      body: { message: { id: idIn(first.body) } },
    });
  });

  it('is each agent’s and each conversation’s own', async () => {
    await api.say('other question', { person: { nativeId: 'ola' } });
    const { conversations } = await listInbox(api.desk.table, { status: 'open', limit: 2 });
    const other = conversations.find((conversation) => conversation.id !== id)?.id;
    const answers = [
      await reply({ text: 'a' }, { key: 'k1' }),
      await reply({ text: 'b' }, { key: 'k1', by: 'agent-2' }),
      await reply({ text: 'c' }, { key: 'k1', to: other ?? '' }),
    ];
    expect(answers.map(({ body }) => body)).toMatchObject(
      ['a', 'b', 'c'].map((text) => ({ message: { text } })),
    );
  });

  it('that is missing makes every request a reply of its own', async () => {
    await reply({ text: 'same' });
    await reply({ text: 'same' });
    expect(await messages()).toHaveLength(3);
  });

  it('that is too long is refused', async () => {
    expect(await reply({ text: 'a' }, { key: 'k'.repeat(256) })).toMatchObject({ status: 400 });
  });
});

describe('ifLastMessage', () => {
  it('lets a reply through to an agent who has seen everything', async () => {
    const last = (await messages()).at(-1)?.id;
    expect(await reply({ text: 'Seen.', ifLastMessage: last })).toMatchObject({ status: 202 });
  });

  it('refuses a reply with what came in meanwhile, and stores nothing', async () => {
    const seen = (await messages()).at(-1)?.id;
    await api.say('more', { at: minutes(10) });
    await api.say('even more', { at: minutes(11) });
    const { status, headers, body } = await reply({ text: 'Unseen.', ifLastMessage: seen }, { key: 'k1' });
    expect(status).toBe(409);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({
      title: 'Changed meanwhile',
      detail: expect.stringContaining('Read it, then send again'),
      messages: [{ nativeId: 'more' }, { nativeId: 'even more', text: 'text of even more' }],
    });
    const { lastMessage } = z.looseObject({ lastMessage: z.string() }).parse(body);
    expect(await clocks()).toMatchObject([{ state: 'running' }]);
    expect(await reply({ text: 'Seen.', ifLastMessage: lastMessage }, { key: 'k1' })).toMatchObject({
      status: 202,
    });
  });
});

describe('a reply is refused', () => {
  const rows: { name: string; body: unknown; detail: RegExp }[] = [
    { name: 'without a text', body: {}, detail: /text: is missing; it has to be text/ },
    { name: 'with an empty text', body: { text: '' }, detail: /text: is empty/ },
    { name: 'with nothing but spaces', body: { text: ' \n\t' }, detail: /text: is empty/ },
    {
      name: 'with a text that is too long for anything',
      body: { text: 'x'.repeat(50_001) },
      detail: /text: has more than 50000 characters/,
    },
    { name: 'with something else for a text', body: { text: 7 }, detail: /text: has to be text/ },
    {
      name: 'for a place that there is not',
      body: { text: 'a', visibility: 'secret' },
      detail: /visibility: is not known; it has to be one of public, private/,
    },
    {
      name: 'for a time that has passed',
      body: { text: 'a', scheduledAt: ASKED },
      detail: /has passed already/,
    },
  ];

  it.each(rows)('$name', async ({ body, detail }) => {
    const answer = await reply(body);
    expect(answer).toMatchObject({
      status: 400,
      body: { status: 400, detail: expect.stringMatching(detail) },
    });
    expect(await messages()).toHaveLength(1);
  });

  it('for a conversation that there is not', async () => {
    expect(await reply({ text: 'a' }, { to: 'nothing' })).toMatchObject({ status: 404 });
  });

  it('for somebody in none of the groups', async () => {
    expect(await api.ask(postReply, { claims: {}, parameters: { id } })).toMatchObject({ status: 403 });
  });
});

describe('after a reply', () => {
  it('a new message of the person starts a clock for the next response', async () => {
    await reply({ text: 'It left today.' });
    await api.say('and now?', { at: minutes(60) });
    expect(await clocks()).toMatchObject([
      { kind: 'firstResponse', state: 'met' },
      { kind: 'nextResponse', state: 'running' },
    ]);
  });

  it('resolving leaves what was met as it is', async () => {
    await reply({ text: 'It left today.' });
    await api.ask(changeConversation, apiRequest({ parameters: { id } }, { status: 'resolved' }));
    expect(await clocks()).toMatchObject([{ state: 'met' }]);
  });
});
