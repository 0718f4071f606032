import { describe, expect, test } from 'vitest';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, INES, LIAM, OTHER_BRAND, TOMAS } from './x-accounts.ts';
import { startWorld, textAt, type World } from './x-harness.ts';

const send = (world: World, json: unknown, to = INES) =>
  world.call('POST', `/2/dm_conversations/with/${to}/messages`, { json });

test('A direct message is sent and both sides are named in its conversation', async () => {
  const world = await startWorld();
  const { status, body } = await send(world, { text: 'On it!' });
  expect(status).toBe(201);
  const dm_event_id = textAt(body, 'data.dm_event_id');
  expect(body).toEqual({ data: { dm_conversation_id: `${BRAND.id}-${INES}`, dm_event_id } });
  expect((await world.state()).messages).toMatchObject([
    { id: dm_event_id, senderId: BRAND.id, text: 'On it!' },
  ]);
});

describe('a direct message is refused with 400', () => {
  const cases: [name: string, json: unknown][] = [
    ['with neither text nor attachment', {}],
    ['with an empty text', { text: '' }],
    ['with more than 10,000 characters', { text: 'a'.repeat(10_001) }],
    ['with an unknown key', { text: 'a', message: 'b' }],
    ['with two attachments', { attachments: [{ media_id: '1' }, { media_id: '2' }] }],
    ['with unknown media', { attachments: [{ media_id: '1' }] }],
  ];
  test.each(cases)('%s', async (_name, json) => {
    const world = await startWorld();
    const { status, body } = await send(world, json);
    expect(status).toBe(400);
    expect(body).toMatchObject({ title: 'Invalid Request' });
  });
});

test('10,000 characters are taken', async () => {
  const world = await startWorld();
  expect((await send(world, { text: 'a'.repeat(10_000) })).status).toBe(201);
});

describe('a direct message is forbidden', () => {
  const cases: [name: string, to: string, prepare: (world: World) => Promise<unknown>][] = [
    ['to somebody whose messages are closed', LIAM, async () => undefined],
    [
      'to somebody who closes them',
      TOMAS,
      (world) => world.act('POST', `people/${TOMAS}`, { dmsClosed: true }),
    ],
    [
      'to somebody who blocks the account',
      TOMAS,
      (world) => world.act('POST', 'blocks', { person: TOMAS, accountId: BRAND.id }),
    ],
  ];
  test.each(cases)('%s', async (_name, to, prepare) => {
    const world = await startWorld();
    await prepare(world);
    const { status, body } = await send(world, { text: 'Hello' }, to);
    expect(status).toBe(403);
    expect(body).toEqual(recordedJson('x', 'error-403-dm'));
  });

  test('until they are opened and the block is lifted', async () => {
    const world = await startWorld();
    await world.act('POST', `people/${LIAM}`, { dmsClosed: false });
    await world.act('POST', 'blocks', { person: LIAM, accountId: BRAND.id });
    await world.act('DELETE', 'blocks', { person: LIAM, accountId: BRAND.id });
    expect((await send(world, { text: 'Hello' }, LIAM)).status).toBe(201);
  });
});

test('Nobody is found under an unknown id', async () => {
  const world = await startWorld();
  expect((await send(world, { text: 'Hello' }, '42')).status).toBe(404);
});

test('A conversation has an address only once it has begun, and only for its own two', async () => {
  const world = await startWorld();
  const path = `/2/dm_conversations/${BRAND.id}-${INES}/messages`;
  const json = { text: 'Hello' };
  expect((await world.call('POST', path, { json })).status).toBe(404);
  await world.act('POST', 'messages', { person: INES, accountId: BRAND.id, text: 'Hi' });
  expect((await world.call('POST', path, { json })).status).toBe(201);
  expect((await world.call('POST', path, { json, account: OTHER_BRAND })).status).toBe(404);
  expect((await world.call('POST', '/2/dm_conversations/x-1/messages', { json })).status).toBe(400);
});

test('Messages are listed newest first, page by page, with the fields asked for', async () => {
  const world = await startWorld();
  for (const text of ['one', 'two', 'three']) {
    await world.act('POST', 'messages', { person: INES, accountId: BRAND.id, text });
  }
  await world.act('POST', 'messages', { person: TOMAS, accountId: BRAND.id, text: 'other' });
  const path = `/2/dm_conversations/with/${INES}/dm_events?max_results=2`;
  const first = await world.call('GET', path);
  expect(first.body).toMatchObject({
    data: [{ text: 'three', event_type: 'MessageCreate' }, { text: 'two' }],
    meta: { result_count: 2 },
  });
  expect(first.body).not.toHaveProperty('data.0.sender_id');
  const next = await world.call(
    'GET',
    `${path}&pagination_token=${textAt(first.body, 'meta.next_token')}&dm_event.fields=sender_id,created_at,dm_conversation_id`,
  );
  expect(next.body).toEqual({
    data: [
      {
        id: expect.any(String),
        event_type: 'MessageCreate',
        text: 'one',
        sender_id: INES,
        created_at: '2026-11-20T10:15:00.000Z',
        dm_conversation_id: `${BRAND.id}-${INES}`,
      },
    ],
    meta: { result_count: 1 },
  });
  expect((await world.call('GET', '/2/dm_events')).body).toMatchObject({ meta: { result_count: 4 } });
  expect((await world.call('GET', '/2/dm_events', { account: OTHER_BRAND })).body).toEqual({
    meta: { result_count: 0 },
  });
});

test('The app itself has no messages to read', async () => {
  const world = await startWorld();
  const { status, body } = await world.call('GET', '/2/dm_events', { authorization: await world.bearer() });
  expect(status).toBe(403);
  expect(body).toMatchObject({ title: 'Unsupported Authentication' });
});
