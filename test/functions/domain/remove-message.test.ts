import { describe, expect, it } from 'vitest';
import { receiveRemoval } from '../../../functions/domain/remove-message.ts';
import {
  aCause,
  aMessage,
  announced,
  aRemovalEvent,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const known = { message: aMessage(), answered: aWaitingConversation({ preview: 'My card was refused.' }) };
const reference = { channel: 'x', accountId: 'desk-1', nativeId: 'm1' };

describe('a deletion', () => {
  it('marks the message and keeps the original', () => {
    const change = receiveRemoval(aRemovalEvent(), known, aCause());
    expect(change?.changedMessages).toEqual([aMessage({ deletedAt: at('10:10') })]);
  });

  it('ends the waiting, by the platform’s time however late it arrives', () => {
    const change = receiveRemoval(aRemovalEvent(), known, aCause({ now: at('15:00') }));
    expect(conversationAfter(change)).toMatchObject({
      unanswered: [],
      clocks: [{ state: 'ended', endedAt: at('10:10') }],
    });
    expect(announced(change)).toEqual(['message.deleted', 'clock.ended']);
  });

  it.each([
    { name: 'of the latest message empties the preview', lastMessageId: 'c-ada.m1', preview: '' },
    { name: 'of an earlier message leaves it', lastMessageId: 'c-ada.m2', preview: 'My card was refused.' },
  ])('$name', ({ lastMessageId, preview }) => {
    const answered = { ...known.answered, lastMessageId };
    expect(conversationAfter(receiveRemoval(aRemovalEvent(), { ...known, answered }, aCause())).preview).toBe(
      preview,
    );
  });

  it('of a message of ours leaves who waits', () => {
    const message = aMessage({ id: 'c-ada.a1', nativeId: 'a1', direction: 'outbound' });
    const change = receiveRemoval(aRemovalEvent({ nativeId: 'a1' }), { ...known, message }, aCause());
    expect(conversationAfter(change).unanswered).toEqual(known.answered.unanswered);
  });
});

describe('hiding', () => {
  it.each([
    { name: 'hides', removal: 'hidden' as const, before: undefined, hidden: true, event: 'message.hidden' },
    {
      name: 'shows again',
      removal: 'unhidden' as const,
      before: true,
      hidden: false,
      event: 'message.unhidden',
    },
  ])('$name a message, and who waits goes on waiting', ({ removal, before, hidden, event }) => {
    const message = aMessage(before === undefined ? {} : { hidden: before });
    const change = receiveRemoval(aRemovalEvent({ removal }), { ...known, message }, aCause());
    expect(change?.changedMessages).toMatchObject([{ hidden }]);
    expect(conversationAfter(change)).toEqual(known.answered);
    expect(announced(change)).toEqual([event]);
  });
});

describe('a removal that is known', () => {
  it.each([
    { name: 'deleted twice', removal: 'deleted' as const, message: aMessage({ deletedAt: at('10:10') }) },
    { name: 'hidden twice', removal: 'hidden' as const, message: aMessage({ hidden: true }) },
    { name: 'shown that was never hidden', removal: 'unhidden' as const, message: aMessage() },
  ])('changes nothing: $name', ({ removal, message }) => {
    expect(receiveRemoval(aRemovalEvent({ removal }), { ...known, message }, aCause())).toBeUndefined();
  });

  it.each([
    { name: 'deleted twice', removal: 'deleted' as const, pending: { deletedAt: at('10:09') } },
    { name: 'hidden twice', removal: 'hidden' as const, pending: { hidden: true } },
    { name: 'shown twice', removal: 'unhidden' as const, pending: { hidden: false } },
  ])('changes nothing before its message is there: $name', ({ removal, pending }) => {
    expect(
      receiveRemoval(aRemovalEvent({ removal }), { self: { ...reference, pending } }, aCause()),
    ).toBeUndefined();
  });
});

describe('a removal before its message', () => {
  const answers = [
    {
      nativeId: 'a1',
      visibility: 'public' as const,
      text: 'Yes?',
      attachments: [],
      at: at('10:30'),
      receivedAt: at('10:31'),
    },
  ];
  it.each([
    { name: 'a deletion', removal: 'deleted' as const, pending: { deletedAt: at('10:10') } },
    { name: 'a hiding', removal: 'hidden' as const, pending: { hidden: true } },
    { name: 'a showing', removal: 'unhidden' as const, pending: { hidden: false } },
  ])('is kept beside what else was told: $name', ({ removal, pending }) => {
    const self = { ...reference, pending: { answers } };
    const change = receiveRemoval(aRemovalEvent({ removal }), { self }, aCause());
    expect(change?.pending).toEqual([{ ...reference, pending: { answers, ...pending } }]);
    expect(change?.events).toEqual([]);
  });
});

describe('the deletion of a post', () => {
  const post = { channel: 'x' as const, accountId: 'desk-1', nativeId: 'p1' };
  const removal = aRemovalEvent({ nativeId: 'p1' });

  it('marks a post of ours', () => {
    const change = receiveRemoval(removal, { post: { ...post, ours: true } }, aCause());
    expect(change).toMatchObject({ posts: [{ ...post, deletedAt: at('10:10') }], pending: [] });
  });

  it('is also kept for a visitor’s message that is still to come', () => {
    const change = receiveRemoval(removal, { post }, aCause());
    expect(change).toMatchObject({
      posts: [{ ...post, deletedAt: at('10:10') }],
      pending: [{ nativeId: 'p1', pending: { deletedAt: at('10:10') } }],
    });
  });

  it.each([
    { name: 'deleted already', removal, deletedAt: at('10:10') },
    {
      name: 'hidden, which posts are not',
      removal: { ...removal, removal: 'hidden' as const },
      deletedAt: undefined,
    },
  ])('changes nothing about a post of ours: $name', ({ removal: event, deletedAt }) => {
    const known = { post: { ...post, ours: true, ...(deletedAt && { deletedAt }) } };
    expect(receiveRemoval(event, known, aCause())).toBeUndefined();
  });
});
