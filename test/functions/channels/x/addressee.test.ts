import { expect, test } from 'vitest';
import { addressee, otherParty } from '../../../../functions/channels/x/addressee.ts';

const US = '1';
const addressees = [
  { title: 'an answer speaks to the author of what it answers', replied: '2', mentions: [], whom: '2' },
  {
    title: 'an answer speaks to that author even when it begins with another handle',
    replied: '2',
    mentions: [{ id: '3', start: 0 }],
    whom: '2',
  },
  { title: 'a post that answers nothing speaks to all', replied: undefined, mentions: [], whom: undefined },
  {
    title: 'a post that answers nothing speaks to all, whomever it names',
    replied: undefined,
    mentions: [{ id: '3', start: 0 }],
    whom: undefined,
  },
  {
    title: 'the second half of our answer speaks to the person at its head',
    replied: US,
    mentions: [{ id: '2', start: 0 }],
    whom: '2',
  },
  {
    title: 'a thread of our own speaks to all, whomever it names on the way',
    replied: US,
    mentions: [{ id: '2', start: 10 }],
    whom: undefined,
  },
  { title: 'we do not speak to ourselves', replied: US, mentions: [{ id: US, start: 0 }], whom: undefined },
];

test.each(addressees)('$title', ({ replied, mentions, whom }) => {
  expect(addressee(US, replied, mentions)).toBe(whom);
});

const conversations = [
  { title: 'the second of two', id: '1:2', whom: '2' },
  { title: 'the first of two', id: '2:1', whom: '2' },
  { title: 'nobody of a group', id: 'g1795169700123', whom: undefined },
  { title: 'nobody of two strangers', id: '2:3', whom: undefined },
  { title: 'nobody of three', id: '1:2:3', whom: undefined },
  { title: 'nobody of ourselves', id: '1:1', whom: undefined },
  { title: 'nobody when the other is no id', id: '1:two', whom: undefined },
  { title: 'nobody without a conversation', id: undefined, whom: undefined },
];

test.each(conversations)('the other party of an encrypted conversation is $title', ({ id, whom }) => {
  expect(otherParty(US, id)).toBe(whom);
});
