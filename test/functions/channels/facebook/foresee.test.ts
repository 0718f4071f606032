import { describe, expect, it } from 'vitest';
import { foresee } from '../../../../functions/channels/facebook/foresee.ts';
import type { Media, Order } from '../../../../functions/channels/sending.ts';

const HOUR = 3_600_000;
const WROTE = '2026-11-14T12:00:00.000Z';
const later = (elapsed: number) => new Date(Date.parse(WROTE) + elapsed).toISOString();

const common = { messageId: 'c1.m1', text: 'Done', media: [], personId: '720', human: true };
const comment: Order = { ...common, visibility: 'public', inReplyTo: '1221_889' };
const message: Order = { ...common, visibility: 'private', lastInboundAt: WROTE };
const invitation: Order = { ...message, inReplyTo: '1221_889', invitation: true };

function media(contentType: string): Media {
  const type = contentType.startsWith('video/') ? 'video' : 'image';
  return { type, contentType, url: 'https://media.example/1', bytes: async () => new Uint8Array() };
}
const picture = media('image/jpeg');
const film = media('video/mp4');

describe('the window', () => {
  it.each([
    ['an answer at exactly 24 hours', message, 24 * HOUR, undefined],
    ['a person’s answer at exactly 7 days', message, 168 * HOUR, undefined],
    ['a person’s answer a moment after 7 days', message, 168 * HOUR + 1, 'window-closed'],
    ['an automatic answer at exactly 24 hours', { ...message, human: false }, 24 * HOUR, undefined],
    ['an automatic answer a moment later', { ...message, human: false }, 24 * HOUR + 1, 'humans-only'],
    ['an automatic answer at exactly 7 days', { ...message, human: false }, 168 * HOUR, 'humans-only'],
    ['an automatic answer after 7 days', { ...message, human: false }, 168 * HOUR + 1, 'window-closed'],
    ['a message to somebody who never wrote', { ...message, lastInboundAt: undefined }, 0, 'never-wrote'],
    ['an invitation at exactly 7 days', invitation, 168 * HOUR, undefined],
    ['an invitation a moment later', invitation, 168 * HOUR + 1, 'invitation-late'],
    ['an automatic invitation after 24 hours', { ...invitation, human: false }, 100 * HOUR, undefined],
    ['an invitation without the comment’s time', { ...invitation, lastInboundAt: undefined }, 0, undefined],
    ['a public answer, whenever', { ...comment, lastInboundAt: WROTE }, 9000 * HOUR, undefined],
  ])('is open or not for %s', (_name, order, elapsed, code) => {
    expect(foresee(order, later(elapsed))?.code).toBe(code && `facebook:${code}`);
  });
});

describe('what is sent', () => {
  it.each([
    ['a comment of 8,000 characters', { ...comment, text: 'x'.repeat(8000) }, undefined],
    ['a comment of 8,001', { ...comment, text: 'x'.repeat(8001) }, 'too-long'],
    ['a message of 2,000 emoji', { ...message, text: '👋'.repeat(2000) }, undefined],
    ['a message of 2,001', { ...message, text: 'x'.repeat(2001) }, 'too-long'],
    ['an invitation of 2,001', { ...invitation, visibility: 'public', text: 'x'.repeat(2001) }, 'too-long'],
    ['100 KB', { ...comment, text: 'x'.repeat(100 * 1024) }, 'too-long'],
    ['nothing', { ...message, text: '' }, 'empty'],
    ['nothing but space', { ...comment, text: ' \n' }, 'empty'],
    ['a picture without words', { ...comment, text: '', media: [picture] }, undefined],
    ['a comment with two pictures', { ...comment, media: [picture, picture] }, 'one-picture'],
    ['a comment with a film', { ...comment, media: [film] }, 'no-film'],
    [
      'a message with four pictures',
      { ...message, media: Array.from({ length: 4 }, () => picture) },
      undefined,
    ],
    [
      'a message with 31 pictures',
      { ...message, media: Array.from({ length: 31 }, () => picture) },
      'too-many-media',
    ],
    ['a message with a film', { ...message, media: [film] }, undefined],
    ['a message with two films', { ...message, media: [film, film] }, 'too-many-media'],
    ['a message with a film and a picture', { ...message, media: [film, picture] }, 'too-many-media'],
    ['a picture that is none', { ...message, media: [media('image/tiff')] }, 'media-unsupported'],
    ['a document', { ...comment, media: [media('application/pdf')] }, 'media-unsupported'],
    ['a type with a parameter', { ...comment, media: [media('Image/PNG; q=1')] }, undefined],
    ['an invitation with words and a picture', { ...invitation, media: [picture] }, 'invitation-is-one'],
    ['an invitation of a picture', { ...invitation, text: '', media: [picture] }, undefined],
    ['a public answer to nothing', { ...comment, inReplyTo: undefined }, 'no-target'],
    ['an invitation after nothing', { ...invitation, inReplyTo: undefined }, 'no-target'],
  ] satisfies [string, Order, string | undefined][])('fits or not: %s', (_name, order, code) => {
    expect(foresee(order, later(HOUR))?.code).toBe(code && `facebook:${code}`);
  });

  it('tells by how much a text is too long', () => {
    const refusal = foresee({ ...message, text: 'x'.repeat(3100) }, later(HOUR));
    expect(refusal?.explanation).toBe(
      'The text has 3,100 characters, and Messenger takes 2,000: that is 1,100 too many.',
    );
  });
});
