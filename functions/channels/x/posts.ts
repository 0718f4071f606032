import type { Access, Order, PostSender, Publication } from '../sending.ts';
import { openApi } from './api.ts';
import { followers } from './followers.ts';
import { lookFor } from './look.ts';
import { againstMedia } from './media-limits.ts';
import { inParts } from './parts.ts';
import { publishPost } from './publish.ts';
import { refusals } from './refusals.ts';
import { measure } from './weighted-length.ts';

/** Posts of our own on X: a long text is a thread, and an update answers the post before it. */
export const posts: PostSender = {
  measure: (text) => measure(text, 'public'),
  inParts: (text) => inParts(text, 'public'),
  refusesMedia: (files) => againstMedia(files, 'public'),
  async publish(publication, access) {
    const api = openApi(access);
    if (api === undefined) return { outcome: 'hold', refusal: refusals.notConnected };
    return publishPost(orderOf(publication, access), api);
  },
  async look(publication, access, since) {
    const api = openApi(access);
    if (api === undefined) return { found: 'unknown', refusal: refusals.notConnected };
    return lookFor(orderOf(publication, access), api, since);
  },
  followers,
};

/** To X a post of our own is an answer to nobody, or to ourselves. */
function orderOf({ text, media, under }: Publication, { accountId }: Access): Order {
  return {
    messageId: '',
    visibility: 'public',
    text,
    media,
    personId: accountId,
    inReplyTo: under,
    human: true,
  };
}
