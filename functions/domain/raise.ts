import type * as z from 'zod/mini';
import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Crowd } from './crowd.ts';
import type { eventData } from './events.ts';
import type { Instant } from './instant.ts';

/** What is told of a crowd that forms around a post. */
export type CrowdNews = z.infer<(typeof eventData)['post.crowd-forming']>;

/** A conversation that rises because its post has drawn a crowd. Undefined when it is resolved, or has risen for this or a later one. */
export function raised(conversation: Conversation, crowd: Crowd, now: Instant): Change | undefined {
  const { status, channel, traceId } = conversation;
  if (status === 'resolved' || (conversation.crowd?.at ?? '') >= crowd.at) return undefined;
  const { perMinute, usual } = crowd;
  return {
    ...emptyChange({ traceId, at: now, actor: 'hark' }),
    conversation: { before: conversation, after: { ...conversation, crowd } },
    events: [{ name: 'conversation.raised', data: { channel, perMinute, usual } }],
  };
}
