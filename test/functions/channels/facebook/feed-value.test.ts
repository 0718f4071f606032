import { describe, expect, it } from 'vitest';
import { attachments, author, FeedValue } from '../../../../functions/channels/facebook/feed-value.ts';

const read = (value: object) => FeedValue.parse(value);

describe('author', () => {
  it.each([
    ['from', { from: { id: '251', name: 'Ines' } }, { nativeId: '251', name: 'Ines' }],
    ['from without a name', { from: { id: 251 } }, { nativeId: '251', name: undefined }],
    ['older names of from', { sender_id: 251, sender_name: 'Ines' }, { nativeId: '251', name: 'Ines' }],
    ['a reviewer', { reviewer_id: '251', reviewer_name: 'Ines' }, { nativeId: '251', name: 'Ines' }],
    ['nobody', {}, undefined],
    ['nobody by a name alone', { from: { name: 'Ines' } }, undefined],
  ])('reads %s', (_name, value, person) => {
    expect(author(read(value))).toEqual(person);
  });
});

describe('attachments', () => {
  const link = 'https://www.example.com/1';
  it.each([
    ['the photo of a comment', { item: 'comment', photo: link }, [{ type: 'image', url: link }]],
    ['the video of a comment', { item: 'comment', video: link }, [{ type: 'video', url: link }]],
    ['the link of a photo post', { item: 'photo', link }, [{ type: 'image', url: link }]],
    ['the link of a video post', { item: 'video', link }, [{ type: 'video', url: link }]],
    ['the link of any other post', { item: 'post', link }, [{ type: 'link', url: link }]],
    [
      'all photos of a post',
      { item: 'status', photos: [link, 'https://www.example.com/2'] },
      [
        { type: 'image', url: link },
        { type: 'image', url: 'https://www.example.com/2' },
      ],
    ],
    ['nothing', { item: 'comment' }, []],
    ['nothing unreadable', { item: 'comment', photo: { src: link }, photos: link }, []],
  ])('gives %s', (_name, value, given) => {
    expect(attachments(read(value))).toEqual(given);
  });
});

describe('FeedValue', () => {
  it('refuses words that it cannot read rather than lose them', () => {
    expect(() => read({ item: 'comment', message: { text: 'Hm' } })).toThrow();
    expect(() => read({ item: 'rating', review_text: ['Hm'] })).toThrow();
  });
});
