import { describe, expect, it } from 'vitest';
import { Duration, durationSeconds } from '../../../functions/domain/duration.ts';

const seconds: Record<string, number> = {
  PT20S: 20,
  'PT0.5S': 0.5,
  PT90M: 5_400,
  PT2H: 7_200,
  PT1H30M: 5_400,
  PT1H30S: 3_630,
  P1D: 86_400,
  P1DT12H: 129_600,
  P2W: 1_209_600,
  P1W1D: 691_200,
  P999999D: 86_399_913_600,
};

const refused: Record<string, string> = {
  P1M: 'Months and years differ in length, so they cannot be a target.',
  P1Y: 'Months and years differ in length',
  P1Y2DT3H: 'Months and years differ in length',
  P: 'is not a duration',
  PT: 'is not a duration',
  P1DT: 'is not a duration',
  '-PT2H': 'is not a duration',
  'PT-2H': 'is not a duration',
  'PT1.5H': 'is not a duration',
  PT2: 'is not a duration',
  pt2h: 'is not a duration',
  '2h': 'is not a duration',
  ' PT2H': 'is not a duration',
  P1H: 'is not a duration',
  'PT0.0001S': 'is not a duration',
  P1000000D: 'is not a duration',
  '': 'is not a duration',
};

const nothing = ['PT0S', 'P0D', 'PT0H0M0.000S'];

describe('durationSeconds', () => {
  it.each(Object.entries(seconds))('of %s is %d', (iso, expected) => {
    expect(durationSeconds(iso)).toBe(expected);
  });

  it.each(Object.entries(refused))('refuses "%s"', (iso, message) => {
    expect(() => durationSeconds(iso)).toThrow(RangeError);
    expect(() => durationSeconds(iso)).toThrow(message);
  });

  it.each(nothing)('of %s is nothing', (iso) => {
    expect(durationSeconds(iso)).toBe(0);
  });
});

describe('Duration', () => {
  it.each(Object.keys(seconds))('accepts %s and leaves it a string', (iso) => {
    expect(Duration.parse(iso)).toBe(iso);
  });

  it.each(Object.entries(refused))('refuses "%s" with one message', (iso, message) => {
    const issues = Duration.safeParse(iso).error?.issues ?? [];
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain(message);
    expect(issues[0]?.message).toContain(`"${iso}"`);
  });

  it.each(nothing)('refuses %s, which would be missed at once', (iso) => {
    expect(Duration.safeParse(iso).error?.issues[0]?.message).toContain('longer than zero');
  });

  it('refuses a number', () => {
    expect(Duration.safeParse(7_200).success).toBe(false);
  });
});
