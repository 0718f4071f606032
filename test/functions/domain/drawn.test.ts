import { describe, expect, it } from 'vitest';
import { drawnBy, replyIn } from '../../../functions/domain/drawn.ts';
import { aMessageEvent, anAnswerEvent, anEditEvent, at } from './desk.ts';

const where = { channel: 'x' as const, accountId: 'desk-1', at: at('10:00') };

describe('what a post draws', () => {
  it.each([
    { sort: 'like' as const, added: true, is: { sort: 'likes', by: 1 } },
    { sort: 'share' as const, added: false, is: { sort: 'shares', by: -1 } },
  ])('is a $sort, added: $added', ({ sort, added, is }) => {
    const event = { ...where, kind: 'engagement' as const, targetId: 'p1', personId: 'ada', sort, added };
    expect(drawnBy(event)).toEqual({ ...where, nativeId: 'p1', ...is });
  });

  it('is what customers say under it, or else in answer to it', () => {
    const under = aMessageEvent({ post: { nativeId: 'p1' }, inReplyTo: 'm0' });
    expect(replyIn(under, 'c1')).toEqual({
      ...where,
      nativeId: 'p1',
      sort: 'replies',
      by: 1,
      conversationId: 'c1',
    });
    expect(replyIn(aMessageEvent({ inReplyTo: 'm0' }), 'c1')?.nativeId).toBe('m0');
  });

  it.each([
    { name: 'what is said for itself', event: aMessageEvent() },
    { name: 'what is said in private', event: aMessageEvent({ inReplyTo: 'm0', visibility: 'private' }) },
    { name: 'what we say', event: anAnswerEvent() },
    { name: 'an edit', event: anEditEvent() },
    { name: 'an edit that comes whole', event: aMessageEvent({ inReplyTo: 'm0', editedAt: at('10:05') }) },
  ])('is not $name', ({ event }) => {
    expect(replyIn(event, 'c1')).toBeUndefined();
  });
});
