import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainTeam, settleWork } from '../../functions/assignment.ts';
import { causeOf, decideUntilCommitted } from '../../functions/desk.ts';
import { arrange } from '../../functions/domain/arrange.ts';
import { resolve } from '../../functions/domain/resolve.ts';
import { latestActivity } from '../../functions/store/conversations.ts';
import { listUnassigned } from '../../functions/store/unassigned.ts';
import { OPENED, openAssignmentDesk } from './assignment-desk.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());
const open = async (
  ...[assignment, rules]: [
    Parameters<typeof openAssignmentDesk>[1]?,
    Parameters<typeof openAssignmentDesk>[2]?,
  ]
) => openAssignmentDesk(await engine.newTable(), assignment, rules);
const minutesLater = (minutes: number) => new Date(Date.parse(OPENED) + minutes * 60_000).toISOString();

describe('a new conversation', () => {
  it('is given to those who are there, in turn', async () => {
    const desk = await open();
    for (const agent of ['ann', 'bob']) await desk.present(agent);
    for (const person of ['p1', 'p2', 'p3', 'p4']) {
      await desk.ask(person);
      await desk.settle();
    }
    const owners = Object.values(await desk.owners());
    expect(owners.toSorted()).toEqual(['ann', 'ann', 'bob', 'bob']);
    expect(await desk.seats()).toEqual({ ann: 2, bob: 2 });
  });

  it('tells in its activity who got it', async () => {
    const desk = await open();
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    const [{ id = '' } = {}] = await desk.conversations();
    const activity = await latestActivity(desk.desk.table, id, 10);
    expect(activity.flatMap(({ actor, events }) => events.map(({ name }) => `${actor}: ${name}`))).toContain(
      'hark: conversation.assigned',
    );
  });

  it('waits where nobody is there, and goes to who comes, most urgent first', async () => {
    const desk = await open({ capacity: 1 });
    await desk.ask('p1');
    desk.time.now = minutesLater(1);
    await desk.ask('p2');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: '-', p2: '-' });
    await desk.present('ann');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: 'ann', p2: '-' });
  });

  it('is not given to anybody in a team that does not assign', async () => {
    const desk = await open({ method: 'off' });
    await desk.present('ann');
    await desk.ask('p1');
    expect(await desk.news()).toHaveLength(1);
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: '-' });
  });

  it('stays with whom a rule gave it', async () => {
    const rule = { id: 'r', name: 'R', if: {}, then: { ownerId: 'cem' } };
    const desk = await open({}, [rule]);
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: 'cem' });
    expect(await desk.seats()).toMatchObject({ cem: 1 });
  });

  it('is given to nobody of another team', async () => {
    const desk = await open();
    await desk.present('ann', 'online', ['press']);
    await desk.ask('p1');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: '-' });
  });
});

describe('room', () => {
  it('comes with an answer, and the next one that waits gets it', async () => {
    const desk = await open({ capacity: 1 });
    await desk.present('ann');
    for (const person of ['p1', 'p2']) await desk.ask(person);
    await desk.settle();
    const [first = ''] = Object.entries(await desk.owners()).find(([, owner]) => owner === 'ann') ?? [];
    desk.time.now = minutesLater(5);
    await desk.answer(first);
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: 'ann', p2: 'ann' });
    expect(await desk.seats()).toEqual({ ann: 1 });
    expect(await listUnassigned(desk.desk.table, 'support', 9)).toEqual([]);
  });

  it('comes with resolving', async () => {
    const desk = await open({ capacity: 1 });
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    const [conversation] = await desk.conversations();
    const cause = causeOf(desk.desk, 't', { policies: [], calendars: {} });
    await decideUntilCommitted(
      desk.desk.table,
      async () => conversation && resolve(conversation, 'ann', cause),
    );
    await desk.settle();
    expect(await desk.seats()).toEqual({ ann: 0 });
  });

  it('is not asked of an owner whose customer asks again', async () => {
    const desk = await open({ capacity: 1 });
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    desk.time.now = minutesLater(5);
    await desk.answer('p1');
    await desk.ask('p2');
    await desk.settle();
    desk.time.now = minutesLater(6);
    await desk.ask('p1', 'and then?');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: 'ann', p2: 'ann' });
    expect(await desk.seats()).toEqual({ ann: 2 });
  });
});

describe('handing over', () => {
  it('to a team that assigns leads it to an agent there, and makes room where it was', async () => {
    const desk = await open({ capacity: 1 });
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    const [before] = await desk.conversations();
    if (!before) throw new Error('Nobody asked.');
    const routing = await desk.desk.routing?.();
    const cause = { ...causeOf(desk.desk, 't', { policies: [], calendars: {} }), routing };
    const hand = (teamId: string) =>
      decideUntilCommitted(desk.desk.table, async () => {
        const [conversation] = await desk.conversations();
        return conversation && arrange({ conversation }, { teamId }, 'lead', cause);
      });
    await hand('press');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: '-' });
    expect(await desk.seats()).toEqual({ ann: 0 });
    await hand('support');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: 'ann' });
  });
});

describe('whatever the bus does', () => {
  it('seats are right: news late, twice, in any order and at the same time', async () => {
    const desk = await open({ capacity: 2 });
    for (const agent of ['ann', 'bob', 'cem']) await desk.present(agent);
    const people = Array.from({ length: 9 }, (_, index) => `p${index}`);
    for (const person of people) await desk.ask(person);
    const records = [...(await desk.news()), ...(await desk.news())];
    const shuffled = [...records, ...records.toReversed()];
    let waiting = shuffled;
    while (waiting.length > 0) {
      const results = await Promise.allSettled(waiting.map(desk.take));
      waiting = waiting.filter((_, index) => results[index]?.status === 'rejected');
    }
    await desk.settle();
    expect(await desk.seats()).toEqual({ ann: 2, bob: 2, cem: 2 });
    const owners = Object.values(await desk.owners());
    expect(owners.filter((owner) => owner !== '-').toSorted()).toEqual([
      'ann',
      'ann',
      'bob',
      'bob',
      'cem',
      'cem',
    ]);
  });

  it('news of what is long over changes nothing', async () => {
    const desk = await open();
    await desk.present('ann');
    await desk.ask('p1');
    const stale = await desk.news();
    for (const record of stale) await desk.take(record);
    await desk.settle();
    desk.time.now = minutesLater(5);
    await desk.answer('p1');
    await desk.settle();
    for (const record of stale) await desk.take(record);
    expect(await desk.seats()).toEqual({ ann: 0 });
  });

  it('a conversation that is gone is no work, and a team that does not assign has none', async () => {
    const desk = await open();
    await settleWork('01GONE', [{ teamId: 'support', ownerId: 'ann' }], desk.desk);
    expect(await desk.seats()).toEqual({ ann: 0 });
    await drainTeam('press', desk.desk);
  });
});
