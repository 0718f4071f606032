import { expect, it } from 'vitest';
import { readPost } from '../../../../functions/channels/x/post-v2.ts';
import { Drop } from '../../../../functions/errors.ts';

const post = {
  id: '1924465506158878979',
  text: 'less &lt; more',
  author_id: '2',
  created_at: '2026-11-20T10:15:00.000Z',
};
const ines = { id: '2', name: 'Ines Okoro', username: 'ines_okoro_ex' };

const readings: { title: string; given: object; includes?: unknown; seen: object }[] = [
  {
    title: 'a post whose author is not introduced',
    given: post,
    includes: {},
    seen: { text: 'less < more', at: '2026-11-20T10:15:00.000Z', author: { nativeId: '2' }, attachments: [] },
  },
  {
    title: 'its author among the users beside it',
    given: post,
    includes: { users: [{ data: { id: '1' } }, { data: ines }] },
    seen: { author: { nativeId: '2', name: 'Ines Okoro', handle: 'ines_okoro_ex' } },
  },
  { title: 'a post with nothing beside it', given: post, seen: { author: { nativeId: '2' } } },
  {
    title: 'a post with something else beside it',
    given: post,
    includes: 'none',
    seen: { author: { nativeId: '2' } },
  },
  {
    title: 'the second inside its id when there is no date',
    given: { ...post, created_at: undefined },
    seen: { at: '2025-05-19T14:01:46.165Z' },
  },
  {
    title: 'the whole text of a long post',
    given: { ...post, note_tweet: { text: 'all of it &amp; more' } },
    seen: { text: 'all of it & more' },
  },
  {
    title: 'its media, described or not',
    given: { ...post, attachments: { media_keys: ['3_1', '3_2'] } },
    includes: { media: [{ media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/a.jpg' }] },
    seen: { attachments: [{ type: 'image', url: 'https://pbs.twimg.com/a.jpg' }, { type: 'other' }] },
  },
  {
    title: 'what it answers, with the handle from its text',
    given: {
      ...post,
      in_reply_to_tweet_id: '60',
      in_reply_to_user_id: '1',
      entities: { mentions: [{ start: 0, username: 'larkspursupply', id: '1' }] },
    },
    seen: {
      repliedTo: { postId: '60', person: { nativeId: '1', handle: 'larkspursupply' } },
      mentions: [{ id: '1', handle: 'larkspursupply', start: 0 }],
    },
  },
  {
    title: 'what it answers by its references alone',
    given: { ...post, referenced_tweets: [{ type: 'replied_to', id: '60' }] },
    seen: { repliedTo: { postId: '60', person: undefined } },
  },
  {
    title: 'what it quotes, as the posts beside it tell',
    given: { ...post, referenced_tweets: [{ type: 'quoted', id: '50' }] },
    includes: {
      users: [{ id: '1', username: 'larkspursupply' }],
      tweets: [{ data: { id: '50', text: 'Sale &amp; more', author_id: '1' } }],
    },
    seen: { quoted: { nativeId: '50', authorId: '1', handle: 'larkspursupply', text: 'Sale & more' } },
  },
  {
    title: 'what it quotes when only the id is told',
    given: { ...post, referenced_tweets: [{ type: 'quoted', id: '50' }] },
    seen: { quoted: { nativeId: '50', authorId: undefined, handle: undefined, text: undefined } },
  },
  {
    title: 'what it repeats',
    given: { ...post, referenced_tweets: [{ type: 'retweeted', id: '50' }] },
    seen: { repostOf: '50' },
  },
];

it.each(readings)('reads $title', ({ given, includes, seen }) => {
  expect(readPost(given, includes)).toMatchObject(seen);
});

it.each([
  ['an id', { ...post, id: undefined }],
  ['an author', { ...post, author_id: 2 }],
  ['a text', { ...post, text: undefined }],
])('drops a post without %s', (_name, given) => {
  expect(() => readPost(given, {})).toThrow(Drop);
});
