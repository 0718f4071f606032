import { expect, it } from 'vitest';
import type { Media } from '../../../../functions/channels/sending.ts';
import type { Reply } from '../../../../functions/channels/x/api.ts';
import { uploadAll } from '../../../../functions/channels/x/media-upload.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { answered, scripted } from './scripted-api.ts';

const MEGABYTE = 1024 * 1024;
const file = (contentType: string, bytes: number | Error = 3): Media => ({
  type: contentType.startsWith('video') ? 'video' : 'image',
  contentType,
  url: 'https://files.example.com/a',
  bytes: () => (typeof bytes === 'number' ? Promise.resolve(new Uint8Array(bytes)) : Promise.reject(bytes)),
});
const upload = (id: string, processing_info?: object) => answered(200, { data: { id, processing_info } });
const taken = answered(200, { data: { expires_at: 1 } });

it('uploads several pictures one after another', async () => {
  const { api, calls } = scripted(upload('1'), taken, upload('1'), upload('2'), taken, upload('2'));
  const media = [file('image/png'), file('image/jpeg')];
  expect(await uploadAll(api, media, 'tweet')).toEqual({ ids: ['1', '2'] });
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /2/media/upload/initialize',
    'POST /2/media/upload/1/append',
    'POST /2/media/upload/1/finalize',
    'POST /2/media/upload/initialize',
    'POST /2/media/upload/2/append',
    'POST /2/media/upload/2/finalize',
  ]);
});

it.each([
  ['tweet', 'image/png', 'tweet_image'],
  ['tweet', 'image/gif', 'tweet_gif'],
  ['dm', 'video/mp4', 'dm_video'],
] as const)('announces for a %s that %s is a %s', async (use, type, media_category) => {
  const { api, calls } = scripted(upload('1'), taken, upload('1'));
  await uploadAll(api, [file(type)], use);
  expect(calls[0]?.json).toEqual({ media_type: type, total_bytes: 3, media_category });
});

it('sends a film in segments', async () => {
  const { api, calls } = scripted(upload('1'), taken, taken, taken, upload('1'));
  await uploadAll(api, [file('video/mp4', 9 * MEGABYTE)], 'tweet');
  const segments = calls.flatMap(({ form }) => {
    const media = form?.get('media');
    return media instanceof Blob ? [{ index: form?.get('segment_index'), size: media.size }] : [];
  });
  expect(segments).toEqual([
    { index: '0', size: 4 * MEGABYTE },
    { index: '1', size: 4 * MEGABYTE },
    { index: '2', size: MEGABYTE },
  ]);
});

it('asks again until a film is prepared', async () => {
  const pending = answered(200, recordedJson('x', 'response-media-finalize'));
  const id = '2100000000000000950';
  const { api, calls } = scripted(upload(id), taken, pending, upload(id, { state: 'succeeded' }));
  expect(await uploadAll(api, [file('video/mp4')], 'tweet')).toEqual({ ids: [id] });
  expect(calls.at(-1)).toEqual({
    method: 'GET',
    path: '/2/media/upload',
    query: { command: 'STATUS', media_id: id },
  });
});

const rows: [title: string, media: Media, replies: Reply[], outcome: string, code: string][] = [
  ['a file of another type', file('application/pdf'), [], 'failed', 'media-refused'],
  ['an empty file', file('image/png', 0), [], 'failed', 'media-refused'],
  ['a picture that is too large', file('image/png', 6 * MEGABYTE), [], 'failed', 'media-refused'],
  ['a file that cannot be read now', file('image/png', new Error('gone')), [], 'retry', 'file-unavailable'],
  ['a refused announcement', file('image/png'), [answered(400)], 'failed', 'media-refused'],
  ['an announcement without an id', file('image/png'), [answered(200, {})], 'retry', 'strange-answer'],
  [
    'a connection cut at a segment',
    file('image/png'),
    [upload('1'), { answered: false, written: true }],
    'retry',
    'trouble',
  ],
  ['a refused end', file('image/png'), [upload('1'), taken, answered(400)], 'failed', 'media-refused'],
  [
    'a film that X cannot read',
    file('video/mp4'),
    [upload('1'), taken, upload('1', { state: 'failed' })],
    'failed',
    'media-refused',
  ],
  [
    'a film that takes too long',
    file('video/mp4'),
    [upload('1'), taken, upload('1', { state: 'in_progress', check_after_secs: 60 })],
    'retry',
    'still-preparing',
  ],
  ['a dead token', file('image/png'), [answered(401)], 'hold', 'unauthorized'],
];

it.each(rows)('decides on %s', async (_title, medium, replies, outcome, code) => {
  const { api } = scripted(...replies);
  expect(await uploadAll(api, [medium], 'tweet')).toMatchObject({ outcome, refusal: { code: `x:${code}` } });
});

it('uploads nothing when there is nothing', async () => {
  const { api, calls } = scripted();
  expect(await uploadAll(api, [], 'dm')).toEqual({ ids: [] });
  expect(calls).toEqual([]);
});
