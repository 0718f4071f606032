import { describe, expect, it } from 'vitest';
import { findPromises, onlyPromises } from '../../../functions/domain/promise.ts';
import { notPromised, promised } from './promise-phrasings.ts';

const present = { at: '2026-03-04T10:00:00.000Z', timeZone: 'Europe/Vienna' };
const local = (instant: string) => new Date(instant).toLocaleString('sv', { timeZone: 'Europe/Vienna' });
const timesOf = (reply: string) =>
  findPromises(reply, present).map(({ dueAt }) => (dueAt === null ? null : local(dueAt)));

describe('findPromises', () => {
  it.each(Object.entries(promised))('hears in “%s”: %s', (reply, times) => {
    expect(timesOf(reply)).toEqual(times);
  });

  it.each(notPromised)('hears no promise in “%s”', (reply) => {
    expect(findPromises(reply, present)).toEqual([]);
  });

  it('is tried on a good many phrasings', () => {
    expect(Object.keys(promised).length + notPromised.length).toBeGreaterThanOrEqual(150);
  });

  it.each([
    ["I'll call you.", 'I'],
    ["We'll call you.", 'we'],
    ["You'll hear from me.", 'I'],
    ["You'll hear from us.", 'we'],
    ['Our team will call you.', 'team'],
    ['The customer care team will call you.', 'team'],
    ['A colleague will call you.', 'colleague'],
    ['Anna will call you.', 'colleague'],
    ['One of our experts will call you.', 'colleague'],
  ])('knows who is to keep “%s”: %s', (reply, who) => {
    expect(findPromises(reply, present)[0]?.who).toBe(who);
  });

  it('gives the words as they were written, and their sentence', () => {
    const reply = 'So sorry!! We’ll check the van, and I’ll call you by 5pm. Have a nice day.';
    expect(findPromises(reply, present)).toEqual([
      {
        text: 'I’ll call you by 5pm.',
        who: 'I',
        dueAt: '2026-03-04T16:00:00.000Z',
        sentence: 'We’ll check the van, and I’ll call you by 5pm.',
      },
    ]);
  });
});

describe('onlyPromises', () => {
  const only = (reply: string) => onlyPromises(reply, findPromises(reply, present));

  it.each([
    "Sorry for the wait! I'll call you by 5.",
    "Hi Ada,\nI'll find out and get back to you tomorrow.\nBest, Mary",
  ])('holds for “%s”', (reply) => {
    expect(only(reply)).toBe(true);
  });

  it.each(["It is 12 euros. I'll call you by 5.", 'It is 12 euros.', 'Sorry!'])(
    'does not hold for “%s”, which says more, or promises nothing',
    (reply) => {
      expect(only(reply)).toBe(false);
    },
  );
});
