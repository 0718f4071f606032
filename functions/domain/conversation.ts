import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { isWaiting, nextStep } from './clock.ts';
import { Clock } from './clock-schema.ts';
import { Profile } from './contact.ts';
import { Crowd } from './crowd.ts';
import { ExpertQuestion, nextReminder } from './expert-question-schema.ts';
import { compareInstants } from './instant.ts';
import { type Message, Visibility } from './message.ts';
import { InboxOrder, Priority } from './policy.ts';
import { PromiseMade } from './promise-schema.ts';
import { ConversationTriage } from './triage/labels.ts';

/** One contact's thread with an account of ours, from first word to resolved. */
export const Conversation = z.object({
  id: z.string(),
  /** Counts writes; a change commits only on the version that it was decided on. */
  version: z.number(),
  channel: ChannelName,
  accountId: z.string(),
  contactId: z.string(),
  /** The person as last seen, copied here so that a row of the inbox is one item. */
  contact: Profile,
  status: z.enum(['open', 'snoozed', 'resolved']),
  /** Where the person spoke last, by the platform's time. */
  visibility: Visibility,
  teamId: z.string(),
  ownerId: z.optional(z.string()),
  /** The owner's name when they became it, so that a row of the inbox is one item. */
  ownerName: z.optional(z.string()),
  /** While it is put aside: when it comes back by itself. */
  snoozedUntil: z.optional(z.string()),
  /** What the person writes is kept, starts no clock and stands in no list. */
  blocked: z.optional(z.boolean()),
  /** Ids of the agents who were named in a note and have not written here since. */
  mentioned: z.optional(z.array(z.string())),
  priority: Priority,
  tags: z.optional(z.array(z.string())),
  /** The policy that a routing rule chose; without it the first one that fits. */
  policyId: z.optional(z.string()),
  /** Its team assigns work by itself, so it finds an agent whenever somebody waits in it. */
  pooled: z.optional(z.boolean()),
  /** How exactly its team keeps to the order of deadlines; see `Team`. */
  order: z.optional(InboxOrder),
  /** Whether the person is on the list of VIPs. */
  vip: z.optional(z.boolean()),
  /** The policy that holds again once its incident is over. */
  formerPolicyId: z.optional(z.string()),
  /** The incident that it is part of, as somebody decided. */
  incidentId: z.optional(z.string()),
  /** The crowd that formed around the post that it is about. */
  crowd: z.optional(Crowd),
  /** First words of the latest message; empty when it was deleted. */
  preview: z.string(),
  lastMessageId: z.string(),
  lastMessageAt: z.string(),
  messageCount: z.number(),
  /** The post that the latest public message hangs under. */
  postId: z.optional(z.string()),
  /** The person's messages that nobody of ours answered yet, oldest first. */
  unanswered: z.array(
    z.object({ messageId: z.string(), at: z.string(), visibility: z.optional(Visibility) }),
  ),
  /** Why they write, over the messages that wait; that of the latest ones once all are answered. */
  triage: z.optional(ConversationTriage),
  /** Platform time of the person's latest message; absent while only we spoke. */
  lastInboundAt: z.optional(z.string()),
  /** Platform time of the person's latest private message; the window for private answers counts from it. */
  lastPrivateInboundAt: z.optional(z.string()),
  /** The person's id in private, where the platform uses another one there. */
  privateId: z.optional(z.string()),
  /** Platform time of our earliest answer by a person: until then a response is the first one. */
  firstAnswerAt: z.optional(z.string()),
  /** Platform time of our latest answer by a person. */
  lastAnswerAt: z.optional(z.string()),
  /** The latest clocks, by when they started; earlier ones are in the activity. */
  clocks: z.array(Clock),
  clockCount: z.number(),
  /** What we promised: what still runs, and the latest that is settled. */
  promises: z.optional(z.array(PromiseMade)),
  promiseCount: z.optional(z.number()),
  /** What was asked of people who know, the latest ones. */
  questions: z.optional(z.array(ExpertQuestion)),
  questionCount: z.optional(z.number()),
  openedAt: z.string(),
  resolvedAt: z.optional(z.string()),
  /** Trace id of the delivery that opened the latest waiting episode; alerts carry it on. */
  traceId: z.string(),
});
export type Conversation = z.infer<typeof Conversation>;

/** A resolved conversation is opened again by a message within this time (seconds); later a new one begins. */
export const REOPENING_WINDOW = 72 * 3600;

/** How much of a message the inbox shows. */
const PREVIEW_LENGTH = 140;

/** How many clocks a conversation keeps on its item. */
const CLOCKS_KEPT = 6;

/** The first words of a message, on one line, cut at a whole character; none of what its author took back. */
export function previewOf({ text, deletedAt }: Pick<Message, 'text' | 'deletedAt'>): string {
  if (deletedAt !== undefined) return '';
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return characters.length <= PREVIEW_LENGTH
    ? characters.join('')
    : `${characters.slice(0, PREVIEW_LENGTH - 1).join('')}…`;
}

/** The clock of the response that somebody waits for now, if any. A conversation has at most one. */
export function waitingClock(conversation: Conversation): Clock | undefined {
  return conversation.clocks.find(isWaiting);
}

/** Every clock that runs: that of the response, and those of what we promised. */
export function runningClocks(conversation: Conversation): Clock[] {
  const response = waitingClock(conversation);
  const promised = (conversation.promises ?? []).map(({ clock }) => clock).filter(isWaiting);
  return response ? [response, ...promised] : promised;
}

/** When something is due to the person: an answer, or what we promised; undefined when they wait for neither. */
export function dueNext(conversation: Conversation): string | undefined {
  return runningClocks(conversation)
    .map(({ dueAt }) => dueAt)
    .sort(compareInstants)[0];
}

/** When the conversation next needs a look by itself: the earliest step of its clocks, or the end of its snooze; undefined when nothing is to come. */
export function nextDueAt(conversation: Conversation): string | undefined {
  const { status, snoozedUntil } = conversation;
  if (status === 'resolved') return undefined;
  const steps = runningClocks(conversation).map((clock) => nextStep(clock)?.at);
  const instants = [...steps, nextReminder(conversation), status === 'snoozed' ? snoozedUntil : undefined];
  return instants.filter((instant) => instant !== undefined).sort(compareInstants)[0];
}

/** A copy in which one clock is replaced by its successor. */
export function withClock(conversation: Conversation, clock: Clock): Conversation {
  const clocks = conversation.clocks.map((known) => (known.id === clock.id ? clock : known));
  return { ...conversation, clocks: byStart(clocks) };
}

/** A copy with one clock more. The oldest ones are let go, but never the one that somebody waits on. */
export function withNewClock(conversation: Conversation, clock: Clock): Conversation {
  const clocks = byStart([...conversation.clocks, clock]);
  const kept = clocks.filter((known, index) => isWaiting(known) || index >= clocks.length - CLOCKS_KEPT);
  return { ...conversation, clocks: kept, clockCount: conversation.clockCount + 1 };
}

function byStart(clocks: Clock[]): Clock[] {
  return clocks.sort((a, b) => compareInstants(a.startedAt, b.startedAt));
}
