import { describe, expect, it } from 'vitest';
import {
  MessengerAttachment,
  messengerAttachment,
} from '../../../../functions/channels/facebook/messenger-attachment.ts';

const url = 'https://cdn.fbsbx.example/1';

describe('messengerAttachment', () => {
  it.each([
    ['a reel', { type: 'reel', payload: { url, title: 'Lamps' } }, { type: 'link', url, title: 'Lamps' }],
    ['a post of Instagram', { type: 'ig_post', payload: { url } }, { type: 'link', url }],
    [
      'a link of the older shape',
      { type: 'fallback', url, title: 'Lamps', payload: 'BLOB' },
      { type: 'link', url, title: 'Lamps' },
    ],
    [
      'a sticker that came as an image',
      { type: 'image', payload: { url, sticker_id: 369 } },
      { type: 'sticker', url },
    ],
    [
      'a place',
      { type: 'location', payload: { coordinates: { lat: 52.1, long: 4.3 } } },
      { type: 'other', title: '52.1, 4.3' },
    ],
    ['a template', { type: 'template', payload: { template_type: 'button' } }, { type: 'other' }],
    ['a type that is new', { type: 'hologram', payload: { url } }, { type: 'other', url }],
    ['a picture without an address', { type: 'image' }, { type: 'image' }],
    ['what cannot be read', 'hologram', { type: 'other' }],
  ])('puts %s into our words', (_name, raw, attachment) => {
    expect(messengerAttachment(MessengerAttachment.parse(raw))).toEqual(attachment);
  });
});
