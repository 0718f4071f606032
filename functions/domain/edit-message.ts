import { type Change, emptyChange } from './change.ts';
import { type Conversation, previewOf } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import { doerOf, withoutDoing } from './deed.ts';
import type { DeskEvent } from './events.ts';
import type { EditEvent } from './inbound-event.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';
import { asksNothing, withTriage } from './triage/message-triage.ts';
import { waken } from './waken.ts';

/** A text that replaced an earlier one at an instant of the platform's clock. */
export interface Edit {
  nativeId: string;
  text: string;
  at: Instant;
}

/**
 * The author changed what a message says. The earlier text is kept for the audit. An edit that is not newer than what is
 * stored is an old delivery and changes nothing. Words that asked nothing may ask something now; the opposite is left to people.
 */
export function editMessage(
  edit: Edit,
  { message, conversation }: { message: Message; conversation: Conversation },
  cause: Cause,
): Change | undefined {
  const rewritten = withEdit(message, edit);
  if (!rewritten) return undefined;
  const edited =
    rewritten.text === message.text ? rewritten : withTriage(rewritten, conversation.channel, cause);
  const preview = conversation.lastMessageId === message.id ? previewOf(edited) : conversation.preview;
  const shown = { ...conversation, preview };
  const asked = asksNothing(message) ? waken(shown, edited, cause) : { conversation: shown, events: [] };
  const actor = doerOf(message, 'edit', cause.now) ?? conversation.channel;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor }),
    conversation: { before: conversation, after: asked.conversation },
    changedMessages: [withoutDoing(edited)],
    events: [...(edited.text === message.text ? [] : [editedEvent(edited)]), ...asked.events],
  };
}

/** An edit that came before its message is remembered with the reference, and applied when the message comes. */
export function receiveEdit(event: EditEvent, known: Known, cause: Cause): Change | undefined {
  if (known.message && known.answered) {
    return editMessage(event, { message: known.message, conversation: known.answered }, cause);
  }
  const { channel, accountId, nativeId, text, at } = event;
  const earlier = known.self?.pending?.edit;
  if (earlier && (earlier.at > at || (earlier.at === at && earlier.text === text))) return undefined;
  const pending = { ...known.self?.pending, edit: { text, at } };
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel }),
    pending: [{ channel, accountId, nativeId, pending }],
  };
}

/**
 * The message with its new text; undefined when the edit is older than the stored text. Facebook's clock counts whole seconds,
 * so an edit may carry the very instant of what it changes; then whatever was not said before is the newer. A platform tells of
 * our own edits too, by its own clock: the same text once more is no earlier text.
 */
export function withEdit(message: Message, { text, at }: Pick<Edit, 'text' | 'at'>): Message | undefined {
  const latest = message.editedAt ?? message.at;
  if (at < latest || (at === latest && wasSaid(message, text))) return undefined;
  if (text === message.text) return { ...message, editedAt: at };
  const earlierTexts = [...(message.earlierTexts ?? []), { text: message.text, until: at }];
  return { ...message, text, editedAt: at, earlierTexts };
}

function wasSaid({ text, earlierTexts = [] }: Message, words: string): boolean {
  return text === words || earlierTexts.some((earlier) => earlier.text === words);
}

function editedEvent({ id: messageId, visibility }: Message): DeskEvent {
  return { name: 'message.edited', data: { messageId, visibility } };
}
