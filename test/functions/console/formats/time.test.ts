import { describe, expect, it } from 'vitest';
import { agoWords, spell, withTimes } from '../../../../functions/console/formats/time.ts';

describe('spell', () => {
  it.each([
    [-3, '0s'],
    [59, '59s'],
    [60, '1m'],
    [3599, '59m'],
    [3600, '1h'],
    [7500, '2h 5m'],
    [90_000, '1 day 1h'],
    [4 * 86_400 + 5000, '4 days'],
  ])('spells %d seconds as %s', (seconds, words) => {
    expect(spell(seconds, 'en')).toBe(words);
  });

  it('goes by the locale', () => {
    expect(spell(4 * 86_400, 'de')).toBe('4 Tage');
  });
});

describe('agoWords', () => {
  const now = Date.parse('2026-11-20T12:00:00.000Z');

  it.each([
    ['2026-11-20T11:59:30.000Z', 'now'],
    ['2026-11-20T11:58:40.000Z', '1m'],
    ['2026-11-20T09:10:00.000Z', '2h'],
    ['2026-11-02T12:00:00.000Z', 'Nov 2'],
    ['2024-11-02T12:00:00.000Z', 'Nov 2, 2024'],
  ])('says of %s: %s', (at, words) => {
    expect(agoWords(at, now, 'en')).toBe(words);
  });
});

describe('withTimes', () => {
  it('writes the instants of a sentence as this device does', () => {
    const told = withTimes('It is due at 2026-11-27T18:00:34.000Z, or later.', 'en');
    expect(told).toMatch(/^It is due at Fri, Nov 27, .*, or later\.$/);
  });
});
