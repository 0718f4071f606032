import { expect, it } from 'vitest';
import type { Order } from '../../../../functions/channels/sending.ts';
import type { Reply } from '../../../../functions/channels/x/api.ts';
import { lookFor } from '../../../../functions/channels/x/look.ts';
import { ACCOUNT, answered, INES, MORNING, orderOf, scripted } from './scripted-api.ts';

const since = new Date(MORNING).toISOString();
const ago = (seconds: number) => new Date(MORNING - seconds * 1000).toISOString();
const page = (data: object[] | undefined, next_token?: string) =>
  answered(200, { data, meta: { next_token } });

const post = (more: object = {}) => ({
  id: '77',
  text: '@ines_okoro_ex We look into it.',
  created_at: since,
  referenced_tweets: [{ type: 'replied_to', id: '2100000000000000002' }],
  ...more,
});
const message = (more: object = {}) => ({
  id: '88',
  event_type: 'MessageCreate',
  text: 'We look into it.',
  sender_id: ACCOUNT,
  created_at: since,
  ...more,
});
const dm: Partial<Order> = { visibility: 'private', inReplyTo: undefined };
const picture = {
  type: 'image',
  contentType: 'image/png',
  url: '',
  bytes: async () => new Uint8Array(),
} as const;
const media = { media: [picture] };
const attachments = { media_keys: ['3_1'] };
const invited = {
  text: 'We look into it. https://t.co/abc',
  entities: {
    urls: [
      { url: 'https://t.co/abc', expanded_url: `https://x.com/messages/compose?recipient_id=${ACCOUNT}` },
    ],
  },
};
const ownPicture = {
  attachments,
  text: 'We look into it. https://t.co/pic',
  entities: { urls: [{ url: 'https://t.co/pic', expanded_url: 'https://x.com/a/status/77/photo/1' }] },
};

const found = (nativeId: string) => ({ found: 'yes', nativeId });
const no = { found: 'no' };
const rows: [title: string, order: Partial<Order>, items: object[], outcome: object][] = [
  ['our answer', {}, [post({ id: '78', text: 'Other words' }), post()], found('77')],
  [
    'the same words in answer to somebody else',
    {},
    [post({ referenced_tweets: [{ type: 'replied_to', id: '3' }] })],
    no,
  ],
  ['the same words in answer to nothing', {}, [post({ referenced_tweets: undefined })], no],
  ['other words in answer to the same', {}, [post({ text: '@ines_okoro_ex We looked into it.' })], no],
  ['a post to all', { inReplyTo: undefined }, [post({ referenced_tweets: undefined })], found('77')],
  ['an earlier attempt', {}, [post({ created_at: ago(800) })], found('77')],
  ['an answer of long ago', {}, [post({ created_at: ago(5000) })], no],
  ['an answer that X does not date', {}, [post({ created_at: undefined })], found('77')],
  ['an invitation with its link', { invitation: true }, [post(invited)], found('77')],
  ['an answer without the link of the invitation', { invitation: true }, [post()], no],
  ['an answer with its picture', media, [post(ownPicture)], found('77')],
  ['an answer without its picture', media, [post()], no],
  ['an answer with a picture too many', {}, [post(ownPicture)], no],
  ['our message', dm, [message({ id: '89', text: 'Other words' }), message()], found('88')],
  ['the same words from the person', dm, [message({ sender_id: INES })], no],
  ['the same words from us a while ago', dm, [message({ created_at: ago(90) })], no],
  ['a message by a clock that is behind', dm, [message({ created_at: ago(30) })], found('88')],
  ['nothing at all', dm, [], no],
];

it.each(rows)('looks at %s', async (_title, more, items, outcome) => {
  const { api } = scripted(page(items));
  expect(await lookFor(orderOf(more), api, since)).toEqual(outcome);
});

it('asks for our own posts since a while before', async () => {
  const { api, calls } = scripted(page(undefined));
  expect(await lookFor(orderOf(), api, since)).toEqual(no);
  expect(calls).toEqual([
    {
      method: 'GET',
      path: `/2/users/${ACCOUNT}/tweets`,
      query: {
        max_results: '100',
        start_time: '2026-11-20T09:15:00Z',
        'tweet.fields': 'attachments,created_at,entities,referenced_tweets',
      },
    },
  ]);
});

it('asks for the conversation with the person', async () => {
  const { api, calls } = scripted(page([]));
  await lookFor(orderOf(dm), api, since);
  expect(calls[0]?.path).toBe(`/2/dm_conversations/with/${INES}/dm_events`);
});

it('turns the pages until it finds', async () => {
  const { api, calls } = scripted(page([post({ text: 'a' })], 'next'), page([post()]));
  expect(await lookFor(orderOf(), api, since)).toEqual(found('77'));
  expect(calls[1]?.query).toMatchObject({ pagination_token: 'next', max_results: '100' });
});

it('turns no page that holds only what is too old', async () => {
  const { api, calls } = scripted(page([message({ id: '1', created_at: ago(90) })], 'next'));
  expect(await lookFor(orderOf(dm), api, since)).toEqual(no);
  expect(calls).toHaveLength(1);
});

it('says that it does not know when there are too many pages', async () => {
  const { api } = scripted(...Array.from({ length: 5 }, () => page([post({ text: 'a' })], 'next')));
  const outcome = await lookFor(orderOf(), api, since);
  expect(outcome).toMatchObject({ found: 'unknown', refusal: { code: 'x:too-much-to-search' } });
});

it.each([
  ['a rate limit', answered(429), 'x:rate-limited'],
  ['a dead token', answered(401), 'x:unauthorized'],
  ['no answer', { answered: false, written: true }, 'x:trouble'],
  ['posts without ids', page([{ text: 'We look into it.' }]), 'x:strange-answer'],
] satisfies [string, Reply, string][])('does not know after %s', async (_title, reply, code) => {
  const { api } = scripted(reply);
  expect(await lookFor(orderOf(), api, since)).toMatchObject({ found: 'unknown', refusal: { code } });
});
