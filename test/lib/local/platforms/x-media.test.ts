import { describe, expect, test } from 'vitest';
import { INES, OTHER_BRAND } from './x-accounts.ts';
import { type Answer, startWorld, textAt, type World } from './x-harness.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(120, 7)]);
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(300, 7)]);

const begin = (world: World, json: object) => world.call('POST', '/2/media/upload/initialize', { json });

function append(world: World, id: string, segment: number, bytes: Buffer): Promise<Answer> {
  const body = new FormData();
  body.set('segment_index', String(segment));
  body.set('media', new Blob([new Uint8Array(bytes)]), 'part');
  return world.call('POST', `/2/media/upload/${id}/append`, { body });
}

/** A whole upload; gives its id and the answer to the last step. */
async function upload(world: World, bytes: Buffer, media_type: string, media_category: string) {
  const started = await begin(world, { media_type, media_category, total_bytes: bytes.length });
  const id = textAt(started.body, 'data.id');
  const half = Math.ceil(bytes.length / 2);
  await append(world, id, 1, bytes.subarray(half));
  await append(world, id, 0, bytes.subarray(0, half));
  return { id, answer: await world.call('POST', `/2/media/upload/${id}/finalize`) };
}

const status = (world: World, id: string) =>
  world.call('GET', `/2/media/upload?command=STATUS&media_id=${id}`);
const attach = (world: World, ...media_ids: string[]) =>
  world.call('POST', '/2/tweets', { json: { text: media_ids.join(), media: { media_ids } } });

test('A photo in two parts is ready at once, can be attached, and is served as it was', async () => {
  const world = await startWorld();
  const { id, answer } = await upload(world, PNG, 'image/png', 'tweet_image');
  expect(answer.body).toEqual({
    data: { id, media_key: `3_${id}`, size: PNG.length, expires_after_secs: 86_400 },
  });
  const made = await attach(world, id);
  expect(made.status).toBe(201);
  const path = `/2/tweets/${textAt(made.body, 'data.id')}?expansions=attachments.media_keys&media.fields=url`;
  const url = `${world.simulator.url}/media/${id}`;
  expect((await world.call('GET', path)).body).toMatchObject({
    includes: { media: [{ media_key: `3_${id}`, type: 'photo', url }] },
  });
  const picture = await fetch(url);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
});

test('A video is pending, then in progress, then succeeded, and only then can be attached', async () => {
  const world = await startWorld();
  const { id, answer } = await upload(world, MP4, 'video/mp4', 'tweet_video');
  expect(answer.body).toMatchObject({ data: { processing_info: { state: 'pending', check_after_secs: 1 } } });
  expect((await attach(world, id)).status).toBe(400);
  expect((await status(world, id)).body).toMatchObject({
    data: { processing_info: { state: 'in_progress' } },
  });
  expect((await attach(world, id)).status).toBe(400);
  expect((await status(world, id)).body).toMatchObject({ data: { processing_info: { state: 'succeeded' } } });
  expect((await attach(world, id)).status).toBe(201);
});

test('Processing fails for a file that is not what was announced', async () => {
  const world = await startWorld();
  const { id } = await upload(world, PNG, 'video/mp4', 'tweet_video');
  await status(world, id);
  expect((await status(world, id)).body).toMatchObject({
    data: { processing_info: { state: 'failed', error: { name: 'InvalidMedia' } } },
  });
});

test('A photo goes with a direct message when it was uploaded for one', async () => {
  const world = await startWorld();
  const json = (media_id: string) => ({ attachments: [{ media_id }] });
  const path = `/2/dm_conversations/with/${INES}/messages`;
  const forPosts = await upload(world, PNG, 'image/png', 'tweet_image');
  expect((await world.call('POST', path, { json: json(forPosts.id) })).status).toBe(400);
  const forMessages = await upload(world, PNG, 'image/png', 'dm_image');
  expect((await world.call('POST', path, { json: json(forMessages.id) })).status).toBe(201);
  expect((await world.state()).messages).toMatchObject([
    { media: [`${world.simulator.url}/media/${forMessages.id}`] },
  ]);
});

describe('an upload is refused with 400', () => {
  const MB = 1024 * 1024;
  const cases: [name: string, json: object][] = [
    [
      'when a photo has more than 5 MB',
      { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 5 * MB + 1 },
    ],
    [
      'when a GIF has more than 15 MB',
      { media_type: 'image/gif', media_category: 'dm_gif', total_bytes: 15 * MB + 1 },
    ],
    [
      'when the type does not fit the category',
      { media_type: 'video/mp4', media_category: 'tweet_image', total_bytes: 9 },
    ],
    ['when the category is unknown', { media_type: 'image/png', media_category: 'avatar', total_bytes: 9 }],
    ['when it is empty', { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 0 }],
    [
      'with an unknown key',
      { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 9, name: 'a' },
    ],
  ];
  test.each(cases)('%s', async (_name, json) => {
    const world = await startWorld();
    expect((await begin(world, json)).status).toBe(400);
  });

  test('when bytes are missing at the end, or too many came', async () => {
    const world = await startWorld();
    const started = await begin(world, {
      media_type: 'image/png',
      media_category: 'tweet_image',
      total_bytes: 10,
    });
    const id = textAt(started.body, 'data.id');
    await append(world, id, 0, PNG.subarray(0, 9));
    expect((await world.call('POST', `/2/media/upload/${id}/finalize`)).status).toBe(400);
    expect((await append(world, id, 1, PNG.subarray(9, 12))).status).toBe(400);
  });

  test('when a photo is none', async () => {
    const world = await startWorld();
    expect((await upload(world, MP4, 'image/png', 'tweet_image')).answer.status).toBe(400);
  });
});

describe('media cannot be attached', () => {
  test('by another account', async () => {
    const world = await startWorld();
    const { id } = await upload(world, PNG, 'image/png', 'tweet_image');
    const json = { text: 'mine', media: { media_ids: [id] } };
    expect((await world.call('POST', '/2/tweets', { json, account: OTHER_BRAND })).status).toBe(400);
    expect(
      (await world.call('GET', `/2/media/upload?command=STATUS&media_id=${id}`, { account: OTHER_BRAND }))
        .status,
    ).toBe(404);
  });

  test('after 24 hours', async () => {
    const world = await startWorld();
    const { id } = await upload(world, PNG, 'image/png', 'tweet_image');
    world.clock.now += 24 * 3_600_000 + 1;
    expect((await attach(world, id)).status).toBe(400);
  });

  test('when a video comes with a photo, or five photos', async () => {
    const world = await startWorld();
    const photos = [];
    for (let index = 0; index < 5; index += 1)
      photos.push((await upload(world, PNG, 'image/png', 'tweet_image')).id);
    const film = (await upload(world, MP4, 'video/mp4', 'tweet_video')).id;
    await status(world, film);
    await status(world, film);
    expect((await attach(world, film, ...photos.slice(0, 1))).status).toBe(400);
    expect((await attach(world, ...photos)).status).toBe(400);
    expect((await attach(world, ...photos.slice(0, 4))).status).toBe(201);
  });
});
