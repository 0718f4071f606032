import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { live } from '../../../functions/handlers/live.ts';
import type { LiveDesk } from '../../../functions/live/page.ts';
import { hashOf } from '../../../functions/live/ticket.ts';
import type { SocketEvent } from '../../../functions/shell.ts';
import { listConnections, listLooks } from '../../../functions/store/live-connections.ts';
import { putTicket } from '../../../functions/store/live-tickets.ts';
import { recordPosts } from '../live/posted.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

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
  await putTicket(desk.table, hashOf('good'), { agentId: 'ada', name: 'Ada', role: 'agent' }, now + 60);
});
afterAll(() => engine.close());

const event = (kind: SocketEvent['kind'], more: Partial<SocketEvent> = {}): SocketEvent => ({
  kind,
  connectionId: 'p1',
  query: {},
  body: '',
  ...more,
});
const connect = (ticket?: string) => live(event('CONNECT', { query: { ticket } }), desk);
const say = (body: string) => live(event('MESSAGE', { body }), desk);

describe('a live connection', () => {
  it('opens with a ticket, once', async () => {
    expect([await connect(), await connect('good'), await connect('good')]).toEqual([401, 200, 401]);
    expect(await listConnections(desk.table, now)).toHaveLength(1);
  });

  it('is forgotten when it ends', async () => {
    await connect('good');
    expect(await live(event('DISCONNECT'), desk)).toBe(200);
    expect(await listConnections(desk.table, now)).toEqual([]);
  });

  it('hears what the page shows', async () => {
    await connect('good');
    expect(await say('{"action":"look","conversationId":"c1"}')).toBe(200);
    expect(await listLooks(desk.table, 'c1', now)).toMatchObject([{ agentId: 'ada' }]);
  });

  it.each([
    'no JSON',
    'null',
    '{"action":"dance"}',
    '{"action":"look"}',
    `{"action":"look","conversationId":"${'c'.repeat(101)}"}`,
    '{"action":"type","conversationId":"c1","typing":"yes"}',
  ])('passes over %s', async (body) => {
    await connect('good');
    expect(await say(body)).toBe(400);
    expect(posts.told).toEqual([]);
  });
});
