import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { changeConversation, claimConversation } from '../../../functions/api/arrangements.ts';
import { showConversation } from '../../../functions/api/conversations.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { showMe } from '../../../functions/api/me.ts';
import { policySettings, putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

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

const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000).toISOString();

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
      body: {
        detail: expect.stringContaining('status: is not known; it has to be one of open, snoozed, resolved'),
      },
    });
    expect(await change('nothing', { status: 'resolved' })).toMatchObject({ status: 404 });
  });
});

describe('what an agent arranges', () => {
  const bound = (team: string) => ({ sub: 'tom', name: 'Tom', 'cognito:groups': ['agent', `team-${team}`] });
  let id: string;
  beforeEach(async () => {
    await api.say('question');
    id = await api.conversationId();
  });
  const change = (body: unknown, fields: Parameters<typeof apiRequest>[0] = {}) =>
    api.ask(changeConversation, apiRequest({ parameters: { id }, ...fields }, body));

  it('shows in the row: owner, tags, priority and until when it sleeps', async () => {
    await api.ask(showMe, { claims: claimsOf('lead') });
    const wish = { ownerId: 'lead-1', tags: ['vip'], priority: 'high', snoozedUntil: minutes(60) };
    expect(await change(wish)).toMatchObject({
      status: 200,
      body: {
        ownerId: 'lead-1',
        ownerName: 'The lead',
        tags: ['vip'],
        priority: 'high',
        status: 'snoozed',
        snoozedUntil: minutes(60),
      },
    });
    const opened = await change({ status: 'open', ownerId: null });
    expect(opened).toMatchObject({ body: { status: 'open', tags: ['vip'] } });
    expect(opened.body).not.toHaveProperty('ownerId');
    expect(opened.body).not.toHaveProperty('snoozedUntil');
  });

  it('is told in the activity, with who did it', async () => {
    await change({ tags: ['vip'] });
    expect(await api.ask(showConversation, apiRequest({ parameters: { id } }))).toMatchObject({
      body: {
        activity: expect.arrayContaining([
          expect.objectContaining({ name: 'conversation.tagged', actor: 'agent-1' }),
        ]),
      },
    });
  });

  it('counts the clock by the policy of another priority', async () => {
    const soon = { firstResponse: 'PT10M', nextResponse: 'PT10M' };
    const policy = { id: 'urgent', match: { priority: 'urgent' as const }, targets: soon };
    const book = policySettings.schema.parse({ policies: [policy, ...policySettings.initial.policies] });
    await putSettings(api.desk.table, policySettings, { value: book, version: 0 });
    expect(await change({ priority: 'urgent' })).toMatchObject({
      body: { clocks: [{ dueAt: minutes(10), why: { policyId: 'urgent' } }] },
    });
  });

  it('takes a blocked person out of every list, keeps what they write, and brings them back', async () => {
    await change({ blocked: true });
    await api.say('more', { at: minutes(5) });
    expect((await list()).items).toEqual([]);
    expect(await api.ask(showConversation, apiRequest({ parameters: { id } }))).toMatchObject({
      body: { blocked: true, messages: [{ nativeId: 'question' }, { nativeId: 'more' }], unanswered: 0 },
    });
    await change({ blocked: false });
    await api.say('again', { at: minutes(6) });
    expect((await list()).items).toMatchObject([{ id, unanswered: 1 }]);
  });

  it('hands over to a team that there is, without the owner', async () => {
    const team = { id: 'parcels', name: 'Parcels', recipients: { team: [], lead: [], admin: [] } };
    await putSettings(api.desk.table, teamSettings, { value: { teams: [team] }, version: 0 });
    await api.ask(claimConversation, apiRequest({ parameters: { id } }));
    const { body } = await change({ teamId: 'parcels' });
    expect(body).toMatchObject({ teamId: 'parcels' });
    expect(body).not.toHaveProperty('ownerId');
    expect((await list({ team: 'parcels' })).items).toMatchObject([{ id }]);
  });

  it('is not for agents of other teams', async () => {
    for (const respond of [changeConversation, claimConversation]) {
      const request = (team: string) =>
        apiRequest({ parameters: { id }, claims: bound(team) }, { tags: ['vip'] });
      expect(await api.ask(respond, request('parcels'))).toMatchObject({ status: 403 });
      expect(await api.ask(respond, request('support'))).toMatchObject({ status: 200 });
    }
  });

  it('is written once for a key', async () => {
    const headers = { 'idempotency-key': 'k' };
    await change({ tags: ['first'] }, { headers });
    expect(await change({ tags: ['second'] }, { headers })).toMatchObject({ body: { tags: ['first'] } });
  });

  const wrong: { name: string; body: unknown; status: number; detail: RegExp }[] = [
    { name: 'nothing', body: {}, status: 400, detail: /names nothing to change/ },
    { name: 'a snooze without an end', body: { status: 'snoozed' }, status: 400, detail: /snoozedUntil/ },
    {
      name: 'an end of a snooze for what is to be open',
      body: { status: 'open', snoozedUntil: '2026-11-20T12:00:00.000Z' },
      status: 400,
      detail: /snoozedUntil/,
    },
    { name: 'a snooze that is over', body: { snoozedUntil: ASKED }, status: 400, detail: /passed already/ },
    { name: 'an owner whom nobody knows', body: { ownerId: 'ghost' }, status: 422, detail: /no agent/ },
    { name: 'a team that there is not', body: { teamId: 'ghosts' }, status: 422, detail: /no team/ },
    { name: 'a tag without letters', body: { tags: [' '] }, status: 400, detail: /tags/ },
    { name: 'a priority that there is not', body: { priority: 'asap' }, status: 400, detail: /priority/ },
  ];

  it.each(wrong)('refuses $name', async ({ body, status, detail }) => {
    expect(await change(body)).toMatchObject({
      status,
      body: { detail: expect.stringMatching(detail) },
    });
  });
});

describe('POST /api/conversations/{id}/claim', () => {
  it('gives a conversation to whoever takes it up first, and tells the second whose it is', async () => {
    await api.say('question');
    const parameters = { id: await api.conversationId() };
    const mine = await api.ask(claimConversation, apiRequest({ parameters }));
    expect(mine).toMatchObject({ status: 200, body: { ownerId: 'agent-1', ownerName: 'The agent' } });
    const theirs = await api.ask(claimConversation, apiRequest({ parameters, claims: claimsOf('lead') }));
    expect(theirs).toMatchObject({ status: 200, body: { ownerId: 'agent-1' } });
    expect((await list({ owner: 'me' })).items).toHaveLength(1);
  });
});
