import { attachedEvents } from './attachments.ts';
import type { Change } from './change.ts';
import type { Cause } from './decision.ts';
import { withEdit } from './edit-message.ts';
import type { DeskEvent } from './events.ts';
import type { Message } from './message.ts';
import { addMessage } from './record-message.ts';
import type { EarlyAnswer, Pending } from './reference.ts';
import { answer } from './waiting.ts';

/*
 * Platforms promise no order: an edit, a deletion or our own answer may overtake the message that it is about. What came
 * early was kept with the message's reference; this applies it when the message comes.
 */

/** A message that has just arrived, as what came before it says that it is by now. */
export function withPending(message: Message, pending: Pending | undefined): Message {
  if (!pending) return message;
  const { edit, deletedAt, hidden } = pending;
  const edited = (edit && withEdit(message, edit)) ?? message;
  return {
    ...edited,
    ...(deletedAt !== undefined && { deletedAt }),
    ...(hidden !== undefined && { hidden }),
  };
}

/** What is to be told of a message beside its arrival, because it was told before the message was there. */
export function pendingEvents(
  { id: messageId, visibility }: Message,
  { edit, deletedAt, hidden }: Pending,
): DeskEvent[] {
  const data = { messageId, visibility };
  const events: DeskEvent[] = [];
  if (edit) events.push({ name: 'message.edited', data });
  if (hidden) events.push({ name: 'message.hidden', data });
  if (deletedAt !== undefined) events.push({ name: 'message.deleted', data });
  return events;
}

/** Adds our answers that came before the message which they answer to the change that brings it. */
export function addEarlyAnswers(change: Change, answers: EarlyAnswer[] = [], cause: Cause): Change {
  return answers.reduce((sum, early) => addEarlyAnswer(sum, early, cause), change);
}

function addEarlyAnswer(change: Change, early: EarlyAnswer, cause: Cause): Change {
  if (!change.conversation) return change;
  const { before, after } = change.conversation;
  const { channel, accountId } = after;
  const key = `${channel}:${accountId}:${early.nativeId}`;
  const message: Message = {
    ...early,
    id: `${after.id}.${cause.orderedId(early.at, key)}`,
    conversationId: after.id,
    direction: 'outbound',
    author: { nativeId: accountId },
    state: 'sent',
  };
  const outcome = answer(addMessage(after, message), early.at, cause.policies);
  const data = { messageId: message.id, visibility: message.visibility, channel };
  return {
    ...change,
    conversation: { before, after: outcome.conversation },
    newMessages: [...change.newMessages, message],
    events: [
      ...change.events,
      { name: 'message.answered', data },
      ...attachedEvents(message, channel),
      ...outcome.events,
    ],
  };
}
