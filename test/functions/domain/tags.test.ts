import { expect, it } from 'vitest';
import { retag, TagBook } from '../../../functions/domain/tags.ts';
import { aConversation } from './desk.ts';

it('puts exactly the wanted tags on, and tells which came and went', () => {
  const { conversation, events } = retag(aConversation({ tags: ['vip', 'refund'] }), [
    'refund',
    'press',
    'press',
  ]);
  expect(conversation.tags).toEqual(['refund', 'press']);
  expect(events).toEqual([
    { name: 'conversation.tagged', data: { channel: 'x', added: ['press'], removed: ['vip'] } },
  ]);
});

it('leaves no trace of tags that are all gone', () => {
  expect(retag(aConversation({ tags: ['vip'] }), []).conversation).toEqual(aConversation());
});

it('changes nothing when they are the same', () => {
  const tagged = aConversation({ tags: ['vip'] });
  expect(retag(tagged, ['vip']).conversation).toBe(tagged);
});

it('has each tag once in the book', () => {
  expect(TagBook.safeParse({ tags: [{ name: 'vip' }, { name: ' vip' }] }).success).toBe(false);
});
