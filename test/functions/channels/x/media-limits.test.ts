import { expect, it } from 'vitest';
import { isOfFittingSize, kindOf } from '../../../../functions/channels/x/media-limits.ts';

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
