import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  listConnections,
  listLooks,
  moveLook,
  noteTyping,
  putConnection,
  removeConnection,
  TYPING_LASTS,
} from '../../../functions/store/live-connections.ts';
import type { Table } from '../../../functions/store/table.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const NOW = 1_795_169_700;
const connect = (connectionId: string, expiresAt = NOW + 7500) =>
  putConnection(table, {
    connectionId,
    agentId: `agent of ${connectionId}`,
    name: 'Ada',
    role: 'agent',
    expiresAt,
  });
const idsOf = (items: { connectionId: string }[]) => items.map(({ connectionId }) => connectionId);

describe('connected pages', () => {
  it('are listed until they go, or until their time is over (A31)', async () => {
    await Promise.all([connect('p1'), connect('p2'), connect('old', NOW)]);
    expect(idsOf(await listConnections(table, NOW))).toEqual(['p1', 'p2']);
    await removeConnection(table, 'p1');
    expect(idsOf(await listConnections(table, NOW))).toEqual(['p2']);
  });

  it('go only once, and take along what they looked at (A31, A32)', async () => {
    await connect('p1');
    await moveLook(table, 'p1', 'c1');
    expect(await removeConnection(table, 'p1')).toMatchObject({ agentId: 'agent of p1', looksAt: 'c1' });
    expect(await listLooks(table, 'c1', NOW)).toEqual([]);
    expect(await removeConnection(table, 'p1')).toBeUndefined();
  });

  it('are listed however many there are', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `p${n}`);
    await Promise.all(many.map((id) => connect(id)));
    expect(await listConnections(table, NOW)).toHaveLength(60);
  });
});

describe('who looks at a conversation', () => {
  it('is whoever’s page shows it, one conversation at a time (A32)', async () => {
    await Promise.all([connect('p1'), connect('p2')]);
    expect(await moveLook(table, 'p1', 'c1')).toEqual({ before: undefined });
    await moveLook(table, 'p2', 'c1');
    expect(idsOf(await listLooks(table, 'c1', NOW))).toEqual(['p1', 'p2']);
    expect(await moveLook(table, 'p1', 'c2')).toEqual({ before: 'c1' });
    expect(idsOf(await listLooks(table, 'c1', NOW))).toEqual(['p2']);
    expect(await moveLook(table, 'p1', undefined)).toEqual({ before: 'c2' });
    expect(await listLooks(table, 'c2', NOW)).toEqual([]);
  });

  it('is nobody whose page is not connected', async () => {
    expect(await moveLook(table, 'stranger', 'c1')).toBeUndefined();
    expect(await listLooks(table, 'c1', NOW)).toEqual([]);
  });

  it('is nobody whose connection must have ended unheard (A32)', async () => {
    await connect('p1');
    await moveLook(table, 'p1', 'c1');
    expect(await listLooks(table, 'c1', NOW + 7500)).toEqual([]);
  });
});

describe('typing', () => {
  const type = (typing: boolean, now = NOW) =>
    noteTyping(table, { connectionId: 'p1', conversationId: 'c1', typing }, now);

  it('is news when it begins, when it goes on for long, and when it ends (A32)', async () => {
    await connect('p1');
    await moveLook(table, 'p1', 'c1');
    const news = [];
    for (const after of [0, 1, 4, TYPING_LASTS / 2]) news.push(await type(true, NOW + after));
    expect(news).toEqual([true, false, false, true]);
    expect(await listLooks(table, 'c1', NOW)).toMatchObject([
      { typingUntil: NOW + TYPING_LASTS / 2 + TYPING_LASTS },
    ]);
    expect([await type(false), await type(false)]).toEqual([true, false]);
    expect((await listLooks(table, 'c1', NOW))[0]?.typingUntil).toBeUndefined();
  });

  it('is nothing in a conversation that the page does not show', async () => {
    await connect('p1');
    expect(await type(true)).toBe(false);
    expect(await listLooks(table, 'c1', NOW)).toEqual([]);
  });
});
