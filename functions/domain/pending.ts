import type { Change } from './change.ts';
import type { Cause } from './decision.ts';
import { withEdit } from './edit-message.ts';
import type { Message } from './message.ts';
import { addMessage } from './record-message.ts';
import type { EarlyAnswer, Pending } from './reference.ts';
import { answer, withdraw } from './waiting.ts';

/**
 * Platforms promise no order: an edit, a deletion or our own answer may overtake the message that it is about. What came
 * early was kept with the message's reference; this applies it to the change that brings the message.
 */
export function applyPending(change: Change, pending: Pending | undefined, cause: Cause): Change {
  const [message] = change.newMessages;
  if (!pending || !message || !change.conversation) return change;
  let applied = { ...change, newMessages: [withPending(message, pending)] };
  if (pending.answer) applied = addEarlyAnswer(applied, pending.answer, cause);
  return pending.deletedAt === undefined ? applied : withdrawNew(applied, message.id, cause);
}

function withPending(message: Message, { edit, deletedAt, hidden }: Pending): Message {
  const edited = (edit && withEdit(message, edit)) ?? message;
  return {
    ...edited,
    ...(deletedAt !== undefined && { deletedAt }),
    ...(hidden !== undefined && { hidden }),
  };
}

function withdrawNew(change: Change, messageId: string, cause: Cause): Change {
  if (!change.conversation) return change;
  const { before, after } = change.conversation;
  const outcome = withdraw(after, messageId, cause.now, cause.policies);
  return {
    ...change,
    conversation: { before, after: outcome.conversation },
    events: [...change.events, ...outcome.events],
  };
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
    events: [...change.events, { name: 'message.answered', data }, ...outcome.events],
  };
}
