import { expect, it } from 'vitest';
import type { Media, Order } from '../../../../functions/channels/sending.ts';
import { foresee } from '../../../../functions/channels/x/foresee.ts';
import { orderOf } from './scripted-api.ts';

const file = (contentType: string): Media => ({
  type: contentType.startsWith('video') ? 'video' : 'image',
  contentType,
  url: 'https://files.example.com/a',
  bytes: async () => new Uint8Array(1),
});
const photo = file('image/jpeg');
const film = file('video/mp4');
const moving = file('image/gif');

const rows: [title: string, order: Partial<Order>, code: string | undefined][] = [
  ['lets an answer to a post that named us pass', { addressesUs: true }, undefined],
  ['lets an answer pass when nothing is known of the post', {}, undefined],
  [
    'lets a private message pass to a person who did not name us',
    { visibility: 'private', addressesUs: false },
    undefined,
  ],
  ['refuses a public answer to a post that did not name us', { addressesUs: false }, 'not-summoned'],
  [
    'refuses an invitation under a post that did not name us',
    { addressesUs: false, invitation: true },
    'not-summoned',
  ],
  [
    'refuses an invitation that is meant to be private',
    { visibility: 'private', invitation: true },
    'invitation-is-public',
  ],
  ['refuses nothing but space', { text: ' \n' }, 'empty'],
  ['lets pictures without a text pass', { text: '', media: [photo] }, undefined],
  ['lets an invitation without words pass', { text: '', invitation: true }, undefined],
  ['lets 280 pass', { text: 'x'.repeat(280) }, undefined],
  ['refuses 281', { text: 'x'.repeat(281) }, 'too-long'],
  ['lets an invitation pass that fits with its link', { text: 'x'.repeat(256), invitation: true }, undefined],
  [
    'refuses an invitation that its link makes too long',
    { text: 'x'.repeat(257), invitation: true },
    'too-long',
  ],
  ['lets 10,000 pass in private', { visibility: 'private', text: 'x'.repeat(10_000) }, undefined],
  ['refuses 10,001 in private', { visibility: 'private', text: 'x'.repeat(10_001) }, 'too-long'],
  ['lets four pictures pass', { media: [photo, photo, photo, photo] }, undefined],
  ['refuses five pictures', { media: [photo, photo, photo, photo, photo] }, 'too-many-media'],
  ['lets one film pass', { media: [film] }, undefined],
  ['refuses two films', { media: [film, film] }, 'too-many-media'],
  ['refuses a film among pictures', { media: [photo, film] }, 'too-many-media'],
  ['refuses a moving picture among pictures', { media: [moving, photo] }, 'too-many-media'],
  ['lets one picture pass in private', { visibility: 'private', media: [photo] }, undefined],
  ['refuses two pictures in private', { visibility: 'private', media: [photo, photo] }, 'too-many-media'],
  ['refuses a file that X does not take', { media: [file('application/pdf')] }, 'media-refused'],
  ['refuses a drawing that X does not take', { media: [file('image/svg+xml')] }, 'media-refused'],
];

it.each(rows)('%s', (_title, more, code) => {
  expect(foresee(orderOf(more))?.code).toBe(code === undefined ? undefined : `x:${code}`);
});

it('tells how long a text is and how much X takes', () => {
  expect(foresee(orderOf({ text: '日'.repeat(141) }))?.explanation).toContain('282');
  expect(foresee(orderOf({ text: '日'.repeat(141) }))?.explanation).toContain('280');
});

it('names the ways that remain when X allows no public answer', () => {
  const refusal = foresee(orderOf({ addressesUs: false }));
  expect(refusal?.advice).toContain('https://x.com/messages/compose?recipient_id=1800000000000000002');
  expect(refusal?.advice).toContain('https://x.com/i/status/2100000000000000002');
});
