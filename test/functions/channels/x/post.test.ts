import { expect, it } from 'vitest';
import { permalink, postEvent, type SeenPost } from '../../../../functions/channels/x/post.ts';

const at = '2026-11-20T10:15:00.000Z';
const we = { nativeId: '1', handle: 'larkspursupply' };
const ines = { nativeId: '2', handle: 'ines_okoro_ex' };
const seen = (more: Partial<SeenPost>): SeenPost => ({
  nativeId: '70',
  at,
  author: ines,
  text: 'hello',
  attachments: [],
  mentions: [],
  ...more,
});

const meanings: { title: string; post: SeenPost; event: object }[] = [
  {
    title: 'a post that names us is a message to us',
    post: seen({ mentions: [{ id: '1', start: 0 }] }),
    event: { kind: 'message', direction: 'inbound', visibility: 'public', person: ines, text: 'hello' },
  },
  {
    title: 'an answer to somebody else in our thread is a message to us',
    post: seen({ repliedTo: { postId: '60', person: { nativeId: '3' } } }),
    event: { kind: 'message', direction: 'inbound', person: ines, inReplyTo: '60' },
  },
  {
    title: 'a quote is a message that hangs under what it quotes',
    post: seen({ quoted: { nativeId: '50', authorId: '1', handle: 'larkspursupply', text: 'Sale' } }),
    event: {
      kind: 'message',
      messageKind: 'quote',
      post: { nativeId: '50', text: 'Sale', permalink: 'https://x.com/larkspursupply/status/50' },
    },
  },
  {
    title: 'an answer that also quotes keeps both',
    post: seen({
      repliedTo: { postId: '60', person: we },
      quoted: { nativeId: '50', authorId: undefined, handle: undefined, text: undefined },
    }),
    event: {
      inReplyTo: '60',
      messageKind: 'quote',
      post: { nativeId: '50', permalink: 'https://x.com/i/status/50' },
    },
  },
  {
    title: 'a repost is a share of the original',
    post: seen({ repostOf: '50' }),
    event: { kind: 'engagement', sort: 'share', targetId: '50', personId: '2', added: true },
  },
  {
    title: 'our own repost is ignored',
    post: seen({ author: we, repostOf: '50' }),
    event: { kind: 'ignored', reason: 'x: own repost' },
  },
  {
    title: 'our answer is a message to the person whom it answers',
    post: seen({ author: we, repliedTo: { postId: '60', person: ines } }),
    event: { kind: 'message', direction: 'outbound', visibility: 'public', person: ines, inReplyTo: '60' },
  },
  {
    title: 'our post that begins with a handle is a message to that person, in answer to nothing',
    post: seen({ author: we, repliedTo: { postId: undefined, person: ines } }),
    event: { kind: 'message', direction: 'outbound', person: ines },
  },
  {
    title: 'the second half of our answer is a message to the same person',
    post: seen({
      author: we,
      repliedTo: { postId: '69', person: we },
      mentions: [{ id: '2', handle: 'ines_okoro_ex', start: 0 }],
    }),
    event: { kind: 'message', direction: 'outbound', person: ines, inReplyTo: '69' },
  },
  {
    title: 'our answer to a person who is gone is a message to nobody in particular',
    post: seen({ author: we, repliedTo: { postId: '60', person: undefined } }),
    event: { kind: 'message', direction: 'outbound', inReplyTo: '60' },
  },
  {
    title: 'our post to all is context',
    post: seen({ author: we }),
    event: { kind: 'post', ours: true, author: we, permalink: 'https://x.com/larkspursupply/status/70' },
  },
  {
    title: 'a continuation of our thread to all is context',
    post: seen({ author: we, repliedTo: { postId: '69', person: we }, mentions: [{ id: '2', start: 9 }] }),
    event: { kind: 'post', ours: true },
  },
  {
    title: 'our quote of a customer is context',
    post: seen({
      author: we,
      quoted: { nativeId: '50', authorId: '2', handle: 'ines_okoro_ex', text: 'Thanks!' },
    }),
    event: { kind: 'post', ours: true },
  },
];

it.each(meanings)('$title', ({ post, event }) => {
  const expected = { channel: 'x', accountId: '1', at, ...event };
  expect(postEvent('1', post)).toMatchObject(expected);
});

const quoted = { nativeId: '50', handle: undefined, text: undefined };
const addressing: { title: string; post: Partial<SeenPost>; addressesUs: boolean | undefined }[] = [
  { title: 'when it names us by id', post: { mentions: [{ id: '3' }, { id: '1' }] }, addressesUs: true },
  {
    title: 'when it names us by the handle of the one whom it answers',
    post: { repliedTo: { postId: '60', person: we }, mentions: [{ handle: 'larkspursupply' }] },
    addressesUs: true,
  },
  { title: 'when it quotes us', post: { quoted: { ...quoted, authorId: '1' } }, addressesUs: true },
  {
    title: 'not when it merely answers us',
    post: { repliedTo: { postId: '60', person: we } },
    addressesUs: false,
  },
  { title: 'not when it names others', post: { mentions: [{ id: '3' }, {}] }, addressesUs: false },
  { title: 'not when it quotes others', post: { quoted: { ...quoted, authorId: '3' } }, addressesUs: false },
  {
    title: 'perhaps when it quotes somebody unknown',
    post: { quoted: { ...quoted, authorId: undefined } },
    addressesUs: undefined,
  },
  {
    title: 'surely when it names us and quotes somebody unknown',
    post: { mentions: [{ id: '1' }], quoted: { ...quoted, authorId: undefined } },
    addressesUs: true,
  },
];

it.each(addressing)('a post addresses us $title', ({ post, addressesUs }) => {
  const event = postEvent('1', seen(post));
  expect(event.kind === 'message' && event.addressesUs).toBe(addressesUs);
});

it.each([
  ['what a rule of the filtered stream found', 'filtered-stream', seen({})],
  ['our own answer', '1', seen({ author: we, repliedTo: { postId: '60', person: ines } })],
])('does not say whether anybody is addressed by %s', (_name, accountId, post) => {
  expect(postEvent(accountId, post)).not.toHaveProperty('addressesUs');
});

it('names nobody as the person of an answer to somebody who is gone', () => {
  const event = postEvent('1', seen({ author: we, repliedTo: { postId: '60', person: undefined } }));
  expect(event).not.toHaveProperty('person');
});

it('does not make an answer of our post that merely begins with a handle', () => {
  const event = postEvent('1', seen({ author: we, repliedTo: { postId: undefined, person: ines } }));
  expect(event).not.toHaveProperty('inReplyTo');
});

it('links to a post by its handle, and without one by its id alone', () => {
  expect(permalink('ines_okoro_ex', '70')).toBe('https://x.com/ines_okoro_ex/status/70');
  expect(permalink(undefined, '70')).toBe('https://x.com/i/status/70');
});
