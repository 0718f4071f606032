import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import { stopWaiting } from './waiting.ts';

/** Somebody of ours says that all is done: every clock ends. Undefined when it is resolved already. */
export function resolve(conversation: Conversation, agentId: string, cause: Cause): Change | undefined {
  if (conversation.status === 'resolved') return undefined;
  const outcome = stopWaiting(conversation, cause.now, 'resolved');
  const { channel } = conversation;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agentId }),
    conversation: {
      before: conversation,
      after: { ...outcome.conversation, status: 'resolved', resolvedAt: cause.now },
    },
    events: [...outcome.events, { name: 'conversation.resolved', data: { channel } }],
  };
}
