import * as z from 'zod/mini';
import type { Attachment } from '../../domain/message.ts';
import { lenient } from './meta-fields.ts';

const Text = lenient(z.string());

/**
 * An element of `message.attachments`. Its members differ by type and age (links had `url` and `title` beside `type` before they
 * moved into `payload`), so that only the type is needed, and an unreadable element is one of an unknown type.
 */
export const MessengerAttachment = z.catch(
  z.object({
    type: z.string(),
    url: Text,
    title: Text,
    payload: lenient(
      z.object({
        url: Text,
        title: Text,
        sticker_id: lenient(z.union([z.string(), z.number()])),
        coordinates: lenient(z.object({ lat: z.number(), long: z.number() })),
      }),
    ),
  }),
  { type: 'unreadable' },
);
export type MessengerAttachment = z.infer<typeof MessengerAttachment>;

/** Shared posts, reels and link previews are links; templates, bookings and locations have no file of their own. */
const types = new Map<string, Attachment['type']>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['file', 'file'],
  ['sticker', 'sticker'],
  ['fallback', 'link'],
  ['share', 'link'],
  ['post', 'link'],
  ['ig_post', 'link'],
  ['reel', 'link'],
  ['ig_reel', 'link'],
]);

/** One attachment in our words. The address of a file is Meta's CDN's and works for a short time only. */
export function messengerAttachment({ type, payload, ...older }: MessengerAttachment): Attachment {
  const place = payload?.coordinates;
  return {
    // Until August 2026 a sticker came as an image as well, with the sticker's number.
    type: payload?.sticker_id === undefined ? (types.get(type) ?? 'other') : 'sticker',
    url: payload?.url ?? older.url,
    title: payload?.title ?? older.title ?? (place && `${place.lat}, ${place.long}`),
  };
}
