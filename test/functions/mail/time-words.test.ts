import { describe, expect, it } from 'vitest';
import { instantWords, secondsBetween, spanShort, spanWords } from '../../../functions/mail/time-words.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const spans: [seconds: number, short: string, words: string][] = [
  [-5, '1 s', '1 second'],
  [0, '1 s', '1 second'],
  [0.4, '1 s', '1 second'],
  [20, '20 s', '20 seconds'],
  [59.4, '59 s', '59 seconds'],
  [59.6, '1 min', '1 minute'],
  [89, '1 min', '1 minute'],
  [45 * MINUTE, '45 min', '45 minutes'],
  [HOUR - 1, '1 h 00 min', '1 hour'],
  [2 * HOUR + 1, '2 h 00 min', '2 hours'],
  [2 * HOUR + 5 * MINUTE, '2 h 05 min', '2 hours 5 minutes'],
  [DAY, '24 h 00 min', '1 day'],
  [DAY + 3 * HOUR, '27 h 00 min', '1 day 3 hours'],
  [2 * DAY - 10, '2 d 0 h', '2 days'],
  [3 * DAY + 4 * HOUR + 29 * MINUTE, '3 d 4 h', '3 days 4 hours'],
];

describe('spans of time', () => {
  it.each(spans)('writes %d seconds as %s and as %s', (seconds, short, words) => {
    expect(spanShort(seconds)).toBe(short);
    expect(spanWords(seconds)).toBe(words);
  });
});

describe('instantWords', () => {
  it.each([
    ['2026-11-21T12:00:05.000Z', 'Sat 21 Nov, 12:00:05 UTC'],
    ['2026-03-01T00:00:00.999Z', 'Sun 1 Mar, 00:00:00 UTC'],
  ])('writes %s in UTC and says so', (instant, words) => {
    expect(instantWords(instant)).toBe(words);
  });
});

describe('secondsBetween', () => {
  it('is negative when the second instant is the earlier one', () => {
    expect(secondsBetween('2026-11-21T12:00:05.500Z', '2026-11-21T12:00:05.000Z')).toBe(-0.5);
  });
});
