import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';
import type { Message, Outbound } from './message.ts';
import { unsayPromises } from './promises.ts';
import type { Refusal } from './refusal.ts';
import { type Aftermath, retractAnswer } from './retract-answer.ts';

/** A message of ours on its way, with the conversation that it belongs to. */
export interface Departure {
  conversation: Conversation;
  message: Message & { outbound: Outbound };
}

/** When a decision about a departure is made, as part of which request, and by whom. */
export interface Moment {
  now: Instant;
  traceId: string;
  actor: string;
}

type OutgoingEvent =
  `message.${'sent' | 'held' | 'unconfirmed' | 'failed' | 'cancelled' | 'requeued' | 'handled'}`;

/** What is announced of a message on its way. */
export function told(
  name: OutgoingEvent,
  { id: messageId, visibility, outbound }: Message,
  refusal?: Refusal,
): DeskEvent {
  const { broadcastId } = outbound ?? {};
  const data = { messageId, visibility, ...(broadcastId !== undefined && { broadcastId }) };
  return { name, data: { ...data, ...(refusal && { reason: refusal.code }) } };
}

/** A change of messages of one conversation, which itself stays as it is unless `after` says otherwise. */
export function outboundChange(
  conversation: Conversation,
  messages: Message[],
  events: DeskEvent[],
  { now, traceId, actor }: Moment,
  after: Conversation = conversation,
): Change {
  return {
    ...emptyChange({ traceId, at: now, actor }),
    conversation: { before: conversation, after },
    changedMessages: messages,
    events,
  };
}

/** Nobody works at it any more. */
export function freed({ leasedUntil: _, refusal: __, ...outbound }: Outbound, refusal?: Refusal): Outbound {
  return refusal ? { ...outbound, refusal } : outbound;
}

/** The conversation once it is sure that a message never leaves: who waited for it waits again, and the inbox forgets its words. */
export function withoutDeparture(
  conversation: Conversation,
  { id, outbound }: Message,
  aftermath: Aftermath,
): Outcome {
  const { stopped, covered } = outbound ?? {};
  const isShown = covered !== undefined && conversation.lastMessageId === id;
  const shown = isShown ? { ...conversation, ...covered } : conversation;
  if (!stopped) return { conversation: shown, events: [] };
  const retracted = retractAnswer(shown, stopped, aftermath);
  const unsaid = unsayPromises(retracted.conversation, id, stopped.at);
  return { conversation: unsaid.conversation, events: [...retracted.events, ...unsaid.events] };
}

/** The instant some seconds after another. */
export function secondsAfter(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
