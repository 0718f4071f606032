import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type BroadcastWorld, openBroadcastWorld } from '../broadcasts/broadcast-world.ts';
import { xPosts } from '../broadcasts/posted.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
let world: BroadcastWorld;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  world = await openBroadcastWorld(await engine.newTable());
});
afterAll(() => engine.close());

const news = {
  kind: 'announcement',
  title: 'News',
  text: 'We open on Sundays.',
  audiences: ['facebook', 'x'],
};
const Id = z.object({ id: z.string() });

async function draft(change: object = {}, by?: object): Promise<string> {
  const { status, body } = await world.api('POST', '/api/broadcasts', { ...news, ...change }, by);
  expect(status).toBe(201);
  return Id.parse(body).id;
}
const act = (id: string, step: string, body?: unknown, role = 'lead') =>
  world.api('POST', `/api/broadcasts/${id}/${step}`, body, { role });

describe('a draft', () => {
  it('is written by an agent, shown and listed', async () => {
    const id = await draft();
    const shown = await world.api('GET', `/api/broadcasts/${id}`);
    expect(shown.body).toMatchObject({
      ...news,
      id,
      state: 'draft',
      version: 1,
      createdBy: { id: 'agent-1' },
      media: [],
      progress: { facebook: { planned: 0, sent: 0, failed: 0, skipped: 0 } },
    });
    expect((await world.api('GET', '/api/broadcasts')).body).toMatchObject({ items: [{ id }], cursor: null });
  });

  it('is written once under one key', async () => {
    const first = await draft({}, { key: 'once' });
    expect(await draft({}, { key: 'once' })).toBe(first);
    expect(await draft({}, { key: 'twice' })).not.toBe(first);
  });

  it('is changed on the version that was read', async () => {
    const id = await draft();
    const changed = await world.api('PATCH', `/api/broadcasts/${id}`, {
      text: 'Also on Mondays.',
      version: 1,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { text: 'Also on Mondays.', audiences: news.audiences, version: 2 },
    });
    const late = await world.api('PATCH', `/api/broadcasts/${id}`, { text: 'Never.', version: 1 });
    expect(late.status).toBe(409);
  });

  it('loses what is taken out of it, and nothing else', async () => {
    const recurrence = { every: 'week' };
    const id = await draft({ recurrence, timeZone: 'Europe/Madrid', accounts: { x: ['18'] } });
    const body = { recurrence: null, accounts: null };
    const changed = await world.api('PATCH', `/api/broadcasts/${id}`, body);
    expect(changed).toMatchObject({ status: 200, body: { ...news, timeZone: 'Europe/Madrid' } });
    expect(changed.body).not.toHaveProperty('recurrence');
    expect(changed.body).not.toHaveProperty('accounts');
    expect((await world.api('PATCH', `/api/broadcasts/${id}`, { title: null })).status).toBe(400);
  });

  it('is about another incident, or about none, where nobody is told personally', async () => {
    const affected = { title: 'Down', affected: [], severity: 'minor', teamId: 'support', words: [] };
    const { body } = await world.lead('POST', '/api/incidents', affected);
    const incidentId = Id.parse(body).id;
    const id = await draft({ incidentId, audiences: ['x', 'personal'] });
    const patch = (change: object) => world.api('PATCH', `/api/broadcasts/${id}`, change);
    expect(await patch({ incidentId: null })).toMatchObject({ status: 422 });
    expect(await patch({ incidentId: null, audiences: ['x'] })).toMatchObject({ status: 200 });
    expect(await patch({ incidentId: 'nowhere' })).toMatchObject({ status: 422 });
    expect(await patch({ incidentId })).toMatchObject({ status: 200, body: { incidentId } });
  });

  it.each([
    { name: 'an unknown incident', change: { incidentId: 'nowhere' } },
    { name: 'personal answers without an incident', change: { audiences: ['personal'] } },
  ])('is refused with $name', async ({ change }) => {
    expect(await world.api('POST', '/api/broadcasts', { ...news, ...change })).toMatchObject({ status: 422 });
  });

  it('is thrown away by whoever wrote it, and by leads', async () => {
    const id = await draft();
    expect(await world.api('POST', `/api/broadcasts/${id}/cancel`, {}, { by: 'agent-2' })).toMatchObject({
      status: 403,
    });
    expect(await act(id, 'cancel', {}, 'agent')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  });
});

describe('who may publish', () => {
  it('are leads and admins; an agent proposes', async () => {
    const id = await draft();
    expect(await act(id, 'approve', {}, 'agent')).toMatchObject({ status: 403 });
    expect(await act(id, 'propose', {}, 'agent')).toMatchObject({ status: 200, body: { state: 'proposed' } });
    expect(await act(id, 'approve')).toMatchObject({
      status: 200,
      body: { state: 'approved', approvedBy: { id: 'lead-1' } },
    });
    expect(await act(id, 'publish', {}, 'agent')).toMatchObject({ status: 403 });
    expect(await act(id, 'publish', {}, 'admin')).toMatchObject({
      status: 200,
      body: { state: 'scheduled' },
    });
  });

  it('say by which clock its time was meant, which takes back no approval', async () => {
    const id = await draft({ timeZone: 'Europe/London' });
    await act(id, 'approve');
    const publishAt = new Date(world.clock.now + 3600_000).toISOString();
    expect(await act(id, 'publish', { publishAt, timeZone: 'Europe/Madrid' })).toMatchObject({
      status: 200,
      body: { state: 'scheduled', publishAt, timeZone: 'Europe/Madrid' },
    });
    expect(await act(id, 'publish', { publishAt, timeZone: 'Atlantis' })).toMatchObject({ status: 400 });
  });

  it('cannot publish what nobody approved, nor what was changed since', async () => {
    const id = await draft();
    expect(await act(id, 'publish')).toMatchObject({
      status: 409,
      body: { code: 'broadcast:not-to-schedule' },
    });
    await act(id, 'approve');
    await world.api('PATCH', `/api/broadcasts/${id}`, { text: 'Other words.' });
    expect(await act(id, 'publish')).toMatchObject({ status: 409 });
  });

  it('cannot publish what was cancelled', async () => {
    const id = await draft();
    await act(id, 'approve');
    await act(id, 'cancel');
    expect(await act(id, 'publish')).toMatchObject({ status: 409, body: { state: 'cancelled' } });
    await world.run(10);
    expect(await xPosts(world)).toEqual([]);
  });
});

describe('what an audience would not take is refused before anything goes out', () => {
  it.each([
    { name: 'an empty variant', change: { variants: { x: { text: ' ' } } }, code: 'broadcast:empty' },
    {
      name: 'a text over the limit of the status page',
      change: { audiences: ['status'], text: 'x'.repeat(5001) },
      code: 'broadcast:too-long',
    },
    {
      name: 'a link that no post of X holds',
      change: { variants: { x: { text: 'a'.repeat(9000) } } },
      code: 'broadcast:too-many-parts',
    },
    {
      name: 'an account that is not there',
      change: { accounts: { x: ['42'] } },
      code: 'broadcast:not-connected',
    },
  ])('$name', async ({ change, code }) => {
    const id = await draft(change);
    expect(await act(id, 'approve')).toMatchObject({ status: 422, body: { code } });
  });

  it('a time in the past', async () => {
    const id = await draft();
    await act(id, 'approve');
    const publishAt = new Date(world.clock.now - 1).toISOString();
    expect(await act(id, 'publish', { publishAt })).toMatchObject({
      status: 409,
      body: { code: 'broadcast:in-the-past' },
    });
  });

  it('an account that lost its permission after approval', async () => {
    const id = await draft();
    await act(id, 'approve');
    world.secrets.x.accounts = {};
    expect(await act(id, 'publish')).toMatchObject({
      status: 422,
      body: { code: 'broadcast:not-connected' },
    });
  });
});

describe('a preview', () => {
  it('shows each audience’s text, its parts and what stands against it', async () => {
    const text = 'A sentence of some length. '.repeat(20);
    const { status, body } = await world.api('POST', '/api/broadcasts/preview', {
      ...news,
      text,
      audiences: ['facebook', 'x', 'email', 'status'],
      variants: { email: { subject: 'News', text: '' } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      previews: {
        facebook: { parts: [text], limit: 63_206, problems: [] },
        x: { limit: 280, problems: [] },
        email: { problems: [{ code: 'broadcast:empty' }] },
        status: { problems: [] },
      },
      reach: { facebook: 8400, x: 15_230, email: 0 },
    });
  });
});

it('says that there is no such broadcast', async () => {
  expect(await world.api('GET', '/api/broadcasts/nowhere')).toMatchObject({ status: 404 });
});
