import type { ChannelSender } from '../sending.ts';
import { act } from './actions.ts';
import { lookForComment, sendComment } from './comments.ts';
import { foresee, isPublic } from './foresee.ts';
import { limits } from './limits.ts';
import { againstMedia } from './media-limits.ts';
import { lookForMessage, sendMessage } from './messenger.ts';
import { inParts } from './parts.ts';
import { posts } from './posts.ts';
import { lookForInvitation, sendInvitation } from './private-reply.ts';
import { profile } from './profile.ts';
import { measure } from './text-length.ts';
import { withholds } from './withholds.ts';

/** The sending half of Facebook: comments of a page, its Messenger, and the private replies that lead from one to the other. */
export const facebookSender: ChannelSender = {
  name: 'facebook',
  limits,
  invitesIn: 'private',
  posts,
  async send(order, access) {
    // The window may have closed while the message waited.
    const refusal = foresee(order, new Date(access.now).toISOString());
    if (refusal) return { outcome: 'failed', refusal };
    if (order.invitation) return sendInvitation(order, access);
    return isPublic(order) ? sendComment(order, access) : sendMessage(order, access);
  },
  async look(order, access, since) {
    if (order.invitation) return lookForInvitation(order, access, since);
    return isPublic(order) ? lookForComment(order, access, since) : lookForMessage(order, access, since);
  },
  act,
  withholds,
  measure,
  inParts,
  refusesMedia: againstMedia,
  profile,
  foresee,
};
