import { attachedEvents } from './attachments.ts';
import { type Change, emptyChange } from './change.ts';
import type { Cause, Known } from './decision.ts';
import { echoed } from './echo.ts';
import type { DeskEvent } from './events.ts';
import type { MessageEvent } from './inbound-event.ts';
import { addEarlyAnswers, pendingEvents, withPending } from './pending.ts';
import { keepPromises } from './promises.ts';
import { receiveEcho } from './receive-echo.ts';
import { addMessage, messageOf, openConversation } from './record-message.ts';
import { identityWrites } from './record-person.ts';
import type { EarlyAnswer } from './reference.ts';
import { answer } from './waiting.ts';

/** Answers that wait for one question; more than a person would give to it, so that no item grows without end. */
const EARLY_ANSWERS_KEPT = 20;

/**
 * Our own side said something, seen through the platform: typed in its own app, or the echo of what Hark sent. Somebody
 * answered, so the clock stops. An answer whose question is still unknown is kept until the question comes; one that answers
 * nobody is context and becomes a post. Undefined when it is known already.
 */
export function receiveAnswer(event: MessageEvent, known: Known, cause: Cause): Change | undefined {
  const { channel, accountId, person, visibility } = event;
  if (earlyAnswers(known).some(({ nativeId }) => nativeId === event.nativeId)) return undefined;
  const own = echoed(event, known.departing ?? []);
  if (own) return receiveEcho(event, own, known, cause);
  const before = known.answered ?? known.current;
  if (!before && !(person && visibility === 'private')) return withoutConversation(event, known, cause);

  const base = before ?? openConversation(event, person ?? { nativeId: accountId }, known, cause);
  const pending = known.self?.pending;
  const message = withPending(messageOf(event, undefined, base.id, cause), pending);
  const outcome = answer(addMessage(base, message), event.at, cause.policies);
  const events: DeskEvent[] = [];
  if (!before) events.push({ name: 'conversation.opened', data: { channel, visibility } });
  events.push({ name: 'message.answered', data: { messageId: message.id, visibility, channel } });
  events.push(...attachedEvents(message, channel));
  const kept = keepPromises(outcome.conversation, { at: event.at, messageId: message.id });
  events.push(...(pending ? pendingEvents(message, pending) : []), ...outcome.events, ...kept.events);
  const after = kept.conversation;
  const isTheirs = person !== undefined && after.contact.nativeId === person.nativeId;
  const change: Change = {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel }),
    ...(isTheirs && identityWrites(event, known, person, after)),
    conversation: { before, after },
    newMessages: [message],
    events,
  };
  return addEarlyAnswers(change, pending?.answers, cause);
}

function withoutConversation(event: MessageEvent, known: Known, cause: Cause): Change | undefined {
  const { channel, accountId, nativeId, text, attachments, at, visibility, permalink } = event;
  const change = emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel });
  const question = event.inReplyTo;
  const isOnOurPost = question === known.post?.nativeId && known.post?.ours === true;
  if (question !== undefined && !isOnOurPost) {
    const early = { nativeId, visibility, text, attachments, at, receivedAt: cause.now };
    const answers = [...earlyAnswers(known), early].slice(-EARLY_ANSWERS_KEPT);
    const pending = { ...known.parent?.pending, answers };
    return { ...change, pending: [{ channel, accountId, nativeId: question, pending }] };
  }
  // Nobody to whom it could belong, and never public context: a private message of ours that names no person.
  if (visibility === 'private') return undefined;
  const author = { nativeId: accountId };
  const post = { channel, accountId, nativeId, ours: true, author, text, attachments, at };
  return { ...change, posts: [permalink === undefined ? post : { ...post, permalink }] };
}

function earlyAnswers({ parent }: Known): EarlyAnswer[] {
  return parent?.pending?.answers ?? [];
}
