import { expect, it } from 'vitest';
import { readTweet } from '../../../../functions/channels/x/tweet.ts';
import { Drop } from '../../../../functions/errors.ts';

const tweet = {
  id_str: '1924465506158878979',
  created_at: 'Fri Nov 20 10:15:00 +0000 2026',
  timestamp_ms: '1795169700123',
  text: 'less &lt; more',
  user: { id_str: '2', screen_name: 'ines_okoro_ex' },
};
const photo = (name: string) => ({ type: 'photo', media_url_https: `https://pbs.twimg.com/${name}.jpg` });
const image = (name: string) => ({ type: 'image', url: `https://pbs.twimg.com/${name}.jpg` });

const readings: { title: string; given: object; seen: object }[] = [
  { title: 'the text as it was typed', given: tweet, seen: { text: 'less < more' } },
  {
    title: 'the second of its date, not the milliseconds beside it',
    given: tweet,
    seen: { at: '2026-11-20T10:15:00.000Z' },
  },
  {
    title: 'the second inside its id when there is no date',
    given: { ...tweet, created_at: null },
    seen: { at: '2025-05-19T14:01:46.165Z' },
  },
  {
    title: 'the whole text and the mentions of a long post',
    given: {
      ...tweet,
      truncated: true,
      entities: { user_mentions: [] },
      extended_tweet: {
        full_text: 'all of it &amp; more',
        entities: { user_mentions: [{ id_str: '1', screen_name: 'larkspursupply', indices: [0, 15] }] },
      },
    },
    seen: { text: 'all of it & more', mentions: [{ id: '1', handle: 'larkspursupply', start: 0 }] },
  },
  {
    title: 'all pictures, of which its entities name only the first',
    given: {
      ...tweet,
      entities: { media: [photo('a')] },
      extended_entities: { media: [photo('a'), photo('b')] },
    },
    seen: { attachments: [image('a'), image('b')] },
  },
  {
    title: 'the pictures of a long post',
    given: {
      ...tweet,
      extended_tweet: { full_text: 'long', extended_entities: { media: [photo('c')] } },
    },
    seen: { attachments: [image('c')] },
  },
  {
    title: 'the picture that only its entities name',
    given: { ...tweet, entities: { media: [photo('d')] } },
    seen: { attachments: [image('d')] },
  },
  {
    title: 'what it answers',
    given: {
      ...tweet,
      in_reply_to_status_id_str: '60',
      in_reply_to_user_id_str: '1',
      in_reply_to_screen_name: 'larkspursupply',
    },
    seen: { repliedTo: { postId: '60', person: { nativeId: '1', handle: 'larkspursupply' } } },
  },
  {
    title: 'whom it is written to when it answers no post',
    given: { ...tweet, in_reply_to_status_id_str: null, in_reply_to_user_id_str: '1' },
    seen: { repliedTo: { postId: undefined, person: { nativeId: '1' } } },
  },
  {
    title: 'the post that it answers when its author is gone',
    given: { ...tweet, in_reply_to_status_id_str: '60', in_reply_to_user_id_str: null },
    seen: { repliedTo: { postId: '60', person: undefined } },
  },
  {
    title: 'what it quotes, in full',
    given: {
      ...tweet,
      quoted_status_id_str: '50',
      quoted_status: {
        text: 'cut sh…',
        extended_tweet: { full_text: 'cut &amp; short' },
        user: { id_str: '1', screen_name: 'larkspursupply' },
      },
    },
    seen: { quoted: { nativeId: '50', authorId: '1', handle: 'larkspursupply', text: 'cut & short' } },
  },
  {
    title: 'what it quotes when only the id is told',
    given: { ...tweet, quoted_status_id_str: '50' },
    seen: { quoted: { nativeId: '50', authorId: undefined, handle: undefined, text: undefined } },
  },
  {
    title: 'what it repeats',
    given: { ...tweet, retweeted_status: { id_str: '50' } },
    seen: { repostOf: '50' },
  },
  {
    title: 'its words even when all around them changed its shape',
    given: {
      ...tweet,
      entities: 'none',
      extended_entities: [],
      quoted_status: 7,
      in_reply_to_user_id_str: {},
    },
    seen: { text: 'less < more', attachments: [], mentions: [], repliedTo: undefined },
  },
];

it.each(readings)('reads $title', ({ given, seen }) => {
  expect(readTweet(given)).toMatchObject(seen);
});

it.each([
  ['an id', { ...tweet, id_str: undefined, id: 1924465506158878 }],
  ['an author', { ...tweet, user: undefined }],
  ['a text', { ...tweet, text: null }],
])('drops a post without %s', (_name, given) => {
  expect(() => readTweet(given)).toThrow(Drop);
});
