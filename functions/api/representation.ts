import type { ChannelLimits } from '../channels/channel.ts';
import type { ChannelSender } from '../channels/sending.ts';
import { isWaiting } from '../domain/clock.ts';
import type { Clock } from '../domain/clock-schema.ts';
import { type Conversation, runningClocks } from '../domain/conversation.ts';
import type { ExpertQuestion } from '../domain/expert-question-schema.ts';
import type { Engagement, Message, Outbound, Post } from '../domain/message.ts';
import type { Note } from '../domain/note.ts';
import { priorityOf } from '../domain/priority.ts';
import { type PromiseMade, promiseState } from '../domain/promise-schema.ts';
import { placeInInbox } from '../store/conversation-item.ts';
import type { Activity } from '../store/conversations.ts';
import { channelAbilities } from './channel-abilities.ts';
import { type InvitationOffer, invitationOffer } from './invitation-offer.ts';

/** A clock as the API shows it. A waiting clock counts as breached from the instant after it was due, told or not. */
export function clockView(clock: Clock, now: string) {
  const { id, kind, startedAt, dueAt, answeredAt, endedAt, why, steps } = clock;
  const state = isWaiting(clock) && now > dueAt ? 'breached' : clock.state;
  return { id, kind, state, startedAt, dueAt, answeredAt, endedAt, waiting: isWaiting(clock), why, steps };
}

/** Its clocks, and last those that run, by which of them is due first: that of what we promised may be before the answer's, or the only one. */
function clocksOf(conversation: Conversation): Clock[] {
  const running = runningClocks(conversation).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return [...conversation.clocks.filter((clock) => !isWaiting(clock)), ...running];
}

/** A promise as the API shows it. */
export function promiseView(promise: PromiseMade, now: string) {
  const { id, text, agentId, madeIn, keptIn, clock } = promise;
  const { startedAt: madeAt, dueAt, answeredAt: keptAt } = clock;
  return { id, text, dueAt, state: promiseState(promise, now), madeAt, keptAt, agentId, madeIn, keptIn };
}

/** A question to an expert as the API shows it: the link's proof is the expert's alone. */
export function questionView({ token: _, ...question }: ExpertQuestion) {
  return question;
}

/** A row of the inbox. `limits` are those of its channel. */
export function conversationView(
  conversation: Conversation,
  now: string,
  limits?: Pick<ChannelLimits, 'privateWindow'>,
) {
  const { id, channel, accountId, visibility, status, priority, teamId, preview } = conversation;
  const { ownerId, ownerName, tags = [], snoozedUntil, blocked, incidentId } = conversation;
  const { contactId, contact, lastMessageAt, messageCount, openedAt, resolvedAt, version } = conversation;
  return {
    id,
    channel,
    accountId,
    visibility,
    status,
    priority,
    ...scoreView(conversation),
    teamId,
    ownerId,
    ownerName,
    tags,
    snoozedUntil,
    blocked,
    incidentId,
    contact: { id: contactId, ...contact },
    preview,
    lastMessageAt,
    messageCount,
    unanswered: conversation.unanswered.length,
    ...triageView(conversation),
    clocks: clocksOf(conversation).map((clock) => clockView(clock, now)),
    promises: (conversation.promises ?? []).map((promise) => promiseView(promise, now)),
    window: windowOf(conversation, limits),
    /** Sorts like the list that it stands in, so that a page can put it there by itself. */
    place: placeInInbox(conversation),
    openedAt,
    resolvedAt,
    version,
  };
}

/** How pressing it is, and what that is made of. */
function scoreView(conversation: Conversation) {
  const { score, parts } = priorityOf(conversation);
  return { score, scoreParts: parts };
}

/** Why they write and how they feel, as far as it is known. */
function triageView({ triage }: Conversation) {
  if (!triage) return {};
  const { reason, sentiment, urgency, language, needsReply, spam } = triage;
  return { reason, sentiment, urgency, language, needsReply, spam };
}

/**
 * Until when we may write in private: with automatic words, and as people. Undefined where there is no end, or where the person has
 * not written in private, which opens the window.
 */
export function windowOf(
  { lastPrivateInboundAt }: Conversation,
  limits: Pick<ChannelLimits, 'privateWindow'> | undefined,
) {
  const { privateWindow } = limits ?? {};
  if (privateWindow === undefined || lastPrivateInboundAt === undefined) return undefined;
  const after = (seconds: number) =>
    new Date(Date.parse(lastPrivateInboundAt) + seconds * 1000).toISOString();
  return { endsAt: after(privateWindow.any), humanEndsAt: after(privateWindow.human) };
}

/** A message, with how many liked and shared it when it is public. */
export function messageView(
  { conversationId: _, doing: __, outbound, ...message }: Message,
  engagement: Engagement | undefined,
) {
  return { ...message, ...(outbound && { outbound: outboundView(outbound) }), engagement };
}

/** How far a message of ours came, without the desk's own notes on it. */
function outboundView({
  leavesAt,
  automatic,
  invitation,
  series,
  attempts,
  looks,
  refusal,
  handledBy,
  approval,
  promises,
}: Outbound) {
  return { leavesAt, automatic, invitation, series, attempts, looks, refusal, handledBy, approval, promises };
}

function invitationView(offer: InvitationOffer) {
  if (!offer.available) return offer;
  const { question, until } = offer;
  return { available: true, messageId: question.id, until };
}

/** A conversation with all that the agent sees beside it. */
export function conversationDetail(
  conversation: Conversation,
  context: {
    messages: Message[];
    hasEarlier: boolean;
    notes: Note[];
    activity: Activity[];
    posts: Post[];
    engagement: Map<string, Engagement>;
    now: string;
    sender?: ChannelSender | undefined;
  },
) {
  const { messages, hasEarlier, notes, activity, posts, engagement, now, sender } = context;
  return {
    ...conversationView(conversation, now, sender?.limits),
    ...channelAbilities(sender),
    invitation: invitationView(invitationOffer(conversation, messages, sender, now)),
    questions: (conversation.questions ?? []).map(questionView),
    messages: messages.map((message) => messageView(message, engagement.get(message.nativeId ?? ''))),
    hasEarlier,
    notes: notes.map(noteView),
    posts: posts.map((post) => ({ ...post, engagement: engagement.get(post.nativeId) })),
    activity: activity.flatMap(({ id, at, actor, traceId, events }) =>
      events.map(({ name, data }, index) => ({ id: `${id}.${index}`, at, actor, traceId, name, data })),
    ),
  };
}

/** A note as the API shows it. */
export function noteView({ conversationId: _, ...note }: Note) {
  return note;
}
