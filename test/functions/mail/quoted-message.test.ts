import { describe, expect, it } from 'vitest';
import { quoteMessage } from '../../../functions/mail/quoted-message.ts';
import { sampleAlert } from './sample-alert.ts';

const { message } = sampleAlert('breach');

describe('quoteMessage', () => {
  it('quotes the words, and the first of them on one line', () => {
    const text = 'Where is my parcel?\nIt should have been here on Tuesday, and nobody tells me.';
    expect(quoteMessage({ ...message, text })).toEqual({
      teaser: '“Where is my parcel? It should have been here on Tuesday, and…”',
      words: text,
      notes: [],
    });
  });

  it('counts what came with the words, by kind', () => {
    const attachments = (['image', 'video', 'image', 'audio', 'sticker'] as const).map((type) => ({ type }));
    expect(quoteMessage({ ...message, attachments }).notes).toEqual([
      'With it came 2 images, 1 video, 1 voice message or sound, 1 sticker.',
    ]);
  });

  it('repeats nothing of a message that was deleted', () => {
    const deleted = { ...message, attachments: [{ type: 'image' as const }], deletedAt: message.at };
    expect(quoteMessage(deleted)).toEqual({
      teaser: '',
      words: '',
      notes: ['The message was deleted by its author.'],
    });
  });
});
