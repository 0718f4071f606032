import type { ChannelSender } from '../sending.ts';
import { act, withholds } from './actions.ts';
import { openApi } from './api.ts';
import { foresee } from './foresee.ts';
import { limits } from './limits.ts';
import { lookFor } from './look.ts';
import { mediaHeaders } from './media-access.ts';
import { againstMedia } from './media-limits.ts';
import { inParts } from './parts.ts';
import { posts } from './posts.ts';
import { publishMessage, publishPost } from './publish.ts';
import { refusals } from './refusals.ts';
import { measure } from './weighted-length.ts';

/** The sending half of X: posts and private messages by version 2 of its API, signed as the account with OAuth 1.0a. */
export const xSender: ChannelSender = {
  name: 'x',
  limits,
  invitesIn: 'public',
  chainsParts: true,
  posts,
  async send(order, access) {
    // What an agent means for one person must not become public.
    if (order.invitation && order.visibility === 'private')
      return { outcome: 'failed', refusal: refusals.invitationIsPublic };
    const api = openApi(access);
    if (api === undefined) return { outcome: 'hold', refusal: refusals.notConnected };
    return order.visibility === 'public' ? publishPost(order, api) : publishMessage(order, api);
  },
  async look(order, access, since) {
    const api = openApi(access);
    if (api === undefined) return { found: 'unknown', refusal: refusals.notConnected };
    return lookFor(order, api, since);
  },
  async act(order, access) {
    const api = openApi(access);
    return api === undefined ? { outcome: 'hold', refusal: refusals.notConnected } : act(order, api);
  },
  withholds,
  measure,
  inParts,
  refusesMedia: againstMedia,
  mediaHeaders,
  foresee,
};
