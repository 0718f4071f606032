import { type Change, emptyChange } from './change.ts';
import { type Conversation, previewOf } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { DeskEvent } from './events.ts';
import type { Message } from './message.ts';
import { withdraw } from './waiting.ts';

/** What an agent did to a message on the platform. */
export type Deed = 'hide' | 'unhide' | 'like' | 'delete' | { edit: string };

/**
 * Records what an agent did to a message once the platform has done it, so that the thread shows it at once and the activity says
 * who it was. The platform's own news of it changes nothing more.
 */
export function actOnMessage(
  deed: Deed,
  { message, conversation }: { message: Message; conversation: Conversation },
  agentId: string,
  cause: Cause,
): Change {
  const { id: messageId, visibility } = message;
  const changed = withDeed(message, deed, cause.now);
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
