import type { Change } from '../../../functions/domain/change.ts';
import { startClock } from '../../../functions/domain/clock.ts';
import type { Clock } from '../../../functions/domain/clock-schema.ts';
import type { Identity } from '../../../functions/domain/contact.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Cause } from '../../../functions/domain/decision.ts';
import type {
  EditEvent,
  MessageEvent,
  PostEvent,
  ReceiptEvent,
  RemovalEvent,
} from '../../../functions/domain/inbound-event.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { defaultPolicies, type Policy, type PolicyBook } from '../../../functions/domain/policy.ts';
import type { Reply } from '../../../functions/domain/reply.ts';

/*
 * One small desk for all tests of the domain. Ada is a customer on X, `desk-1` is our account, and everything happens on
 * 20 November 2026, a Friday, unless a test says otherwise.
 */

/** An instant of that day: `10:00`, `10:00:30`, `10:00:30.001`; `+3 10:00` is three days later. */
export function at(time: string): string {
  const [, days = '0', clock = ''] = /^(?:\+(\d+) )?(.*)$/.exec(time) ?? [];
  const midnight = Date.parse('2026-11-20T00:00:00.000Z') + Number(days) * 86_400_000;
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return new Date(midnight + Math.round((hours * 3600 + minutes * 60 + seconds) * 1000)).toISOString();
}

/** The instant some milliseconds after another. */
export function plus(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

export const HOUR = 3_600_000;

/** Ids that sort by time and are the same for the same key, and that a person can read in a failure. */
export const orderedId = (instant: string, key: string) => `${instant.slice(0, -1).replace('.', ',')}~${key}`;

export const aPolicy = (changes: Partial<Policy> = {}): Policy => ({
  id: 'test',
  match: {},
  targets: { firstResponse: 'PT2H', nextResponse: 'PT4H' },
  calendar: '24x7',
  warnAt: 0.75,
  escalation: [
    { after: 'PT15M', to: 'lead' },
    { after: 'PT60M', to: 'admin' },
  ],
  ...changes,
});

export const aPolicyBook = (...policies: Policy[]): PolicyBook => ({ policies, calendars: {} });

export const aCause = (changes: Partial<Cause> = {}): Cause => ({
  now: at('12:00'),
  traceId: 'trace-1',
  policies: defaultPolicies,
  teamId: 'support',
  orderedId,
  ...changes,
});

export const ada = { nativeId: 'ada', name: 'Ada', handle: 'ada_l' };
export const grace = { nativeId: 'grace', name: 'Grace' };

/** Ada says something in public to `desk-1`. */
export const aMessageEvent = (changes: Partial<MessageEvent> = {}): MessageEvent => ({
  channel: 'x',
  accountId: 'desk-1',
  at: at('10:00'),
  kind: 'message',
  nativeId: 'm1',
  direction: 'inbound',
  visibility: 'public',
  person: ada,
  text: 'My card was refused.',
  attachments: [],
  ...changes,
});

/** We answer in the platform's own app. */
export const anAnswerEvent = (changes: Partial<MessageEvent> = {}): MessageEvent => {
  const { person: _, ...event } = aMessageEvent({
    direction: 'outbound',
    nativeId: 'a1',
    at: at('10:30'),
    text: 'We look into it.',
    inReplyTo: 'm1',
  });
  return { ...event, ...changes };
};

export const anEditEvent = (changes: Partial<EditEvent> = {}): EditEvent => ({
  channel: 'x',
  accountId: 'desk-1',
  at: at('10:05'),
  kind: 'edit',
  nativeId: 'm1',
  text: 'My card was refused twice.',
  ...changes,
});

export const aRemovalEvent = (changes: Partial<RemovalEvent> = {}): RemovalEvent => ({
  channel: 'x',
  accountId: 'desk-1',
  at: at('10:10'),
  kind: 'removal',
  nativeId: 'm1',
  removal: 'deleted',
  ...changes,
});

export const aReceiptEvent = (changes: Partial<ReceiptEvent> = {}): ReceiptEvent => ({
  channel: 'x',
  accountId: 'desk-1',
  at: at('11:00'),
  kind: 'receipt',
  receipt: 'read',
  personId: 'ada',
  ...changes,
});

export const aPostEvent = (changes: Partial<PostEvent> = {}): PostEvent => ({
  channel: 'x',
  accountId: 'desk-1',
  at: at('09:00'),
  kind: 'post',
  nativeId: 'p1',
  ours: true,
  text: 'We have moved.',
  attachments: [],
  ...changes,
});

/** Ada's message as it is stored. */
export const aMessage = (changes: Partial<Message> = {}): Message => ({
  id: 'c-ada.m1',
  conversationId: 'c-ada',
  nativeId: 'm1',
  direction: 'inbound',
  visibility: 'public',
  author: { nativeId: 'ada', name: 'Ada' },
  text: 'My card was refused.',
  attachments: [],
  at: at('10:00'),
  receivedAt: at('10:00:01'),
  state: 'received',
  ...changes,
});

/** Ada's thread with us, in which nobody waits. */
export const aConversation = (changes: Partial<Conversation> = {}): Conversation => ({
  id: 'c-ada',
  version: 3,
  channel: 'x',
  accountId: 'desk-1',
  contactId: 'contact-ada',
  contact: ada,
  status: 'open',
  visibility: 'public',
  teamId: 'support',
  priority: 'normal',
  preview: 'Hello',
  lastMessageId: 'c-ada.m0',
  lastMessageAt: at('09:00'),
  messageCount: 1,
  unanswered: [],
  clocks: [],
  clockCount: 0,
  openedAt: at('09:00'),
  traceId: 'trace-0',
  ...changes,
});

/** A running clock of two hours, with a warning after 90 minutes and two escalations. */
export const aClock = (changes: Partial<Clock> = {}, policy: Policy = aPolicy()): Clock => ({
  ...startClock({
    id: 'c1',
    kind: 'firstResponse',
    startedAt: changes.startedAt ?? at('10:00'),
    messageId: 'c-ada.m1',
    policy,
    book: aPolicyBook(policy),
  }),
  ...changes,
});

/** Ada's thread while she waits for an answer to what she said at 10:00, due at 12:00. */
export const aWaitingConversation = (changes: Partial<Conversation> = {}): Conversation =>
  aConversation({
    lastMessageId: 'c-ada.m1',
    lastMessageAt: at('10:00'),
    lastInboundAt: at('10:00'),
    unanswered: [{ messageId: 'c-ada.m1', at: at('10:00'), visibility: 'public' }],
    clocks: [aClock()],
    clockCount: 1,
    ...changes,
  });

export const anIdentity = (changes: Partial<Identity> = {}): Identity => ({
  channel: 'x',
  nativeId: 'ada',
  contactId: 'contact-ada',
  profile: ada,
  threads: { 'desk-1': 'c-ada' },
  version: 2,
  ...changes,
});

/** Mary answers in Hark. */
export const aReply = (changes: Partial<Reply> = {}): Reply => ({
  key: 'r1',
  texts: ['We look into it.'],
  visibility: 'public',
  agent: { id: 'agent-1', name: 'Mary' },
  ...changes,
});

/** The change that a decision made; fails the test when it made none. */
export function decided(change: Change | undefined): Change {
  if (!change) throw new Error('Nothing was decided.');
  return change;
}

/** The conversation as a decision leaves it. */
export function conversationAfter(change: Change | undefined): Conversation {
  const { conversation } = decided(change);
  if (!conversation) throw new Error('The change has no conversation.');
  return conversation.after;
}

/** The names of the events that a decision announces, in order. */
export const announced = (change: Change | undefined) => decided(change).events.map(({ name }) => name);
