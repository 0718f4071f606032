import { type Change, emptyChange } from './change.ts';
import { mergeProfile, type Profile } from './contact.ts';
import type { Cause, Known } from './decision.ts';
import { editMessage } from './edit-message.ts';
import type { DeskEvent } from './events.ts';
import type { MessageEvent } from './inbound-event.ts';
import { applyPending } from './pending.ts';
import { receiveAnswer } from './receive-answer.ts';
import { addMessage, messageOf, openConversation } from './record-message.ts';
import { identityWrites } from './record-person.ts';
import { threadOf } from './threading.ts';
import { waitFor } from './waiting.ts';

/**
 * A message arrived from a platform. Ours stop clocks (`receiveAnswer`); a customer's joins, reopens or opens a conversation
 * and starts a clock. Undefined when the message is already there and nothing about it is new.
 */
export function receiveMessage(event: MessageEvent, known: Known, cause: Cause): Change | undefined {
  if (known.message && known.answered) {
    if (event.editedAt === undefined) return undefined;
    const edit = { nativeId: event.nativeId, text: event.text, at: event.editedAt };
    return editMessage(edit, { message: known.message, conversation: known.answered }, cause);
  }
  return event.direction === 'outbound'
    ? receiveAnswer(event, known, cause)
    : receiveCustomer(event, known, cause);
}

function receiveCustomer(event: MessageEvent, known: Known, cause: Cause): Change {
  const person = event.person ?? { nativeId: `unknown:${event.nativeId}` };
  const { channel, accountId, at } = event;
  const thread = threadOf({ channel, accountId, personId: person.nativeId, at }, known);
  const before = thread.way === 'open' ? undefined : thread.conversation;
  const base = before ?? openConversation(event, person, known, cause);
  const message = messageOf(event, person, base.id, cause);

  const events: DeskEvent[] = [];
  if (!before) events.push({ name: 'conversation.opened', data: { channel, visibility: event.visibility } });
  events.push({
    name: 'message.received',
    data: { messageId: message.id, visibility: message.visibility, channel },
  });

  let conversation = addMessage({ ...base, contact: mergeProfile(base.contact, person) }, message);
  const waits = waitFor(conversation, { messageId: message.id, at }, cause.policies);
  const isWanted = waits.conversation.unanswered.some(({ messageId }) => messageId === message.id);
  conversation = isWanted ? { ...waits.conversation, traceId: cause.traceId } : waits.conversation;
  events.push(...waits.events);
  if (isWanted && conversation.status !== 'open') {
    const { resolvedAt: _, ...reopened } = conversation;
    conversation = { ...reopened, status: 'open' };
    if (thread.way === 'reopen') events.unshift({ name: 'conversation.reopened', data: { channel } });
  }

  const change: Change = {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel }),
    conversation: { before, after: conversation },
    newMessages: [message],
    posts: newPost(event, known),
    events,
  };
  return applyPending(withIdentity(change, event, known, person), known.self?.pending, cause);
}

/** Adds what was learnt of the person, and where their thread now stands. Nobody is remembered for an unnamed author. */
function withIdentity(change: Change, event: MessageEvent, known: Known, person: Profile): Change {
  if (!event.person || !change.conversation) return change;
  return { ...change, ...identityWrites(event, known, person, change.conversation.after) };
}

function newPost({ channel, accountId, post }: MessageEvent, known: Known): Change['posts'] {
  if (!post || known.post) return [];
  return [
    {
      channel,
      accountId,
      nativeId: post.nativeId,
      ...(post.permalink !== undefined && { permalink: post.permalink }),
      ...(post.text !== undefined && { text: post.text }),
    },
  ];
}
