import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsOf, tallyMove, waitingByHour } from '../../../functions/store/tally.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { conversationId, NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const tally = (eventId: string, move: { left?: string[]; entered?: string[] }) =>
  tallyMove(engine.table, {
    eventId,
    conversationId: conversationId(eventId),
    left: [],
    entered: [],
    at: NOW,
    ...move,
  });

describe('the tally of a view', () => {
  it('counts every event once, however often it is told (A16)', async () => {
    const entered = ['team/once/open'];
    expect(await tally('event-1', { entered })).toBe(true);
    expect(await tally('event-1', { entered })).toBe(false);
    const results = await Promise.all(Array.from({ length: 5 }, () => tally('event-2', { entered })));
    expect(results.filter(Boolean)).toHaveLength(1);
    const { teams } = await countsOf(engine.table, { teams: ['once'] });
    expect(teams.get('open')).toBe(2);
  });

  it('adds up what entered and left, by group and name, over all its shards (A15)', async () => {
    for (let number = 0; number < 20; number += 1)
      await tally(`opened-${number}`, { entered: ['desk//open', 'desk//open-x', 'agent/ada/open'] });
    for (let number = 0; number < 7; number += 1)
      await tally(`resolved-${number}`, {
        left: ['desk//open', 'desk//open-x'],
        entered: ['desk//snoozed', 'agent/ada/mentioned'],
      });
    await tally('elsewhere', { entered: ['team/a/b: c/open', 'team/parcels/open'] });
    const { desk, agent, teams } = await countsOf(engine.table, {
      agentId: 'ada',
      teams: ['a/b: c', 'parcels'],
    });
    expect(desk).toEqual(
      new Map([
        ['open', 13],
        ['open-x', 13],
        ['snoozed', 7],
      ]),
    );
    expect(agent).toEqual(
      new Map([
        ['open', 20],
        ['mentioned', 7],
      ]),
    );
    expect(teams).toEqual(new Map([['open', 2]]));
  });

  it('tells since which hour people wait, of the last days (A15)', async () => {
    await tally('waits-1', { entered: ['waiting/2026-11-20/09'] });
    await tally('waits-2', { entered: ['waiting/2026-11-20/09', 'waiting/2026-11-19/23'] });
    await tally('waits-3', { left: ['waiting/2026-11-19/23'], entered: ['waiting/2026-11-01/10'] });
    expect(await waitingByHour(engine.table, NOW)).toEqual(
      new Map([
        ['2026-11-19T23', 0],
        ['2026-11-20T09', 2],
      ]),
    );
  });
});
