import { expect, it } from 'vitest';
import { againstMedia, isOfFittingSize, kindOf } from '../../../../functions/channels/x/media-limits.ts';

it.each([
  ['image/jpeg', 'image'],
  ['IMAGE/PNG', 'image'],
  ['image/webp; q=1', 'image'],
  ['image/gif', 'gif'],
  ['video/mp4', 'video'],
  ['image/svg+xml', undefined],
  ['application/pdf', undefined],
  ['', undefined],
])('takes "%s" for %s', (contentType, kind) => {
  expect(kindOf({ contentType })).toBe(kind);
});

const megabyte = 1024 * 1024;
it.each([
  ['nothing', 0, 'image', false],
  ['a picture of 5 MB', 5 * megabyte, 'image', true],
  ['a picture of more', 5 * megabyte + 1, 'image', false],
  ['a moving picture of 15 MB', 15 * megabyte, 'gif', true],
  ['a moving picture of more', 15 * megabyte + 1, 'gif', false],
  ['a film of 20 MB', 20 * megabyte, 'video', true],
] as const)('judges the size of %s', (_name, length, kind, fits) => {
  expect(isOfFittingSize(new Uint8Array(length), kind)).toBe(fits);
});

const photo = { type: 'image', contentType: 'image/png', size: megabyte } as const;
const gif = { type: 'image', contentType: 'image/gif', size: megabyte } as const;
const film = { type: 'video', contentType: 'video/mp4', size: 20 * megabyte } as const;

it.each([
  ['four pictures in public', [photo, photo, photo, photo], 'public', undefined],
  ['five pictures in public', [photo, photo, photo, photo, photo], 'public', 'too-many-media'],
  ['one film in public', [film], 'public', undefined],
  ['a film and a picture', [film, photo], 'public', 'too-many-media'],
  ['two moving pictures', [gif, gif], 'public', 'too-many-media'],
  ['one picture in private', [photo], 'private', undefined],
  ['two pictures in private', [photo, photo], 'private', 'too-many-media'],
  ['a picture that is too large', [{ ...photo, size: 5 * megabyte + 1 }], 'public', 'media-refused'],
  ['a picture without content', [{ ...photo, size: 0 }], 'public', 'media-refused'],
  ['a picture of a size that nobody knows', [{ ...photo, size: undefined }], 'public', undefined],
  ['a drawing', [{ ...photo, contentType: 'image/svg+xml' }], 'public', 'media-refused'],
] as const)('takes %s or says why not', (_name, files, visibility, code) => {
  expect(againstMedia([...files], visibility)?.code).toBe(code && `x:${code}`);
});
