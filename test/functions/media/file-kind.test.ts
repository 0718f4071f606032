import { describe, expect, it } from 'vitest';
import { isShown, plainType, typeByContent } from '../../../functions/media/file-kind.ts';
import { beginnings } from './sample-files.ts';

it.each(beginnings)('knows %s by how it begins', async (_name, kind, bytes) => {
  expect(await typeByContent(bytes)).toBe(kind);
});

it.each([
  ['IMAGE/JPEG', 'image/jpeg'],
  ['image/jpg', 'image/jpeg'],
  [' image/png ; q=1', 'image/png'],
  ['video/x-m4v', 'video/mp4'],
  ['text/html', 'text/html'],
  ['', ''],
])('calls "%s" %s', (given, plain) => {
  expect(plainType(given)).toBe(plain);
});

describe('a file of ours', () => {
  it.each(['image/jpeg', 'video/mp4', 'audio/ogg'])('is shown when it is %s', (type) => {
    expect(isShown(type)).toBe(true);
  });

  it.each(['application/pdf', 'text/html', 'image/svg+xml', '', undefined])(
    'is saved when it is %s',
    (type) => {
      expect(isShown(type)).toBe(false);
    },
  );
});
