import { expect, it } from 'vitest';
import { againstMedia } from '../../../../functions/channels/facebook/media-limits.ts';
import { picture } from './scripted-graph.ts';

const film = { ...picture, type: 'video', contentType: 'video/mp4' } as const;

it.each([
  ['nothing in public', [], 'public', undefined],
  ['one picture in public', [picture], 'public', undefined],
  ['two pictures in public', [picture, picture], 'public', 'one-picture'],
  ['a film in public', [film], 'public', 'no-film'],
  ['four pictures in private', [picture, picture, picture, picture], 'private', undefined],
  ['a film in private', [film], 'private', undefined],
  ['a film and a picture in private', [film, picture], 'private', 'too-many-media'],
  ['a picture in capitals', [{ ...picture, contentType: 'IMAGE/JPEG' }], 'private', undefined],
  ['a drawing', [{ ...picture, contentType: 'image/svg+xml' }], 'private', 'media-unsupported'],
  [
    'a film that says it is a picture',
    [{ ...film, contentType: 'image/jpeg' }],
    'private',
    'media-unsupported',
  ],
  ['the largest film in private', [{ ...film, size: 25 * 1024 * 1024 }], 'private', undefined],
  ['a larger film in private', [{ ...film, size: 25 * 1024 * 1024 + 1 }], 'private', 'media-refused'],
  ['a picture without content', [{ ...picture, size: 0 }], 'public', 'media-refused'],
  ['a type that says nothing', [{ ...picture, contentType: '' }], 'private', 'media-unsupported'],
] as const)('takes %s or says why not', (_name, media, visibility, code) => {
  expect(againstMedia([...media], visibility)?.code).toBe(code && `facebook:${code}`);
});
