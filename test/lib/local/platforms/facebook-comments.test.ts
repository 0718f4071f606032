import { expect, test } from 'vitest';
import {
  eventually,
  firstPost,
  OTHER_PAGE,
  PAGE,
  readState,
  startDesk,
  startWorld,
  textOf,
  verdict,
} from './facebook-harness.ts';

async function startWithComment() {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const postId = await firstPost(facebook);
  const made = await facebook.act('comments', {
    person: 'ines-okoro',
    postId,
    text: 'My order has not shipped',
  });
  const commentId = textOf(made, 'id');
  await eventually(() => desk.events()).toHaveLength(1);
  return { desk, facebook, postId, commentId };
}

test("A customer's comment comes to the desk as Meta words it", async () => {
  const { desk, postId, commentId } = await startWithComment();
  const number = postId.split('_')[1];
  expect(commentId).toMatch(new RegExp(`^${number}_\\d+$`));
  expect(desk.deliveries[0]?.body.entry).toEqual([
    {
      id: PAGE.id,
      time: 1795262400,
      changes: [
        {
          field: 'feed',
          value: {
            from: { id: '25100000000000001', name: 'Ines Okoro' },
            post: {
              status_type: 'mobile_status_update',
              is_published: true,
              updated_time: '2026-11-21T07:00:00+0000',
              permalink_url: `https://www.facebook.com/${PAGE.id}/posts/${number}`,
              promotion_status: 'inactive',
              id: postId,
            },
            message: 'My order has not shipped',
            post_id: postId,
            comment_id: commentId,
            created_time: 1795262400,
            item: 'comment',
            parent_id: postId,
            verb: 'add',
          },
        },
      ],
    },
  ]);
});

test('The event of our own reply has reached the desk before the call returns', async () => {
  const { desk, facebook, postId, commentId } = await startWithComment();
  const answer = await facebook.graph('POST', `${commentId}/comments`, {
    message: 'Hi Ines, looking into it.',
  });
  expect(desk.events()[1]).toMatchObject({
    from: { id: PAGE.id, name: PAGE.name },
    comment_id: textOf(answer.body, 'id'),
    parent_id: commentId,
    post_id: postId,
    verb: 'add',
  });
});

test('A reply to a reply hangs under the top-level comment', async () => {
  const { desk, facebook, commentId } = await startWithComment();
  const reply = await facebook.act('comments', { person: 'tomas-vidal', commentId, text: 'Same here' });
  const answer = await facebook.graph('POST', `${textOf(reply, 'id')}/comments`, { message: 'Hi Tomas.' });
  expect(desk.events().at(-1)).toMatchObject({ comment_id: textOf(answer.body, 'id'), parent_id: commentId });
});

test('A comment is hidden and shown again, and everybody but its author no longer sees it meanwhile', async () => {
  const { desk, facebook, commentId } = await startWithComment();
  const shows = async (person: string) =>
    (await (await fetch(`${facebook.outsideUrl}/?person=${person}`)).text()).includes(
      'My order has not shipped',
    );
  expect(await facebook.graph('POST', commentId, { is_hidden: true })).toEqual({
    status: 200,
    body: { success: true },
  });
  expect((await facebook.graph('GET', `${commentId}?fields=is_hidden`)).body).toEqual({
    is_hidden: true,
    id: commentId,
  });
  expect([await shows('ines-okoro'), await shows('tomas-vidal')]).toEqual([true, false]);
  await facebook.graph('POST', commentId, { is_hidden: 'false' });
  expect(await shows('tomas-vidal')).toBe(true);
  const from = { id: '25100000000000001', name: 'Ines Okoro' };
  expect(desk.events().slice(1)).toMatchObject([
    { verb: 'hide', comment_id: commentId, from },
    { verb: 'unhide', comment_id: commentId, from },
  ]);
});

test("Instagram's name for hiding succeeds and does nothing", async () => {
  const { facebook, commentId } = await startWithComment();
  expect((await facebook.graph('POST', commentId, { hide: true })).body).toEqual({ success: true });
  expect((await facebook.graph('GET', `${commentId}?fields=is_hidden`)).body).toMatchObject({
    is_hidden: false,
  });
});

test("We edit our own comment but not a customer's, and hide a customer's but not our own", async () => {
  const { desk, facebook, commentId } = await startWithComment();
  const own = textOf((await facebook.graph('POST', `${commentId}/comments`, { message: 'Helo' })).body, 'id');
  expect(verdict(await facebook.graph('POST', commentId, { message: 'Other words' }))).toBe('200');
  expect(verdict(await facebook.graph('POST', own, { is_hidden: true }))).toBe('200');
  expect(verdict(await facebook.graph('POST', own, { message: 'Hello' }))).toBe('ok');
  expect(desk.events().at(-1)).toMatchObject({
    verb: 'edited',
    comment_id: own,
    message: 'Hello',
    from: { id: PAGE.id },
  });
});

test('A call that is refused half-way has done nothing', async () => {
  const { desk, facebook, commentId } = await startWithComment();
  const answer = await facebook.graph('POST', commentId, { is_hidden: true, message: 'Not ours to edit' });
  expect(verdict(answer)).toBe('200');
  expect((await facebook.graph('GET', `${commentId}?fields=is_hidden`)).body).toMatchObject({
    is_hidden: false,
  });
  await facebook.graph('POST', `${commentId}/likes`);
  expect(desk.events().slice(1)).toMatchObject([{ item: 'reaction' }]);
});

test('A deleted comment is gone with its replies, and the event has no text', async () => {
  const { desk, facebook, commentId } = await startWithComment();
  const reply = textOf(
    (await facebook.graph('POST', `${commentId}/comments`, { message: 'Hello' })).body,
    'id',
  );
  expect((await facebook.graph('DELETE', commentId)).body).toEqual({ success: true });
  expect(desk.events().at(-1)).toEqual({
    from: { id: '25100000000000001', name: 'Ines Okoro' },
    post_id: await firstPost(facebook),
    comment_id: commentId,
    created_time: 1795262400,
    item: 'comment',
    parent_id: await firstPost(facebook),
    verb: 'remove',
  });
  for (const gone of [commentId, reply]) {
    expect(await facebook.graph('POST', `${gone}/comments`, { message: 'Hello?' })).toEqual({
      status: 400,
      body: {
        error: {
          message: `Unsupported post request. Object with ID '${gone}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
          type: 'GraphMethodException',
          code: 100,
          error_subcode: 33,
          fbtrace_id: expect.stringMatching(/^\w{22}$/),
        },
      },
    });
  }
});

test('A like of ours is told once, and taken away again', async () => {
  const { desk, facebook, commentId } = await startWithComment();
  await facebook.graph('POST', `${commentId}/likes`);
  await facebook.graph('POST', `${commentId}/likes`);
  await facebook.graph('DELETE', `${commentId}/likes`);
  const like = { item: 'reaction', reaction_type: 'like', comment_id: commentId, from: { id: PAGE.id } };
  expect(desk.events().slice(1)).toMatchObject([
    { ...like, verb: 'add' },
    { ...like, verb: 'remove' },
  ]);
});

const refused: { name: string; body: object; verdict: string }[] = [
  { name: 'nothing', body: {}, verdict: '100' },
  { name: 'spaces', body: { message: '  ' }, verdict: '100' },
  { name: 'more than 8,000 characters', body: { message: 'x'.repeat(8_001) }, verdict: '100' },
  { name: 'a picture that is no address', body: { attachment_url: 'photo.png' }, verdict: '100' },
  {
    name: 'a picture that cannot be fetched',
    body: { attachment_url: 'https://a.invalid/b' },
    verdict: '100-2018008',
  },
  { name: 'a picture of somebody else', body: { attachment_id: '17' }, verdict: '100-2018074' },
  { name: 'a picture alone', body: { attachment_url: 'https://example.com/a.png' }, verdict: 'ok' },
];

test.each(refused)('A comment of $name answers $verdict', async ({ body, verdict: expected }) => {
  const { facebook, postId } = await startWithComment();
  expect(verdict(await facebook.graph('POST', `${postId}/comments`, body))).toBe(expected);
});

test('A comment on another page does not exist for our token', async () => {
  const { facebook, commentId } = await startWithComment();
  const answer = await facebook.graph('POST', `${commentId}/comments`, { message: 'Hi' }, OTHER_PAGE.token);
  expect(verdict(answer)).toBe('100-33');
});

test("A customer's edit and deletion reach the desk, and nobody changes another's words", async () => {
  const { desk, facebook, commentId } = await startWithComment();
  await facebook.act('comments/edit', { person: 'ines-okoro', commentId, text: 'It came!' });
  await eventually(() => desk.events().at(-1)).toMatchObject({ verb: 'edited', message: 'It came!' });
  await expect(facebook.act('comments/delete', { person: 'tomas-vidal', commentId })).rejects.toThrow(
    /wrote themselves/,
  );
  await facebook.act('comments/delete', { person: 'ines-okoro', commentId });
  await eventually(() => desk.events().at(-1)).toMatchObject({ verb: 'remove', comment_id: commentId });
  expect((await readState(facebook)).comments).toEqual([]);
});
