import { type Change, emptyChange } from '../../../functions/domain/change.ts';
import type { Clock } from '../../../functions/domain/clock-schema.ts';
import type { Identity } from '../../../functions/domain/contact.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';

/** The instant at which everything in these tests happens unless it says otherwise. */
export const NOW = '2026-11-20T10:15:05.000Z';

const cause = { traceId: 'trace-1', at: NOW, actor: 'x' };

/** A conversation id that sorts by `at`; different keys give different ids. */
export function conversationId(key: string, at = NOW): string {
  return orderedId(at, key);
}

/** A clock that runs out at `dueAt` and takes its next step at `warnAt`. */
export function runningClock(dueAt: string, warnAt = dueAt): Clock {
  return {
    id: 'c1',
    kind: 'firstResponse',
    state: 'running',
    startedAt: NOW,
    dueAt,
    steps: [
      { name: 'warning', at: warnAt, to: 'team' },
      { name: 'breach', at: dueAt, to: 'team' },
    ],
    why: {
      policyId: 'x',
      target: 'PT2H',
      countedFrom: NOW,
      messageId: 'm',
      calendar: '24x7',
      closedSeconds: 0,
      sentence: 'The policy allows 2 hours.',
    },
  };
}

/** A conversation of X with nobody waiting, as it is before its first write. */
export function sampleConversation(key: string, fields: Partial<Conversation> = {}): Conversation {
  const id = conversationId(key);
  return {
    id,
    version: 0,
    channel: 'x',
    accountId: '1800000000000000001',
    contactId: 'contact-1',
    contact: { nativeId: `person-${key}`, handle: 'ines_okoro_ex' },
    status: 'open',
    visibility: 'public',
    teamId: 'support',
    priority: 'normal',
    preview: 'My parcel is late',
    lastMessageId: `${id}.${orderedId(NOW, 'first')}`,
    lastMessageAt: NOW,
    messageCount: 1,
    unanswered: [],
    clocks: [],
    clockCount: 0,
    openedAt: NOW,
    traceId: 'trace-1',
    ...fields,
  };
}

/** An inbound message of a conversation; its native id is the key. */
export function sampleMessage(
  conversation: Pick<Conversation, 'id'>,
  key: string,
  fields: Partial<Message> = {},
): Message {
  const at = fields.at ?? NOW;
  return {
    id: `${conversation.id}.${orderedId(at, key)}`,
    conversationId: conversation.id,
    nativeId: key,
    direction: 'inbound',
    visibility: 'public',
    author: { nativeId: 'person-1' },
    text: 'My parcel is late',
    attachments: [],
    at,
    receivedAt: NOW,
    state: 'received',
    ...fields,
  };
}

/** The person on X who speaks in a conversation. */
export function sampleIdentity(conversation: Conversation, fields: Partial<Identity> = {}): Identity {
  const { contact, contactId, accountId, id } = conversation;
  return {
    channel: 'x',
    nativeId: contact.nativeId,
    contactId,
    profile: contact,
    threads: { [accountId]: id },
    version: 0,
    ...fields,
  };
}

/** A change that writes what the fields name. */
export function sampleChange(fields: Partial<Change> = {}): Change {
  return { ...emptyChange(cause), ...fields };
}

/** The change that opens a conversation with a message. */
export function opening(conversation: Conversation, message: Message): Change {
  return sampleChange({
    conversation: { before: undefined, after: conversation },
    newMessages: [message],
    events: [
      {
        name: 'message.received',
        data: { messageId: message.id, visibility: message.visibility, channel: 'x' },
      },
    ],
  });
}
