import { describe, expect, it } from 'vitest';
import {
  isoDuration,
  writtenDuration,
} from '../../../../../functions/console/features/settings/durations.ts';

describe('how long something may take', () => {
  it.each([
    ['2h', 'PT2H'],
    ['1h 30m', 'PT1H30M'],
    ['1d', 'P1D'],
    ['1w 2d 3h', 'P1W2DT3H'],
  ])('is written %s for %s', (written, iso) => {
    expect(isoDuration(written)).toBe(iso);
    expect(writtenDuration(iso)).toBe(written);
  });

  it('is read whatever the case and the blanks', () => {
    expect(isoDuration(' 1H30 m ')).toBe('PT1H30M');
  });

  it('stays as it is where it is of another shape, for the desk to judge', () => {
    expect(isoDuration('soon')).toBe('soon');
    expect(writtenDuration('PT1.5S')).toBe('PT1.5S');
  });
});
