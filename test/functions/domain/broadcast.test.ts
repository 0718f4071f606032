import { describe, expect, it } from 'vitest';
import { BroadcastDraft, broadcastDueAt, subjectOf, textFor } from '../../../functions/domain/broadcast.ts';
import { broadcastOf, later, NOW } from './sample-broadcast.ts';

const course = { begunAt: NOW, checkAt: later(5), sweptAt: NOW, isPlanned: true };

describe('what a broadcast says', () => {
  const broadcast = broadcastOf({
    variants: { x: { text: 'Short.' }, email: { subject: 'Booking', text: 'Long.' } },
  });

  it('is its text, unless an audience has a variant of its own', () => {
    expect(textFor(broadcast, 'x')).toBe('Short.');
    expect(textFor(broadcast, 'facebook')).toBe(broadcast.text);
  });

  it('has a subject in a mail: that of the variant, or its title', () => {
    expect(subjectOf(broadcast)).toBe('Booking');
    expect(subjectOf(broadcastOf())).toBe('Booking is down');
  });
});

describe('a broadcast needs a look', () => {
  it.each([
    { state: 'draft', dueAt: undefined },
    { state: 'scheduled', dueAt: later(60) },
    { state: 'publishing', dueAt: later(5) },
    { state: 'paused', dueAt: undefined },
    { state: 'cancelled', dueAt: later(5) },
    { state: 'done', dueAt: undefined },
  ] as const)('$state: $dueAt', ({ state, dueAt }) => {
    expect(broadcastDueAt(broadcastOf({ state, publishAt: later(60), course }))).toBe(dueAt);
  });
});

describe('a draft', () => {
  const draft = { kind: 'announcement', title: 'News', text: 'Hello', audiences: ['x'] };

  it.each([
    { name: 'without audience', change: { audiences: [] } },
    { name: 'without title', change: { title: '' } },
    { name: 'with an unknown audience', change: { audiences: ['fax'] } },
    { name: 'with an unknown time zone', change: { timeZone: 'Middle/Earth' } },
    { name: 'with an endless text', change: { text: 'x'.repeat(10_001) } },
  ])('is refused $name', ({ change }) => {
    expect(BroadcastDraft.safeParse({ ...draft, ...change }).success).toBe(false);
  });

  it('needs no variants', () => {
    expect(BroadcastDraft.parse({ ...draft, timeZone: 'Europe/Vienna' }).variants).toEqual({});
  });
});
