import { acknowledge } from './acknowledgement.ts';
import { attachedEvents } from './attachments.ts';
import { type Change, emptyChange } from './change.ts';
import { mergeProfile, type Profile } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { Cause, Known } from './decision.ts';
import { editMessage } from './edit-message.ts';
import type { DeskEvent } from './events.ts';
import type { MessageEvent } from './inbound-event.ts';
import { addEarlyAnswers, pendingEvents, withPending } from './pending.ts';
import { placeConversation, withVip } from './place-conversation.ts';
import { receiveAnswer } from './receive-answer.ts';
import { addMessage, messageOf, openConversation } from './record-message.ts';
import { identityWrites } from './record-person.ts';
import { threadOf } from './threading.ts';
import { withHeard, withTriage } from './triage/message-triage.ts';
import { waken } from './waken.ts';

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
  const { channel, accountId, at, visibility } = event;
  const thread = threadOf({ channel, accountId, personId: person.nativeId, at }, known);
  const before = thread.way === 'open' ? undefined : thread.conversation;
  const base = asBlocked(before ?? openConversation(event, person, known, cause), known);
  const pending = known.self?.pending;
  const said = withPending(messageOf(event, person, base.id, cause), pending);
  const message = withTriage(said, channel, cause);
  const contact = { ...mergeProfile(base.contact, person), nativeId: base.contact.nativeId };
  const heard = withVip(withHeard(addMessage({ ...base, contact }, message), message), cause);
  const placed = before
    ? { conversation: heard, events: [] }
    : placeConversation(heard, message, cause, known.facts);
  const woken = waken(placed.conversation, message, cause);
  const change: Change = {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: channel }),
    conversation: { before, after: woken.conversation },
    newMessages: [message],
    posts: newPost(event, known),
    events: [
      ...begun(before, woken.conversation),
      ...placed.events,
      { name: 'message.received', data: { messageId: message.id, visibility, channel } },
      ...attachedEvents(message, channel),
      ...(pending ? pendingEvents(message, pending) : []),
      ...woken.events,
    ],
  };
  const told = addEarlyAnswers(withIdentity(change, event, known, person), pending?.answers, cause);
  return acknowledge(told, cause);
}

/** Whoever is blocked is so in every conversation, also in one that another account of ours has with them. */
function asBlocked(conversation: Conversation, { identity }: Known): Conversation {
  return identity?.blocked ? { ...conversation, blocked: true } : conversation;
}

function begun(before: Conversation | undefined, { channel, visibility, status }: Conversation): DeskEvent[] {
  if (!before) return [{ name: 'conversation.opened', data: { channel, visibility } }];
  const isBack = before.status === 'resolved' && status === 'open';
  return isBack ? [{ name: 'conversation.reopened', data: { channel } }] : [];
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
