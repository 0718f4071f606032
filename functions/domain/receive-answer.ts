import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import type { DeskEvent } from './events.ts';
import type { MessageEvent } from './inbound-event.ts';
import { addMessage, messageOf, openConversation } from './record-message.ts';
import { identityWrites } from './record-person.ts';
import { answer } from './waiting.ts';

/**
 * Our own side said something, seen through the platform: typed in its own app, or the echo of what Hark sent. Somebody
 * answered, so the clock stops. An answer whose question is still unknown is kept until the question comes; one that answers
 * nobody is context and becomes a post.
 */
export function receiveAnswer(event: MessageEvent, known: Known, cause: Cause): Change | undefined {
  const { channel, accountId, person } = event;
  const before = known.answered ?? known.current;
  const change = emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel });
  if (!before && !(person && event.visibility === 'private')) return withoutConversation(event, known, cause);

  const base = before ?? openConversation(event, person ?? { nativeId: accountId }, known, cause);
  const message = messageOf(event, undefined, base.id, cause);
  const outcome = answer(addMessage(base, message), event.at, cause.policies);
  const events: DeskEvent[] = [];
  if (!before) events.push({ name: 'conversation.opened', data: { channel, visibility: event.visibility } });
  const data = { messageId: message.id, visibility: message.visibility, channel };
  events.push({ name: 'message.answered', data }, ...outcome.events);
  const after: Conversation = outcome.conversation;
  const isTheirs = person !== undefined && after.contact.nativeId === person.nativeId;
  return {
    ...change,
    ...(isTheirs && identityWrites(event, known, person, after)),
    conversation: { before, after },
    newMessages: [message],
    events,
  };
}

function withoutConversation(event: MessageEvent, known: Known, cause: Cause): Change | undefined {
  const { channel, accountId, nativeId, text, attachments, at, visibility, permalink } = event;
  const change = emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel });
  const question = event.inReplyTo;
  if (question === undefined || question === known.post?.nativeId) {
    const author = { nativeId: accountId };
    const post = { channel, accountId, nativeId, ours: true, author, text, attachments, at };
    return { ...change, posts: [permalink === undefined ? post : { ...post, permalink }] };
  }
  if (known.parent?.pending?.answer) return undefined;
  const early = { nativeId, visibility, text, attachments, at, receivedAt: cause.now };
  const pending = { ...known.parent?.pending, answer: early };
  return { ...change, pending: [{ channel, accountId, nativeId: question, pending }] };
}
