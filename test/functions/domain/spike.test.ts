import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../functions/domain/message.ts';
import {
  bucketOf,
  grievancesOf,
  grownSpike,
  type Heard,
  isNewsOf,
  minutesAfter,
  newSpike,
  type Rush,
  rushOf,
  spikeOf,
  spikeRules,
} from '../../../functions/domain/spike.ts';

const NOW = '2026-11-27T12:04:00.000Z';

/** So many people in one bucket, that many minutes before now; `name` tells them from others. */
const heard = (minutesAgo: number, count: number, name = `${minutesAgo}`): Heard => ({
  from: bucketOf(minutesAfter(NOW, -minutesAgo)),
  conversationIds: Array.from({ length: count }, (_, number) => `${name}-${number}`),
});

describe('a rush', () => {
  it.each<[string, Heard[], Heard[][], number | undefined]>([
    ['nobody says anything', [], [], undefined],
    ['four say it', [heard(0, 4)], [], undefined],
    ['five say it who never do', [heard(0, 5)], [], undefined],
    ['six say it who never do', [heard(0, 6)], [], 6],
    ['they say it over the whole window', [heard(0, 3), heard(5, 3), heard(10, 3)], [], 9],
    ['they said it before the window', [heard(15, 20)], [], undefined],
    ['one says it twenty times', Array.from({ length: 3 }, (_, n) => heard(n * 5, 1, 'same')), [], undefined],
    [
      'as many said it all morning',
      [heard(0, 20), ...[20, 60, 100, 150].map((ago) => heard(ago, 60))],
      [],
      undefined,
    ],
    ['a few said it this morning', [heard(0, 20), heard(60, 3)], [], 20],
    ['as many say it every week', [heard(0, 20)], [[], [heard(0, 140)]], undefined],
    ['fewer say it every week', [heard(0, 23)], [[heard(0, 16)], [heard(0, 16)]], 23],
  ])('is noticed as it should be when %s', (_name, recent, weeks, count) => {
    expect(rushOf(recent, weeks, NOW)?.conversationIds.length).toBe(count);
  });

  it('says how many are usual', () => {
    // 16 within two hours are two in a quarter of an hour.
    expect(rushOf([heard(0, 23)], [[heard(0, 16)]], NOW)?.usual).toBe(2);
  });

  it('is the worse the further it is from the usual', () => {
    const severity = (count: number) => rushOf([heard(0, count)], [], NOW)?.severity;
    expect([severity(8), severity(30), severity(100)]).toEqual(['minor', 'major', 'critical']);
  });

  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 36 });
  const asHeard = (all: number[]) => all.map((count, index) => heard(index * 5, count));

  it('never is one of fewer people than the least', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const rush = rushOf(asHeard(all), [], NOW);
        if (rush) expect(rush.conversationIds.length).toBeGreaterThanOrEqual(spikeRules.minimum);
      }),
    );
  });

  it('stays one when more say it, and is one no more only when more is usual', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 1, max: 50 }), (recent, week, more) => {
        const weeks = [asHeard(week)];
        const before = rushOf(asHeard(recent), weeks, NOW);
        if (before) expect(rushOf([...asHeard(recent), heard(0, more, 'more')], weeks, NOW)).toBeDefined();
        else expect(rushOf(asHeard(recent), [...weeks, [heard(0, more)]], NOW)).toBeUndefined();
      }),
    );
  });
});

const rush = (ids: string[], fields: Partial<Rush> = {}): Rush => ({
  conversationIds: ids,
  usual: 1,
  severity: 'minor',
  ...fields,
});
const people = (count: number, name = 'p') =>
  Array.from({ length: count }, (_, number) => `${name}${number}`);
const known = newSpike(rush(people(6)), 'booking', { id: 'S1', teamId: 'support', now: NOW });

describe('a spike', () => {
  it.each<[string, Rush, string, string, string | undefined]>([
    ['the same word', rush(people(6, 'others')), 'booking', minutesAfter(NOW, 60), 'S1'],
    ['the same people', rush([...people(3), 'q1', 'q2', 'q3']), 'app', NOW, 'S1'],
    ['other words of others', rush(people(6, 'others')), 'strike', NOW, undefined],
    [
      'the same word long after',
      rush(people(6)),
      'booking',
      minutesAfter(NOW, spikeRules.coolDownMinutes),
      undefined,
    ],
  ])('is known by %s', (_name, found, topic, at, id) => {
    expect(spikeOf(found, topic, [known], at)?.id).toBe(id);
  });

  it('lasts as long as it grows', () => {
    const later = minutesAfter(NOW, spikeRules.coolDownMinutes - 1);
    const grown = grownSpike(known, rush(people(6)), 'booking', later);
    expect(spikeOf(rush(people(6)), 'booking', [grown], minutesAfter(later, 60))?.id).toBe('S1');
  });

  it('is as large as it was at its largest, gathers the words, and is as bad as it was at its worst', () => {
    const worse = grownSpike(known, rush(people(9), { severity: 'major', usual: 2 }), 'app', NOW);
    expect(worse).toMatchObject({ count: 9, topic: ['booking', 'app'], severity: 'major', usual: 2 });
    expect(grownSpike(worse, rush(people(9)), 'app', NOW)).toMatchObject({ count: 9, severity: 'major' });
  });

  it('that many write about is not written for each of them', () => {
    const big = { ...known, count: 100, conversationIds: people(50) };
    const grow = (more: number, at = NOW) => grownSpike(big, rush(people(100 + more)), 'booking', at);
    expect(isNewsOf(grow(1), big)).toBe(false);
    expect(isNewsOf(grow(10), big)).toBe(true);
    expect(isNewsOf(grow(1, minutesAfter(NOW, 1)), big)).toBe(true);
    expect(isNewsOf(grownSpike(big, rush([]), 'app', NOW), big)).toBe(true);
  });
});

describe('what a message complains of', () => {
  const message = (fields: Partial<Message>): Message => ({
    id: 'C1.M1',
    conversationId: 'C1',
    direction: 'inbound',
    visibility: 'public',
    author: {},
    text: 'The booking app is broken, I want a refund!',
    attachments: [],
    at: NOW,
    receivedAt: NOW,
    state: 'received',
    ...fields,
  });
  const read = (fields: object): Message['triage'] => ({
    reason: 'problem',
    sentiment: 'negative',
    urgency: 0.5,
    language: 'en',
    needsReply: true,
    spam: false,
    confidence: { reason: 1, sentiment: 1, urgency: 1, language: 1, needsReply: 1, spam: 1 },
    words: [],
    topics: ['booking', 'app', 'booking app'],
    ...fields,
  });

  it('are its words that say something', () => {
    expect(grievancesOf(message({}))).toEqual(expect.arrayContaining(['booking', 'app', 'refund']));
    expect(grievancesOf(message({ triage: read({}) }))).toEqual(['booking', 'app']);
  });

  it('are few, as each costs a write', () => {
    const topics = Array.from({ length: 30 }, (_, number) => `word${number}`);
    expect(grievancesOf(message({ triage: read({ topics }) }))).toHaveLength(6);
  });

  it.each<[string, Partial<Message>]>([
    ['ours', { direction: 'outbound' }],
    ['taken back', { deletedAt: NOW }],
    ['spam', { triage: read({ spam: true }) }],
    ['praise', { triage: read({ reason: 'satisfaction' }) }],
    ['an idea', { triage: read({ reason: 'feedback' }) }],
  ])('is nothing when it is %s', (_name, fields) => {
    expect(grievancesOf(message(fields))).toEqual([]);
  });
});
