import { describe, expect, it } from 'vitest';
import { dayWords, kindWords, momentWords, percentWords } from '../../../functions/status/status-words.ts';
import { entry } from './sample-board.ts';

describe('words of the status page', () => {
  it('tell instants in a zone that they name', () => {
    expect(momentWords('2026-11-27T10:05:59.000Z')).toBe('27 Nov, 10:05 UTC');
    expect(dayWords('2026-11-27')).toBe('27 November 2026');
  });

  it.each([
    [1, '100 %'],
    [0.9999999, '99.99 %'],
    [0.99901, '99.9 %'],
    [0.5, '50 %'],
    [0, '0 %'],
  ])('never round an outage away: %d', (share, words) => {
    expect(percentWords(share)).toBe(words);
  });

  it('say what an entry is', () => {
    expect(kindWords(entry({ severity: undefined }))).toBe('Minor incident');
    expect(kindWords(entry({ kind: 'maintenance' }))).toBe('Planned work');
    expect(kindWords(entry({ kind: 'announcement' }))).toBe('News');
  });
});
