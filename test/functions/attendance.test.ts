import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attending } from '../../functions/attendance.ts';
import { connect, disconnect, type LiveDesk } from '../../functions/live/page.ts';
import { hashOf } from '../../functions/live/ticket.ts';
import { reportPresence } from '../../functions/presence.ts';
import { rememberAgent } from '../../functions/store/agents.ts';
import { putTicket } from '../../functions/store/live-tickets.ts';
import { getPresence } from '../../functions/store/presence.ts';
import { recordPosts } from './live/posted.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const now = Date.parse(NOW) / 1000;
const ada = { id: 'ada', name: 'Ada', role: 'agent', teams: ['press'], lastSeenAt: NOW } as const;

let engine: TestEngine;
let desk: LiveDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  const kept = { table: await engine.newTable(), clock: () => NOW };
  desk = { ...kept, ...attending(kept), post: recordPosts().post };
  await rememberAgent(desk.table, { ...ada, teams: [...ada.teams] });
});
afterAll(() => engine.close());

/** Opens a page of Ada's. */
async function open(page: string): Promise<void> {
  await putTicket(desk.table, hashOf(page), { agentId: 'ada', name: 'Ada', role: 'agent' }, now + 60);
  expect(await connect(page, page, desk)).toBe(true);
}
const state = async () => (await getPresence(desk.table, 'ada'))?.state;

describe('an agent', () => {
  it('is there, with their teams, as long as one of their pages is open', async () => {
    await open('p1');
    await open('p2');
    expect(await getPresence(desk.table, 'ada')).toMatchObject({
      state: 'online',
      teams: ['press'],
      since: NOW,
    });
    await disconnect('p1', desk);
    expect(await state()).toBe('online');
    await disconnect('p2', desk);
    expect(await state()).toBe('offline');
    await open('p3');
    expect(await state()).toBe('online');
  });

  it('is still there after loading the page anew, in whichever order that is heard', async () => {
    await open('p1');
    await Promise.all([disconnect('p1', desk), open('p2')]);
    expect(await state()).toBe('online');
  });

  it('stays what they say of themselves', async () => {
    await open('p1');
    await reportPresence({ ...ada, teams: [...ada.teams] }, 'away', desk, 't');
    await disconnect('p1', desk);
    await open('p2');
    expect(await state()).toBe('away');
    await reportPresence({ ...ada, teams: [...ada.teams] }, 'offline', desk, 't');
    await open('p3');
    expect(await state()).toBe('offline');
  });

  it('was never there when an unknown page closes', async () => {
    await disconnect('stranger', desk);
    expect(await state()).toBeUndefined();
  });
});
