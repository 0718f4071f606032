import { isOpen } from './business-time.ts';
import type { Change } from './change.ts';
import type { Clock } from './clock-schema.ts';
import { type Conversation, waitingClock } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Message } from './message.ts';
import { calendarOf, type Policy, policyFor } from './policy.ts';

/** Words about a message older than this (seconds) would come as a surprise. */
const FRESH = 3600;

/** Whether automatic words that waited on their way are still of use: nobody answered since, and they are fresh. */
export function isOfUse({ at, outbound }: Message, { lastAnswerAt }: Conversation, now: Instant): boolean {
  if (outbound?.automatic !== true) return true;
  return (lastAnswerAt === undefined || lastAnswerAt < at) && Date.parse(now) - Date.parse(at) < FRESH * 1000;
}

/**
 * Adds an automatic acknowledgement to the change that starts somebody's waiting, where the policy wants one and the answer will take
 * a while: we are closed, or others wait for overdue answers already. It says when the answer comes at the latest, once for each
 * waiting, and stops no clock. In public only a question gets one: nobody wants praise to be answered by a machine.
 */
export function acknowledge(change: Change, cause: Cause): Change {
  const conversation = change.conversation?.after;
  const clock = conversation && waitingClock(conversation);
  const hasStarted = change.events.some(({ name }) => name === 'clock.started');
  const message = change.newMessages.find(({ direction }) => direction === 'inbound');
  if (!conversation || !clock || !hasStarted || !message || !change.conversation) return change;
  const policy = policyFor(cause.policies, conversation);
  if (!policy.acknowledgement || !wantsWords(policy, message, cause)) return change;
  const words = acknowledgementOf(conversation, message, { policy, clock }, cause);
  const data = { messageId: words.id, visibility: words.visibility };
  return {
    ...change,
    conversation: {
      ...change.conversation,
      after: { ...conversation, messageCount: conversation.messageCount + 1 },
    },
    newMessages: [...change.newMessages, words],
    events: [...change.events, { name: 'message.acknowledged', data }],
  };
}

function wantsWords(policy: Policy, message: Message, { now, policies, behind }: Cause): boolean {
  const calendar = calendarOf(policy, policies);
  const isFresh = Date.parse(now) - Date.parse(message.at) < FRESH * 1000;
  const isLate = behind === true || (calendar !== undefined && !isOpen(now, calendar));
  const isForIt =
    message.visibility === 'private' ||
    (policy.acknowledgement?.inPublic === true && message.text.includes('?'));
  return isFresh && isLate && isForIt && message.deletedAt === undefined && mayBeAnswered(message);
}

/** A platform may refuse public words to somebody who did not call for us. */
function mayBeAnswered({ visibility, addressesUs }: Message): boolean {
  return visibility === 'private' || addressesUs !== false;
}

function acknowledgementOf(
  { id, channel }: Conversation,
  { nativeId, visibility, inReplyTo }: Message,
  { policy, clock }: { policy: Policy; clock: Clock },
  cause: Cause,
): Message {
  const { now } = cause;
  const timeZone = calendarOf(policy, cause.policies)?.timeZone ?? 'UTC';
  return {
    id: `${id}.${cause.orderedId(now, `acknowledgement:${id}:${clock.id}`)}`,
    conversationId: id,
    direction: 'outbound',
    visibility,
    author: { name: `Hark on ${channel}` },
    text: (policy.acknowledgement?.text ?? '').replaceAll('{due}', spellInstant(clock.dueAt, timeZone)),
    attachments: [],
    at: now,
    receivedAt: now,
    state: 'queued',
    ...(visibility === 'public' && nativeId !== undefined && { inReplyTo: nativeId }),
    outbound: {
      leavesAt: now,
      attempts: 0,
      automatic: true,
      ...(visibility === 'public' && inReplyTo !== undefined && { under: inReplyTo }),
    },
  };
}

/** An instant as people in a time zone say it, such as `Monday, 23 November, 09:00`. */
function spellInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
}
