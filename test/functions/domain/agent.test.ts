import { describe, expect, it } from 'vitest';
import { type DeskAgent, isStale, presenceOf } from '../../../functions/domain/agent.ts';
import { at } from './desk.ts';

const mary: DeskAgent = { id: 'mary', name: 'Mary', role: 'agent', teams: [], lastSeenAt: at('10:00') };

describe('what is known of an agent', () => {
  const rows: { name: string; known: DeskAgent | undefined; seen: Partial<DeskAgent>; stale: boolean }[] = [
    { name: 'nothing', known: undefined, seen: {}, stale: true },
    { name: 'the same a moment ago', known: mary, seen: { lastSeenAt: at('10:04') }, stale: false },
    { name: 'the same five minutes ago', known: mary, seen: { lastSeenAt: at('10:05') }, stale: true },
    { name: 'another role', known: mary, seen: { role: 'lead' }, stale: true },
    { name: 'another team', known: mary, seen: { teams: ['parcels'] }, stale: true },
    { name: 'no address', known: mary, seen: { email: 'mary@example.com' }, stale: true },
  ];

  it.each(rows)('is written anew when it is $name: $stale', ({ known, seen, stale }) => {
    expect(isStale(known, { ...mary, ...seen })).toBe(stale);
  });
});

describe('whether an agent is there', () => {
  it('is what they say', () => {
    expect(presenceOf({ ...mary, presence: 'away' }, at('10:00'))).toBe('away');
  });

  it('is else whether they were seen lately', () => {
    expect(presenceOf(mary, at('10:09'))).toBe('online');
    expect(presenceOf(mary, at('10:10'))).toBe('offline');
  });
});
