import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENED, openAssignmentDesk } from './assignment-desk.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());
const open = async (assignment: Parameters<typeof openAssignmentDesk>[1] = {}) =>
  openAssignmentDesk(await engine.newTable(), assignment);
const minutesLater = (minutes: number) => new Date(Date.parse(OPENED) + minutes * 60_000).toISOString();

describe('an agent who goes', () => {
  it('keeps unanswered work for the set time, then it goes to others', async () => {
    const desk = await open();
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    await desk.present('bob');
    await desk.present('ann', 'offline');
    await desk.pass(minutesLater(15));
    expect(await desk.owners()).toEqual({ p1: 'ann' });
    await desk.pass(minutesLater(15.1));
    expect(await desk.owners()).toEqual({ p1: 'bob' });
    expect(await desk.seats()).toEqual({ ann: 0, bob: 1 });
  });

  it('keeps it when they are back in time, or only away', async () => {
    const desk = await open();
    await desk.present('ann');
    await desk.present('bob', 'away');
    await desk.ask('p1');
    await desk.settle();
    await desk.present('ann', 'offline');
    desk.time.now = minutesLater(10);
    await desk.present('ann');
    await desk.pass(minutesLater(16));
    await desk.present('ann', 'away');
    await desk.pass(minutesLater(120));
    expect(await desk.owners()).toEqual({ p1: 'ann' });
  });

  it('keeps what is answered; when that customer asks again, others answer', async () => {
    const desk = await open();
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    desk.time.now = minutesLater(1);
    await desk.answer('p1');
    await desk.present('ann', 'offline');
    await desk.settle();
    await desk.pass(minutesLater(30));
    expect(await desk.owners()).toEqual({ p1: 'ann' });
    await desk.present('bob');
    await desk.ask('p1', 'and then?');
    await desk.settle();
    await desk.pass(minutesLater(31));
    expect(await desk.owners()).toEqual({ p1: 'bob' });
  });

  it('does not count as gone anew for saying so again', async () => {
    const desk = await open();
    await desk.present('ann', 'offline');
    desk.time.now = minutesLater(5);
    expect(await desk.present('ann', 'offline')).toMatchObject({ since: OPENED });
    expect(await desk.news()).toHaveLength(1);
  });
});

describe('a shift that begins', () => {
  it('gives its people what waited for them, though nobody came or went', async () => {
    const day = (from: string, to: string) => ({
      timeZone: 'UTC',
      week: { fri: [[from, to] satisfies [string, string]] },
      holidays: [],
    });
    const onDuty = { shifts: [{ agentIds: ['ann'], hours: day('12:00', '18:00') }] };
    const desk = await open({ onDuty });
    await desk.present('ann');
    await desk.ask('p1');
    await desk.settle();
    expect(await desk.owners()).toEqual({ p1: '-' });
    await desk.pass(minutesLater(119));
    expect(await desk.owners()).toEqual({ p1: '-' });
    await desk.pass(minutesLater(120.1));
    expect(await desk.owners()).toEqual({ p1: 'ann' });
  });
});
