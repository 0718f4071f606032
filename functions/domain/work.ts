import { type Conversation, waitingClock } from './conversation.ts';

/** In whose hands it is that somebody waits: a team's, or one agent's of it. */
export interface Work {
  teamId: string;
  ownerId?: string;
}

/**
 * What a conversation asks of the people of its team, where the team assigns work by itself: undefined while nobody waits in it, as it
 * is nobody's load then.
 */
export function workOf(conversation: Conversation): Work | undefined {
  const { pooled, status, teamId, ownerId } = conversation;
  if (pooled !== true || status !== 'open' || waitingClock(conversation) === undefined) return undefined;
  return ownerId === undefined ? { teamId } : { teamId, ownerId };
}

/** In whose hands work was and is, where that changed; undefined where it did not. */
export function movedWork(
  before: Conversation | undefined,
  after: Conversation,
): { from?: Work; to?: Work } | undefined {
  const from = before && workOf(before);
  const to = workOf(after);
  if (from?.teamId === to?.teamId && from?.ownerId === to?.ownerId) return undefined;
  return { ...(from && { from }), ...(to && { to }) };
}
