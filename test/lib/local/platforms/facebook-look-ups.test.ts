import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { firstPost, PAGE, psidOf, startWorld, textOf, verdict } from './facebook-harness.ts';

const Listing = z.object({
  data: z.array(z.looseObject({ id: z.string() })),
  paging: z.optional(z.object({ cursors: z.object({ after: z.string() }) })),
});
const message = { text: 'Done, address updated.' };

test('Our reply is found under the comment that it answers', async () => {
  const facebook = await startWorld();
  const made = await facebook.act('comments', {
    person: 'ines-okoro',
    postId: await firstPost(facebook),
    text: 'Hm',
  });
  const commentId = textOf(made, 'id');
  const reply = await facebook.graph('POST', `${commentId}/comments`, { message: 'Hi Ines' });
  const found = await facebook.graph('GET', `${commentId}/comments?fields=id,message,from,created_time`);
  expect(Listing.parse(found.body).data).toEqual([
    {
      id: textOf(reply.body, 'id'),
      message: 'Hi Ines',
      from: { id: PAGE.id, name: PAGE.name },
      created_time: '2026-11-21T12:00:00+0000',
    },
  ]);
});

test('A post lists its top-level comments, or all as a stream, in either order', async () => {
  const facebook = await startWorld();
  const postId = await firstPost(facebook);
  const one = textOf(await facebook.act('comments', { person: 'ines-okoro', postId, text: 'one' }), 'id');
  await facebook.act('comments', { person: 'tomas-vidal', commentId: one, text: 'one, reply' });
  await facebook.act('comments', { person: 'mei-lindqvist', postId, text: 'two' });
  const texts = async (query: string) =>
    Listing.parse((await facebook.graph('GET', `${postId}/comments?fields=message&${query}`)).body).data.map(
      (comment) => comment.message,
    );
  expect(await texts('')).toEqual(['one', 'two']);
  expect(await texts('order=reverse_chronological')).toEqual(['two', 'one']);
  expect(await texts('filter=stream')).toEqual(['one', 'one, reply', 'two']);
});

test('A listing is read page by page with its cursor', async () => {
  const facebook = await startWorld();
  const postId = await firstPost(facebook);
  for (const text of ['one', 'two', 'three'])
    await facebook.act('comments', { person: 'ines-okoro', postId, text });
  const read = async (query: string) =>
    Listing.parse((await facebook.graph('GET', `${postId}/comments?limit=2&fields=message${query}`)).body);
  const first = await read('');
  const second = await read(`&after=${first.paging?.cursors.after}`);
  expect([...first.data, ...second.data].map((comment) => comment.message)).toEqual(['one', 'two', 'three']);
  expect(Listing.parse((await read(`&after=${second.paging?.cursors.after}`)) satisfies object).data).toEqual(
    [],
  );
});

test('Our message is found in the conversation of a person, the newest first', async () => {
  const facebook = await startWorld();
  const asked = await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: 'Hi' });
  await facebook.act('messages', { person: 'tomas-vidal', pageId: PAGE.id, text: 'Somebody else' });
  const psid = await psidOf(facebook, 'ines-okoro');
  const send = { recipient: { id: psid }, messaging_type: 'RESPONSE', message };
  const sent = await facebook.graph('POST', 'me/messages', send);
  const path = `${PAGE.id}/conversations?user_id=${psid}&fields=messages.limit(5){id,message,from,created_time}`;
  const created_time = '2026-11-21T12:00:00+0000';
  expect((await facebook.graph('GET', path)).body).toMatchObject({
    data: [
      {
        messages: {
          data: [
            {
              id: textOf(sent.body, 'message_id'),
              message: message.text,
              from: { id: PAGE.id },
              created_time,
            },
            { id: textOf(asked, 'mid'), message: 'Hi', from: { id: psid, name: 'Ines Okoro' }, created_time },
          ],
        },
      },
    ],
  });
});

test('A person without messages has no conversation', async () => {
  const facebook = await startWorld();
  const path = `${PAGE.id}/conversations?user_id=${await psidOf(facebook, 'ines-okoro')}`;
  expect((await facebook.graph('GET', path)).body).toEqual({ data: [] });
});

test('Conversations are read twice a second and page', async () => {
  const facebook = await startWorld();
  const read = async () => verdict(await facebook.graph('GET', `${PAGE.id}/conversations`));
  expect([await read(), await read(), await read()]).toEqual(['ok', 'ok', '613-2534040']);
  facebook.clock.now += 1_000;
  expect(await read()).toBe('ok');
});

test('A comment tells all that the desk may want to know', async () => {
  const facebook = await startWorld();
  const postId = await firstPost(facebook);
  const made = await facebook.act('comments', { person: 'ines-okoro', postId, text: 'Hm' });
  const id = textOf(made, 'id');
  const fields =
    'id,message,from,created_time,attachment,parent{id},permalink_url,is_hidden,can_reply_privately,can_hide,can_remove,can_like,message_tags';
  expect((await facebook.graph('GET', `${id}?fields=${fields}`)).body).toEqual({
    id,
    message: 'Hm',
    from: { id: '25100000000000001', name: 'Ines Okoro' },
    created_time: '2026-11-21T12:00:00+0000',
    permalink_url: `https://www.facebook.com/${PAGE.id}/posts/${postId.split('_')[1]}?comment_id=${id.split('_')[1]}`,
    is_hidden: false,
    can_reply_privately: true,
    can_hide: true,
    can_remove: true,
    can_like: true,
    message_tags: [],
  });
});

test('A person has a name and a picture by PSID', async () => {
  const facebook = await startWorld();
  const psid = await psidOf(facebook, 'zoe-garnier');
  expect((await facebook.graph('GET', `${psid}?fields=first_name,last_name,profile_pic`)).body).toEqual({
    id: psid,
    first_name: 'Zoé',
    last_name: 'Garnier',
    profile_pic: expect.stringMatching(/^data:image\/svg\+xml,/),
  });
});

test.each(['nonsense', 'constructor', 'message{id', 'message}', 'comments.limit{id}'])(
  'Fields of "%s" are refused',
  async (fields) => {
    const facebook = await startWorld();
    const answer = await facebook.graph(
      'GET',
      `${await firstPost(facebook)}?fields=${encodeURIComponent(fields)}`,
    );
    expect(verdict(answer)).toBe('100');
  },
);
