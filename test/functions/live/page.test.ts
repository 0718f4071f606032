import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, disconnect, hear, type LiveDesk } from '../../../functions/live/page.ts';
import { hashOf } from '../../../functions/live/ticket.ts';
import { listConnections } from '../../../functions/store/live-connections.ts';
import { putTicket } from '../../../functions/store/live-tickets.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { recordPosts } from './posted.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const now = Date.parse(NOW) / 1000;

let engine: TestEngine;
let desk: LiveDesk;
let posts: ReturnType<typeof recordPosts>;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  posts = recordPosts();
  desk = { table: await engine.newTable(), clock: () => NOW, post: posts.post };
});
afterAll(() => engine.close());

/** A page of the agent of that name comes in. */
async function come(connectionId: string, agent: string): Promise<boolean> {
  await putTicket(desk.table, hashOf(connectionId), { agentId: agent, name: agent, role: 'agent' }, now + 60);
  return connect(connectionId, connectionId, desk);
}
const look = (connectionId: string, conversationId: string | null) =>
  hear(connectionId, { action: 'look', conversationId }, desk);
const type = (connectionId: string, typing: boolean) =>
  hear(connectionId, { action: 'type', conversationId: 'c1', typing }, desk);
/** What pages were told last, as `page: people`. */
const lastTold = (count: number) => posts.told.slice(-count);
const present = (...people: [string, boolean][]) => ({
  type: 'presence',
  conversationId: 'c1',
  people: people.map(([name, typing]) => ({ agentId: name, name, typing })),
});

describe('a page', () => {
  it('comes in by a good ticket, and is kept a little longer than a connection can last', async () => {
    expect(await come('p1', 'ada')).toBe(true);
    expect(await listConnections(desk.table, now)).toMatchObject([
      { connectionId: 'p1', agentId: 'ada', expiresAt: now + 7500 },
    ]);
  });

  it.each([undefined, '', 'invented'])('is turned away with the ticket %j', async (ticket) => {
    expect(await connect('p1', ticket, desk)).toBe(false);
    expect(await listConnections(desk.table, now)).toEqual([]);
  });

  it('hears back when it asks whether somebody is there', async () => {
    await come('p1', 'ada');
    await hear('p1', { action: 'ping' }, desk);
    expect(posts.told).toEqual([{ to: 'p1', message: { type: 'pong' } }]);
  });
});

describe('presence', () => {
  beforeEach(async () => {
    await come('p1', 'ada');
    await come('p2', 'leo');
    await look('p1', 'c1');
    await look('p2', 'c1');
  });

  it('is told to everybody who looks at the same conversation, and to nobody else', async () => {
    await come('p3', 'mina');
    posts.told.length = 0;
    await type('p2', true);
    const message = present(['ada', false], ['leo', true]);
    expect(posts.told).toEqual([
      { to: 'p1', message },
      { to: 'p2', message },
    ]);
  });

  it('is told once while somebody goes on typing', async () => {
    posts.told.length = 0;
    for (const typing of [true, true, true]) await type('p2', typing);
    expect(posts.told).toHaveLength(2);
    await type('p2', false);
    expect(lastTold(1)).toEqual([{ to: 'p2', message: present(['ada', false], ['leo', false]) }]);
  });

  it('changes on both sides when somebody turns to another conversation', async () => {
    posts.told.length = 0;
    await look('p2', 'c2');
    expect(posts.told).toEqual([
      { to: 'p1', message: present(['ada', false]) },
      { to: 'p2', message: { ...present(['leo', false]), conversationId: 'c2' } },
    ]);
  });

  it.each([
    { name: 'closes the conversation', leave: () => look('p2', null) },
    { name: 'closes the page', leave: () => disconnect('p2', desk) },
  ])('changes when somebody $name', async ({ leave }) => {
    posts.told.length = 0;
    await leave();
    expect(posts.told).toEqual([{ to: 'p1', message: present(['ada', false]) }]);
  });

  it('is not touched by a page that is not connected', async () => {
    posts.told.length = 0;
    await look('stranger', 'c1');
    await type('stranger', true);
    await disconnect('stranger', desk);
    expect(posts.told).toEqual([]);
  });
});
