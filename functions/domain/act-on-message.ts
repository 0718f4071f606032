import { type Change, emptyChange } from './change.ts';
import { type Conversation, previewOf } from './conversation.ts';
import type { Cause } from './decision.ts';
import { type Deed, nameOf, withoutDoing } from './deed.ts';
import type { DeskEvent } from './events.ts';
import type { DeedName, Message } from './message.ts';
import { withdraw } from './waiting.ts';

/** A message with the conversation that it belongs to. */
interface Context {
  message: Message;
  conversation: Conversation;
}

/** Notes what an agent is about to do, so that the platform's news of it, which may come first, is told as the agent's. */
export function beginDeed(
  deed: Deed,
  { message, conversation }: Context,
  agentId: string,
  cause: Cause,
): Change {
  const doing = { deed: nameOf(deed), agentId, at: cause.now };
  return changeOf(conversation, { ...message, doing }, agentId, cause);
}

/** The platform did not do it. Undefined when nothing was noted any more. */
export function dropDeed(
  { message, conversation }: Context,
  agentId: string,
  cause: Cause,
): Change | undefined {
  return message.doing && changeOf(conversation, withoutDoing(message), agentId, cause);
}

function changeOf(conversation: Conversation, message: Message, actor: string, cause: Cause): Change {
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor }),
    conversation: { before: conversation, after: conversation },
    changedMessages: [message],
  };
}

/** Whether the message is as the deed would make it. */
export function isDone({ hidden = false, likedByUs = false, deletedAt, text }: Message, deed: Deed): boolean {
  if (typeof deed === 'object') return text === deed.edit;
  const done: Record<Exclude<DeedName, 'edit'>, boolean> = {
    hide: hidden,
    unhide: !hidden,
    like: likedByUs,
    delete: deletedAt !== undefined,
  };
  return done[deed];
}

/**
 * Records what an agent did to a message once the platform has done it, so that the thread shows it at once and the activity says
 * who it was. Undefined when the platform's own news of it came before.
 */
export function actOnMessage(
  deed: Deed,
  { message, conversation }: Context,
  agentId: string,
  cause: Cause,
): Change | undefined {
  if (isDone(message, deed)) return undefined;
  const { id: messageId, visibility } = message;
  const changed = withDeed(withoutDoing(message), deed, cause.now);
  const isShown = conversation.lastMessageId === messageId;
  const shown = isShown ? { ...conversation, preview: previewOf(changed) } : conversation;
  const outcome =
    deed === 'delete'
      ? withdraw(shown, messageId, cause.now, cause.policies)
      : { conversation: shown, events: [] };
  const told: DeskEvent = { name: eventOf(deed), data: { messageId, visibility } };
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agentId }),
    conversation: { before: conversation, after: outcome.conversation },
    changedMessages: [changed],
    events: [told, ...outcome.events],
  };
}

function withDeed(message: Message, deed: Deed, now: string): Message {
  if (deed === 'hide' || deed === 'unhide') return { ...message, hidden: deed === 'hide' };
  if (deed === 'like') return { ...message, likedByUs: true };
  if (deed === 'delete') return { ...message, deletedAt: now };
  const earlierTexts = [...(message.earlierTexts ?? []), { text: message.text, until: now }];
  return { ...message, text: deed.edit, editedAt: now, earlierTexts };
}

function eventOf(
  deed: Deed,
): 'message.hidden' | 'message.unhidden' | 'message.liked' | 'message.deleted' | 'message.edited' {
  if (deed === 'hide') return 'message.hidden';
  if (deed === 'unhide') return 'message.unhidden';
  if (deed === 'like') return 'message.liked';
  return deed === 'delete' ? 'message.deleted' : 'message.edited';
}
