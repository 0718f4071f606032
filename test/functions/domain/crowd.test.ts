import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdOf, learnUsual, minuteOf, type Pace, timesUsual } from '../../../functions/domain/crowd.ts';
import { at, plus } from './desk.ts';

const NOW = at('12:00:30');

/** The minutes before now, the latest last, each with so many likes. */
const likes = (...counts: number[]): Pace['minutes'] =>
  counts.map((count, index) => ({
    minute: plus(minuteOf(NOW), (index - counts.length + 1) * 60_000),
    likes: count,
    shares: 0,
    replies: 0,
  }));
const tenTimes = (count: number) => likes(...Array.from({ length: 10 }, () => count));

const old = at('08:00');
const rows: { name: string; pace: Pace; tells: string | undefined }[] = [
  { name: 'silence', pace: { minutes: [], since: old, usual: 1 }, tells: undefined },
  { name: 'what is usual', pace: { minutes: tenTimes(1), since: old, usual: 1 }, tells: undefined },
  {
    name: 'three times the usual',
    pace: { minutes: tenTimes(3), since: old, usual: 1 },
    tells: '3 a minute',
  },
  { name: 'just below', pace: { minutes: tenTimes(2), since: old, usual: 1 }, tells: undefined },
  {
    name: 'the same where that is usual',
    pace: { minutes: tenTimes(3), since: old, usual: 2 },
    tells: undefined,
  },
  {
    name: 'the same on a post of this hour',
    pace: { minutes: tenTimes(3), since: at('11:30'), usual: 1 },
    tells: undefined,
  },
  {
    name: 'twice that on a post of this hour',
    pace: { minutes: tenTimes(6), since: at('11:30'), usual: 1 },
    tells: '6 a minute',
  },
  {
    name: 'a burst on a post of two minutes',
    pace: { minutes: likes(12, 12), since: at('11:58'), usual: 1 },
    tells: '12 a minute',
  },
  {
    name: 'few people, though fast',
    pace: { minutes: likes(19), since: at('11:59:40'), usual: 1 },
    tells: undefined,
  },
  {
    name: 'what happened an hour ago',
    pace: { minutes: [{ minute: at('11:00'), likes: 500, shares: 0, replies: 0 }], since: old, usual: 1 },
    tells: undefined,
  },
  {
    name: 'what lies in the future, as a platform’s clock has it',
    pace: { minutes: [{ minute: at('12:30'), likes: 500, shares: 0, replies: 0 }], since: old, usual: 1 },
    tells: undefined,
  },
  {
    name: 'a crowd that was told of',
    pace: { minutes: tenTimes(9), since: old, usual: 1, told: { perMinute: 3, usual: 1, at: at('11:50') } },
    tells: undefined,
  },
  {
    name: 'a crowd that has grown tenfold since',
    pace: { minutes: tenTimes(30), since: old, usual: 1, told: { perMinute: 3, usual: 1, at: at('11:50') } },
    tells: '30 a minute',
  },
  {
    name: 'likes that are taken back',
    pace: { minutes: tenTimes(-5), since: old, usual: 1 },
    tells: undefined,
  },
];

describe('a crowd', () => {
  it.each(rows)('$name: $tells', ({ pace, tells }) => {
    const forming = crowdOf(pace, NOW);
    expect(forming && `${forming.crowd.perMinute} a minute`).toBe(tells);
  });

  it('is told with its numbers', () => {
    const minutes = [{ minute: at('11:59'), likes: 10, shares: 20, replies: 30 }];
    expect(crowdOf({ minutes, since: old, usual: 0.44 }, NOW)).toEqual({
      crowd: { perMinute: 6, usual: 0.4, at: NOW },
      window: 10,
      age: 240,
      likes: 10,
      shares: 20,
      replies: 30,
    });
  });

  it('is told no sooner for being slower', () => {
    const speed = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(speed, speed, fc.double({ min: 0.1, max: 50, noNaN: true }), (a, b, usual) => {
        const [slower, faster] = [Math.min(a, b), Math.max(a, b)];
        const tells = (count: number) =>
          crowdOf({ minutes: tenTimes(count), since: old, usual }, NOW) !== undefined;
        expect(!tells(slower) || tells(faster)).toBe(true);
      }),
    );
  });
});

describe('what is usual', () => {
  it('follows what is seen', () => {
    let usual = 1;
    for (let minute = 0; minute < 400; minute += 1) usual = learnUsual(usual, 8);
    expect(usual).toBeGreaterThan(7);
    expect(usual).toBeLessThanOrEqual(8);
  });

  it('is hardly moved by an hour of a crowd', () => {
    let usual = 1;
    for (let minute = 0; minute < 60; minute += 1) usual = learnUsual(usual, 1000);
    expect(usual).toBeLessThan(4);
  });

  it('is what a crowd is measured by', () => {
    expect(timesUsual({ perMinute: 30, usual: 2, at: NOW })).toBe(15);
    expect(timesUsual({ perMinute: 30, usual: 0, at: NOW })).toBe(300);
  });
});
