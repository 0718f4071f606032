import { describe, expect, it } from 'vitest';
import {
  canUndo,
  deliveryWords,
  isTrouble,
} from '../../../../../functions/console/features/conversation/delivery-words.ts';

const now = Date.parse('2026-11-20T10:00:00.000Z');
const leavesAt = '2026-11-20T10:00:09.000Z';

describe('an answer of ours', () => {
  it('counts down until it leaves, and can be taken back until then', () => {
    const queued = { state: 'queued', outbound: { leavesAt } };
    expect(deliveryWords(queued, now)).toBe('Leaves in 9s');
    expect(canUndo(queued, now)).toBe(true);
    expect(deliveryWords(queued, now + 9000)).toBe('Leaving…');
    expect(canUndo(queued, now + 9000)).toBe(false);
  });

  it.each([
    ['sent', 'Sent'],
    ['read', 'Read'],
    ['cancelled', 'Taken back'],
    ['awaiting-approval', 'Waiting for approval'],
    ['beamed', 'beamed'],
  ])('is said to be %s: %s', (state, words) => {
    expect(deliveryWords({ state, outbound: { leavesAt } }, now)).toBe(words);
  });

  it('needs somebody until somebody dealt with it', () => {
    expect(isTrouble({ state: 'failed', outbound: { leavesAt } })).toBe(true);
    expect(isTrouble({ state: 'failed', outbound: { leavesAt, handledBy: 'ada' } })).toBe(false);
    expect(isTrouble({ state: 'sent', outbound: { leavesAt } })).toBe(false);
  });
});
