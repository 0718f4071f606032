import { describe, expect, it } from 'vitest';
import { messageTypeOf, widened } from '../../../../functions/channels/facebook/messenger-window.ts';

const HOUR = 3_600_000;
const WROTE = '2026-11-20T12:00:00.000Z';
const later = (elapsed: number) => Date.parse(WROTE) + elapsed;
const RESPONSE = { messaging_type: 'RESPONSE' };
const HUMAN_AGENT = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

describe('a private message goes out', () => {
  it.each([
    ['a person’s, at once', true, 0, RESPONSE],
    ['a person’s, at exactly 24 hours', true, 24 * HOUR, RESPONSE],
    ['a person’s, a moment later', true, 24 * HOUR + 1, HUMAN_AGENT],
    ['a person’s, at exactly 7 days', true, 168 * HOUR, HUMAN_AGENT],
    ['a person’s, a moment after 7 days', true, 168 * HOUR + 1, undefined],
    ['an automatic one, at exactly 24 hours', false, 24 * HOUR, RESPONSE],
    ['an automatic one, a moment later', false, 24 * HOUR + 1, undefined],
    ['one to somebody whose clock is ahead', false, -HOUR, RESPONSE],
  ])('by what it is: %s', (_name, human, elapsed, type) => {
    expect(messageTypeOf({ human, lastInboundAt: WROTE }, later(elapsed))).toEqual(type);
  });

  it('to nobody who never wrote', () => {
    expect(messageTypeOf({ human: true, lastInboundAt: undefined }, later(0))).toBeUndefined();
  });
});

describe('a window that Facebook finds closed', () => {
  it.each([
    ['a person’s answer', true, { messaging_type: 'RESPONSE' } as const, HUMAN_AGENT],
    ['an automatic one', false, { messaging_type: 'RESPONSE' } as const, undefined],
    [
      'one under the tag already',
      true,
      { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } as const,
      undefined,
    ],
  ])('leaves another way or none: %s', (_name, human, type, wider) => {
    expect(widened({ human }, type)).toEqual(wider);
  });
});
