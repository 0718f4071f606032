import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { changeConversation, claimConversation } from '../../../functions/api/arrangements.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { makeFindable } from '../../../functions/bookkeeping/make-findable.ts';
import { searchEvents } from '../../../functions/domain/events.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { followOutbox } from '../store/outbox.ts';
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

  it('lists what waits, what is mine, what is nobody’s, and what has a tag', async () => {
    for (const nativeId of ['a', 'b', 'c']) await api.say(nativeId, person(nativeId));
    const [a, b] = (await list()).items;
    const path = (row: typeof a) => ({ parameters: { id: row?.id } });
    await api.ask(changeConversation, apiRequest(path(a), { tags: ['vip'] }));
    await api.ask(claimConversation, apiRequest(path(b)));
    api.time.now = minutes(1);
    await api.ask(postReply, apiRequest(path(b), { text: 'We look', visibility: 'private' }));
    const ids = async (query: Record<string, string>) => (await list(query)).items.map(({ id }) => id);
    expect(await ids({ unanswered: 'true' })).toHaveLength(2);
    expect(await ids({ unanswered: 'true' })).not.toContain(b?.id);
    expect(await ids({ owner: 'me' })).toEqual([b?.id]);
    expect(await ids({ owner: 'agent-1', channel: 'facebook' })).toEqual([]);
    expect(await ids({ owner: 'none' })).toHaveLength(2);
    expect(await ids({ owner: 'none', tag: 'vip' })).toEqual([a?.id]);
    expect(await ids({ owner: 'somebody else' })).toEqual([]);
  });

  it('finds by names and words, whatever became of a conversation since, page by page', async () => {
    const ids: string[] = [];
    for (const [index, nativeId] of ['a', 'b', 'c'].entries()) {
      await api.say(nativeId, {
        at: minutes(index),
        text: `Umbrella ${nativeId}`,
        person: { nativeId, name: 'Ines' },
      });
      const open = (await list()).items.find(({ preview }) => preview === `Umbrella ${nativeId}`);
      ids.unshift(open?.id ?? '');
    }
    const [c, b, a] = ids;
    for (const one of await followOutbox(api.desk.table))
      if (searchEvents.some((name) => name === one.name)) await makeFindable(busRecord(one.name, one), api);
    await api.ask(changeConversation, apiRequest({ parameters: { id: a } }, { status: 'resolved' }));
    await api.ask(changeConversation, apiRequest({ parameters: { id: b } }, { blocked: true }));
    const found = async (query: Record<string, string>) => {
      const { items, cursor } = await list(query);
      return { ids: items.map(({ id }) => id), cursor };
    };
    expect(await found({ q: 'umbrella ine' })).toEqual({ ids: [c, b, a], cursor: null });
    expect(await found({ q: 'Umbrella', status: 'resolved' })).toEqual({ ids: [a], cursor: null });
    expect(await found({ q: 'parasol' })).toEqual({ ids: [], cursor: null });
    const first = await found({ q: 'umbrella', limit: '2' });
    expect(first.ids).toEqual([c, b]);
    expect(await found({ q: 'umbrella', limit: '2', cursor: first.cursor ?? '' })).toEqual({
      ids: [a],
      cursor: null,
    });
    expect((await found({ q: ' ' })).ids).toEqual([c]);
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
