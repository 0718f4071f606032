import { describe, expect, it } from 'vitest';
import { posts } from '../../../../functions/channels/facebook/posts.ts';
import { picture, scriptedGraph } from './scripted-graph.ts';

const film = { type: 'video', contentType: 'video/mp4' } as const;

describe('posts of a page', () => {
  it('are one, however long', () => {
    const text = 'word '.repeat(4000);
    expect(posts.inParts(text)).toEqual([text]);
    expect(posts.measure('🙂')).toEqual({ length: 1, limit: 63_206 });
  });

  it.each([
    { name: 'ten pictures', files: Array.from({ length: 10 }, () => picture), code: undefined },
    {
      name: 'eleven pictures',
      files: Array.from({ length: 11 }, () => picture),
      code: 'facebook:too-many-in-post',
    },
    { name: 'a film', files: [film], code: undefined },
    { name: 'a film that is too large', files: [{ ...film, size: 2 ** 26 }], code: 'facebook:media-refused' },
    {
      name: 'a document',
      files: [{ type: 'image', contentType: 'application/pdf' } as const],
      code: 'facebook:media-unsupported',
    },
  ])('take or refuse $name', ({ files, code }) => {
    expect(posts.refusesMedia(files)?.code).toBe(code);
  });

  it('go on as comments below the first one, and are looked for there', async () => {
    const { access, asked } = scriptedGraph({ id: '77_1' }, { data: [] });
    const update = { text: 'We found the cause.', media: [], under: '108_77' };
    expect(await posts.publish(update, access)).toEqual({ outcome: 'sent', nativeId: '77_1' });
    await posts.look(update, access, '2026-11-21T11:00:00.000Z');
    expect(asked.map(({ path }) => path)).toEqual(['108_77/comments', '108_77/comments']);
  });
});
