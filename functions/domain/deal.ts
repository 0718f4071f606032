import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Instant } from './instant.ts';
import { assign, type Owner } from './ownership.ts';
import { workOf } from './work.ts';

/** When Hark decides by itself, and what for. */
export interface DealMoment {
  now: Instant;
  traceId: string;
}

/** Whether a conversation is work that nobody has. */
export function isUnowned(conversation: Conversation): boolean {
  const work = workOf(conversation);
  return work !== undefined && work.ownerId === undefined;
}

/** An agent's turn has come: the conversation is theirs. */
export function dealt(conversation: Conversation, owner: Owner, moment: DealMoment): Change {
  const { conversation: after, events } = assign(conversation, owner);
  return { ...byHark(moment), conversation: { before: conversation, after }, events };
}

/** An agent is gone, and somebody waits: the conversation is nobody's again. Undefined when it is not theirs, or nobody waits. */
export function givenBack(
  conversation: Conversation,
  agentId: string,
  moment: DealMoment,
): Change | undefined {
  if (workOf(conversation)?.ownerId !== agentId) return undefined;
  const { conversation: after, events } = assign(conversation, null);
  const { channel, teamId } = conversation;
  return {
    ...byHark(moment),
    conversation: { before: conversation, after },
    events: [{ name: 'conversation.returned', data: { channel, teamId, agentId } }, ...events],
  };
}

function byHark({ now, traceId }: DealMoment): Change {
  return emptyChange({ traceId, at: now, actor: 'hark' });
}
