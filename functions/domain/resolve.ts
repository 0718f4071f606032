import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Outcome } from './episode.ts';
import type { Instant } from './instant.ts';
import { stopWaiting } from './waiting.ts';

/** Somebody of ours says that all is done: every clock ends. Undefined when it is resolved already. */
export function resolve(conversation: Conversation, agentId: string, cause: Cause): Change | undefined {
  const outcome = resolved(conversation, cause.now);
  if (outcome.conversation === conversation) return undefined;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agentId }),
    conversation: { before: conversation, after: outcome.conversation },
    events: outcome.events,
  };
}

/** The conversation when all is done; as it is when it was done before. Nobody need look at it any more, whoever was asked to. */
export function resolved(conversation: Conversation, now: Instant): Outcome {
  if (conversation.status === 'resolved') return { conversation, events: [] };
  const outcome = stopWaiting(conversation, now, 'resolved');
  const { snoozedUntil: _, mentioned: __, ...rest } = outcome.conversation;
  return {
    conversation: { ...rest, status: 'resolved', resolvedAt: now },
    events: [...outcome.events, { name: 'conversation.resolved', data: { channel: conversation.channel } }],
  };
}

/** An agent takes a resolved conversation up again. Nobody waits, so no clock starts until the person writes. */
export function reopened(conversation: Conversation): Outcome {
  if (conversation.status !== 'resolved') return { conversation, events: [] };
  const { resolvedAt: _, ...rest } = conversation;
  return {
    conversation: { ...rest, status: 'open' },
    events: [{ name: 'conversation.reopened', data: { channel: conversation.channel } }],
  };
}
