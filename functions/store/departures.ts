import type { Conversation } from '../domain/conversation.ts';
import { echoed } from '../domain/echo.ts';
import type { MessageEvent } from '../domain/inbound-event.ts';
import type { Message } from '../domain/message.ts';
import type { Departure } from '../domain/outbound-change.ts';
import type { Aftermath } from '../domain/retract-answer.ts';
import { asksNothing } from '../domain/triage/message-triage.ts';
import { getConversation, getMessage, latestMessages } from './conversations.ts';
import { listMessagesIn } from './hard-cases.ts';
import { isMessageId } from './keys.ts';
import { getSettings, policySettings } from './settings.ts';
import type { Table } from './table.ts';

/** A message of ours that goes or went out from Hark, with its conversation (A1, A2); undefined for any other message. */
export async function getDeparture(table: Table, messageId: string): Promise<Departure | undefined> {
  const [conversation, message] = await Promise.all([
    getConversation(table, messageId.split('.')[0] ?? ''),
    getMessage(table, messageId),
  ]);
  return conversation && message && departureOf(conversation, message);
}

function departureOf(conversation: Conversation, message: Message): Departure | undefined {
  const { outbound } = message;
  return outbound && { conversation, message: { ...message, outbound } };
}

/** How many of a conversation's latest messages may have been heard of since an answer that is taken back. */
const LATE_REACH = 50;

/** What has to be known of a message's conversation before it is sure that the message never leaves (A2, A12). */
export async function loadAftermath(table: Table, { conversation, message }: Departure): Promise<Aftermath> {
  const { stopped } = message.outbound;
  const known = new Set(stopped?.questions.map(({ messageId }) => messageId));
  const [recent, { value: policies }] = await Promise.all([
    stopped ? latestMessages(table, conversation.id, LATE_REACH) : [],
    getSettings(table, policySettings),
  ]);
  const late = recent.filter(
    ({ id, direction, receivedAt, deletedAt, triage }) =>
      direction === 'inbound' &&
      deletedAt === undefined &&
      !asksNothing({ triage }) &&
      receivedAt >= message.receivedAt &&
      !known.has(id),
  );
  return {
    policies,
    late: late.map(({ id: messageId, at, visibility }) => ({ messageId, at, visibility })),
    gone: recent.flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [] : id)),
  };
}

/** How many of a thread's latest messages may still be on their way when the platform shows one of them back. */
const REACH = 20;
/** How many messages that are being sent elsewhere are looked at; more of them at once, and an echo is news. */
const ELSEWHERE = 50;

/**
 * The messages of ours that an echo may show back: the one that it names; else those of the thread where it turned up (A2). When
 * none of these is it, those that are being sent in public elsewhere (A19): a platform with two levels of comments shows an
 * answer to an answer in the thread of the first one.
 */
export async function listDeparting(
  table: Table,
  echo: MessageEvent,
  thread: Conversation | undefined,
): Promise<Departure[]> {
  const { clientReference } = echo;
  if (clientReference !== undefined) {
    const named = isMessageId(clientReference) ? await getDeparture(table, clientReference) : undefined;
    return named && isOf(echo, named.conversation) ? [named] : [];
  }
  const latest = thread ? await latestMessages(table, thread.id, REACH) : [];
  const here = latest.flatMap((message) => (thread && departureOf(thread, message)) ?? []);
  if (echo.visibility === 'private' || echoed(echo, here)) return here;
  return [...here, ...(await sentElsewhere(table, echo, thread))];
}

async function sentElsewhere(
  table: Table,
  echo: MessageEvent,
  thread: Conversation | undefined,
): Promise<Departure[]> {
  const [sending, unconfirmed] = await Promise.all([
    listMessagesIn(table, 'sending', ELSEWHERE),
    listMessagesIn(table, 'unconfirmed', ELSEWHERE),
  ]);
  const others = [...sending, ...unconfirmed].filter(
    ({ conversationId, visibility, outbound }) =>
      conversationId !== thread?.id && visibility === 'public' && outbound?.under !== undefined,
  );
  const departures = await Promise.all(others.map(({ id }) => getDeparture(table, id)));
  return departures
    .filter((departure) => departure !== undefined)
    .filter(({ conversation }) => isOf(echo, conversation));
}

function isOf({ channel, accountId }: MessageEvent, conversation: Conversation): boolean {
  return conversation.channel === channel && conversation.accountId === accountId;
}
