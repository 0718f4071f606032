import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  policyRoutes,
  savedReplyRoutes,
  tagRoutes,
  teamRoutes,
  viewRoutes,
} from '../../../functions/api/settings.ts';
import { showAudit } from '../../../functions/api/settings-audit.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const policy = (fields: object = {}) => ({
  id: 'demo',
  match: { channel: 'x' },
  targets: { firstResponse: 'PT20S', nextResponse: 'PT20S' },
  calendar: '24x7',
  warnAt: 0.5,
  escalation: [{ after: 'PT10S', to: 'lead' }],
  ...fields,
});
const book = (...policies: object[]) => ({ policies });

const get = () => api.ask(policyRoutes.get, { claims: claimsOf('admin') });
function put(body: unknown, ifMatch?: string, role = 'admin') {
  const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return api.ask(policyRoutes.put, apiRequest({ claims: claimsOf(role), headers }, body));
}

describe('GET /api/settings/policies', () => {
  it('shows what comes with Hark until somebody saves, with a version', async () => {
    expect(await get()).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: {
        policies: [
          { id: 'x', match: { channel: 'x' }, targets: { firstResponse: 'PT2H' }, warnAt: 0.75 },
          {
            id: 'facebook',
            targets: { firstResponse: 'PT24H' },
            escalation: [
              { after: 'PT15M', to: 'lead' },
              { after: 'PT60M', to: 'admin' },
            ],
          },
        ],
      },
    });
  });
});

describe('PUT /api/settings/policies', () => {
  it('saves over the version that was read, and hands out the next', async () => {
    expect(await put(book(policy()), '"0"')).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await get()).toMatchObject({ headers: { etag: '"1"' }, body: book(policy()) });
    expect(await put(book(), '"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  });

  it('fills in what was left out, and says so in its answer', async () => {
    const { warnAt: _, calendar: __, escalation: ___, ...least } = policy();
    expect(await put(book(least), '"0"')).toMatchObject({
      body: { policies: [{ warnAt: 0.75, calendar: '24x7', escalation: [] }], calendars: {} },
    });
  });

  it('goes for the next conversation at once', async () => {
    await put(book(policy()), '*');
    await api.say('question');
    const { desk } = api;
    const { conversations } = await listInbox(desk.table, { status: 'open', limit: 1 });
    expect(conversations[0]?.clocks).toMatchObject([
      { dueAt: '2026-11-20T10:00:20.000Z', why: { policyId: 'demo' } },
    ]);
  });

  it('is refused with 412 when somebody saved meanwhile', async () => {
    await put(book(policy()), '"0"');
    const { status, body } = await put(book(), '"0"');
    expect(status).toBe(412);
    expect(body).toMatchObject({
      title: 'Changed meanwhile',
      detail: expect.stringContaining('Read them again'),
    });
    expect(await get()).toMatchObject({ body: book(policy()) });
  });

  it('is saved by one of two who save at once', async () => {
    const answers = await Promise.all([put(book(policy()), '"0"'), put(book(), '"0"')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  const matches: { name: string; ifMatch: string | undefined; status: number }[] = [
    { name: 'missing', ifMatch: undefined, status: 428 },
    { name: 'anything', ifMatch: '*', status: 200 },
    { name: 'weak, as some proxies make it', ifMatch: 'W/"0"', status: 200 },
    { name: 'with spaces around', ifMatch: ' "0" ', status: 200 },
    { name: 'a version that is yet to come', ifMatch: '"7"', status: 412 },
    { name: 'without its quotes', ifMatch: '0', status: 400 },
    { name: 'of something else', ifMatch: '"abc"', status: 400 },
    { name: 'empty', ifMatch: '', status: 400 },
  ];

  it.each(matches)('asks for If-Match: $name gives $status', async ({ ifMatch, status }) => {
    expect(await put(book(policy()), ifMatch)).toMatchObject({ status });
  });

  const wrong: { name: string; body: unknown; field: string; message: RegExp }[] = [
    { name: 'no policies', body: {}, field: 'policies', message: /is missing; it has to be a list/ },
    {
      name: 'a duration in words',
      body: book(policy({ targets: { firstResponse: '2 hours', nextResponse: 'PT2H' } })),
      field: 'policies.0.targets.firstResponse',
      message: /"2 hours" is not a duration; write/,
    },
    {
      name: 'no time at all',
      body: book(policy({ targets: { firstResponse: 'PT0S', nextResponse: 'PT2H' } })),
      field: 'policies.0.targets.firstResponse',
      message: /longer than zero/,
    },
    {
      name: 'a target left out',
      body: book(policy({ targets: { firstResponse: 'PT2H' } })),
      field: 'policies.0.targets.nextResponse',
      message: /is missing/,
    },
    {
      name: 'a warning after the end',
      body: book(policy({ warnAt: 1 })),
      field: 'policies.0.warnAt',
      message: /has to be less than 1/,
    },
    {
      name: 'a channel that there is not',
      body: book(policy({ match: { channel: 'telegraph' } })),
      field: 'policies.0.match.channel',
      message: /facebook, x/,
    },
    {
      name: 'a slip of the pen in what to match, which would match everything',
      body: book(policy({ match: { chanel: 'x' } })),
      field: 'policies.0.match.chanel',
      message: /is not known here/,
    },
    {
      name: 'nobody to tell',
      body: book(policy({ escalation: [{ after: 'PT1M', to: 'boss' }] })),
      field: 'policies.0.escalation.0.to',
      message: /neither team, lead, admin nor a mail address/,
    },
    {
      name: 'two of one id',
      body: book(policy(), policy()),
      field: '',
      message: /two policies have the same id/,
    },
    {
      name: 'a calendar that is not there',
      body: book(policy({ calendar: 'office' })),
      field: '',
      message: /a calendar that is not in calendars/,
    },
    {
      name: 'hours that never open',
      body: { ...book(), calendars: { office: { timeZone: 'UTC', week: {}, holidays: [] } } },
      field: 'calendars.office.week',
      message: /never open/,
    },
    {
      name: 'a time zone that there is not',
      body: { ...book(), calendars: { office: { timeZone: 'Mars', week: { mon: [['09:00', '17:00']] } } } },
      field: 'calendars.office.timeZone',
      message: /"Mars" is not a known time zone/,
    },
  ];

  it.each(wrong)('refuses $name, in words, and saves nothing', async ({ body, field, message }) => {
    const answer = await put(body, '"0"');
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([{ field, message: expect.stringMatching(message) }]) },
    });
    expect(await get()).toMatchObject({ headers: { etag: '"0"' } });
  });

  it('refuses what is no JSON', async () => {
    const request = {
      claims: claimsOf('admin'),
      headers: { 'if-match': '*' },
      body: Buffer.from('{policies}'),
    };
    expect(await api.ask(policyRoutes.put, request)).toMatchObject({
      status: 400,
      body: { detail: 'The body is not JSON.' },
    });
  });
});

describe('settings', () => {
  it.each(['agent', 'lead'])('are not for the role %s', async (role) => {
    const needed = { status: 403, body: { detail: expect.stringContaining(`you are signed in as ${role}`) } };
    expect(await api.ask(policyRoutes.get, { claims: claimsOf(role) })).toMatchObject(needed);
    expect(await put(book(policy()), '*', role)).toMatchObject(needed);
    for (const { put: putTeams } of [teamRoutes, tagRoutes, savedReplyRoutes])
      expect(await api.ask(putTeams, apiRequest({ claims: claimsOf(role) }, {}))).toMatchObject(needed);
  });

  it('of teams are kept apart from those of policies', async () => {
    const teams = {
      teams: [
        {
          id: 'support',
          name: 'Support',
          recipients: { team: ['team@larkspur.example'], lead: [], admin: [] },
        },
      ],
    };
    const request = apiRequest({ claims: claimsOf('admin'), headers: { 'if-match': '"0"' } }, teams);
    expect(await api.ask(teamRoutes.put, request)).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await api.ask(teamRoutes.get, { claims: claimsOf('admin') })).toMatchObject({ body: teams });
    expect(await get()).toMatchObject({ headers: { etag: '"0"' } });
  });

  it.each([
    ['teams', teamRoutes, { teams: [] }],
    ['tags', tagRoutes, { tags: [] }],
    ['saved replies', savedReplyRoutes, { replies: [] }],
  ])('of %s are for every agent to read', async (_name, { get: read }, body) => {
    expect(await api.ask(read, { claims: claimsOf('agent') })).toMatchObject({ status: 200, body });
  });

  it('of views are each agent’s own', async () => {
    const views = { views: [{ id: 'v', name: 'Refunds', query: 'tag=refund' }] };
    const save = (role: string) =>
      api.ask(viewRoutes.put, apiRequest({ claims: claimsOf(role), headers: { 'if-match': '"0"' } }, views));
    expect(await save('agent')).toMatchObject({ status: 200 });
    expect(await api.ask(viewRoutes.get, { claims: claimsOf('agent') })).toMatchObject({ body: views });
    expect(await api.ask(viewRoutes.get, { claims: claimsOf('lead') })).toMatchObject({
      body: { views: [] },
    });
    expect(await api.ask(showAudit, { claims: claimsOf('admin') })).toMatchObject({ body: { items: [] } });
  });
});
