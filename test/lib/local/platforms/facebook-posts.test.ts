import { expect, test } from 'vitest';
import { DAY, eventually, NOON, PAGE, startDesk, startWorld, textOf, verdict } from './facebook-harness.ts';

async function start() {
  const desk = await startDesk();
  return { desk, facebook: await startWorld({ webhookUrl: desk.url }) };
}

test('A post of ours is on the page, and its event has come before the answer', async () => {
  const { desk, facebook } = await start();
  const answer = await facebook.graph('POST', `${PAGE.id}/feed`, {
    message: 'We are down and working on it.',
  });
  const id = textOf(answer.body, 'id');
  expect(id).toMatch(new RegExp(`^${PAGE.id}_\\d+$`));
  expect(desk.events()).toEqual([
    {
      from: { id: PAGE.id, name: PAGE.name },
      message: 'We are down and working on it.',
      post_id: id,
      created_time: NOON / 1000,
      item: 'status',
      published: 1,
      verb: 'add',
    },
  ]);
  expect((await facebook.graph('GET', `${PAGE.id}/feed?fields=id,message&limit=1`)).body).toMatchObject({
    data: [{ id, message: 'We are down and working on it.' }],
  });
});

test('The same words twice in a row are a duplicate, but not after other words or a deletion', async () => {
  const { facebook } = await start();
  const post = (message: string) => facebook.graph('POST', 'me/feed', { message });
  expect(verdict(await post('One'))).toBe('ok');
  expect(verdict(await post('One'))).toBe('506');
  expect(verdict(await post('Two'))).toBe('ok');
  const again = await post('One');
  expect(verdict(again)).toBe('ok');
  await facebook.graph('DELETE', textOf(again.body, 'id'));
  expect(verdict(await post('One'))).toBe('ok');
});

const posts: { name: string; body: object; verdict: string }[] = [
  { name: 'nothing', body: {}, verdict: '100' },
  { name: 'a link', body: { link: 'https://example.com/guide' }, verdict: 'ok' },
  { name: 'a link that is none', body: { link: 'guide' }, verdict: '100' },
  { name: 'more than 63,206 characters', body: { message: 'x'.repeat(63_207) }, verdict: '100' },
  {
    name: 'a photo that was never staged',
    body: { 'attached_media[0]': { media_fbid: '1' } },
    verdict: '100',
  },
  {
    name: 'a time in an hour',
    body: { message: 'Soon', published: false, scheduled_publish_time: NOON / 1000 + 3600 },
    verdict: 'ok',
  },
  {
    name: 'a time in an hour, but published',
    body: { message: 'Soon', scheduled_publish_time: NOON / 1000 + 3600 },
    verdict: '100',
  },
  {
    name: 'a time in nine minutes',
    body: { message: 'Soon', published: false, scheduled_publish_time: NOON / 1000 + 540 },
    verdict: '100',
  },
  {
    name: 'a time in 76 days',
    body: { message: 'Soon', published: false, scheduled_publish_time: (NOON + 76 * DAY) / 1000 },
    verdict: '100',
  },
];

test.each(posts)('A post with $name answers $verdict', async ({ body, verdict: expected }) => {
  const { facebook } = await start();
  expect(verdict(await facebook.graph('POST', 'me/feed', body))).toBe(expected);
});

test('A scheduled post is told when its time has come', async () => {
  const { desk, facebook } = await start();
  const time = NOON / 1000 + 3600;
  const body = { message: 'Soon', published: false, scheduled_publish_time: time };
  const { body: answer } = await facebook.graph('POST', 'me/feed', body);
  expect(desk.events()).toEqual([]);
  facebook.clock.now = time * 1000;
  await facebook.graph('GET', 'me');
  await eventually(() => desk.events()).toMatchObject([
    { post_id: textOf(answer, 'id'), created_time: time, verb: 'add' },
  ]);
});

test('Staged photos become one post with pictures', async () => {
  const { desk, facebook } = await start();
  const stage = async (url: string) =>
    textOf((await facebook.graph('POST', 'me/photos', { url, published: false })).body, 'id');
  const [one, two] = [await stage('https://example.com/a.jpg'), await stage('https://example.com/b.jpg')];
  const form = new URLSearchParams({
    access_token: PAGE.token,
    message: 'Three new colours.',
    'attached_media[0]': JSON.stringify({ media_fbid: one }),
    'attached_media[1]': JSON.stringify({ media_fbid: two }),
  });
  await fetch(`${facebook.simulator.url}/v26.0/me/feed`, { method: 'POST', body: form });
  expect(desk.events()).toMatchObject([
    { item: 'status', photos: ['https://example.com/a.jpg', 'https://example.com/b.jpg'] },
  ]);
});

test('A photo is published by address, or uploaded as multipart', async () => {
  const { desk, facebook } = await start();
  const answer = await facebook.graph('POST', 'me/photos', {
    url: 'https://example.com/a.jpg',
    message: 'Back.',
  });
  const id = textOf(answer.body, 'id');
  expect(answer.body).toEqual({ id, post_id: `${PAGE.id}_${id}` });
  expect(desk.events()).toMatchObject([{ item: 'photo', photo_id: id, link: 'https://example.com/a.jpg' }]);
  const form = new FormData();
  form.set('access_token', PAGE.token);
  form.set('caption', 'Uploaded');
  form.set('source', new Blob(['bytes'], { type: 'image/png' }), 'photo.png');
  const upload = await fetch(`${facebook.simulator.url}/v26.0/me/photos`, { method: 'POST', body: form });
  expect(upload.status).toBe(200);
  expect(facebook.simulator.calls().at(-1)?.body).toEqual({
    caption: 'Uploaded',
    source: { filename: 'photo.png', type: 'image/png', size: 5 },
  });
});

test('A video is published by address', async () => {
  const { desk, facebook } = await start();
  const body = { file_url: 'https://example.com/a.mp4', description: 'How to assemble it.' };
  const answer = await facebook.graph('POST', 'me/videos', body);
  const video_id = textOf(answer.body, 'id');
  expect(desk.events()).toMatchObject([
    { item: 'video', video_id, message: body.description, link: body.file_url },
  ]);
});

test("We edit our own post and delete a visitor's, but do not change a visitor's words", async () => {
  const { desk, facebook } = await start();
  const own = textOf((await facebook.graph('POST', 'me/feed', { message: 'One' })).body, 'id');
  const theirs = textOf(
    await facebook.act('posts', { person: 'tomas-vidal', pageId: PAGE.id, text: 'Hello' }),
    'id',
  );
  await eventually(() => desk.events().at(-1)).toMatchObject({ item: 'post', verb: 'add', post_id: theirs });
  expect(verdict(await facebook.graph('POST', own, { message: 'Two' }))).toBe('ok');
  expect(verdict(await facebook.graph('POST', theirs, { message: 'Two' }))).toBe('200');
  expect(verdict(await facebook.graph('DELETE', theirs))).toBe('ok');
  expect(desk.events().slice(2)).toEqual([
    expect.objectContaining({ item: 'status', verb: 'edited', message: 'Two', post_id: own }),
    {
      from: { id: '25100000000000002', name: 'Tomas Vidal' },
      post_id: theirs,
      created_time: NOON / 1000,
      item: 'post',
      recipient_id: PAGE.id,
      verb: 'remove',
    },
  ]);
  expect(verdict(await facebook.graph('GET', theirs))).toBe('100-33');
});
