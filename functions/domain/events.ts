import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { ClockKind, StepName } from './clock-schema.ts';
import { Visibility } from './message.ts';
import { PresenceState } from './presence.ts';
import { PublicFile } from './public-file.ts';
import { Labels } from './triage/labels.ts';

const message = { messageId: z.string(), visibility: Visibility };
/** `reason` is the code of a refusal; `broadcastId` names the broadcast that a message is part of. */
const outgoing = { ...message, reason: z.optional(z.string()), broadcastId: z.optional(z.string()) };
const account = { channel: ChannelName, accountId: z.string() };
const clock = { clockId: z.string(), kind: ClockKind };
const channel = z.string();
const views = z.array(z.string());
/** Two contacts who may be one person. */
const merge = { contactId: z.string(), otherId: z.string() };
const step = {
  ...clock,
  step: StepName,
  to: z.string(),
  startedAt: z.string(),
  dueAt: z.string(),
  channel: z.string(),
};

const question = { questionId: z.string(), expertId: z.string(), channel: z.string() };
const proposal = { ...message, teamId: z.string(), rule: z.string(), agentId: z.optional(z.string()) };
const promise = { promiseId: z.string(), dueAt: z.string(), channel: z.string(), teamId: z.string() };
const broadcast = { broadcastId: z.string(), incidentId: z.optional(z.string()) };
const incident = { incidentId: z.string(), teamId: z.string(), severity: z.string() };

const work = { teamId: z.string(), ownerId: z.optional(z.string()) };

/**
 * Every fact that Hark announces, with the schema of its data. The outbox, the bus, the activity log and the rules of the
 * stack all go by these names; a name is written here and nowhere else as a string of its own.
 */
export const eventData = {
  'conversation.opened': z.object({ channel: z.string(), visibility: Visibility }),
  'conversation.reopened': z.object({ channel: z.string() }),
  'conversation.resolved': z.object({ channel: z.string() }),
  /** Rules decided where a new conversation belongs; `rules` are those that fired, in their order. */
  'conversation.routed': z.object({
    channel: z.string(),
    teamId: z.string(),
    rules: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  /** Absent ids mean nobody. */
  'conversation.assigned': z.object({
    channel,
    ownerId: z.optional(z.string()),
    formerOwnerId: z.optional(z.string()),
  }),
  'conversation.transferred': z.object({ channel, teamId: z.string(), formerTeamId: z.string() }),
  'conversation.snoozed': z.object({ channel, until: z.string() }),
  'conversation.woken': z.object({ channel, because: z.enum(['time', 'message', 'agent']) }),
  'conversation.tagged': z.object({ channel, added: z.array(z.string()), removed: z.array(z.string()) }),
  'conversation.prioritised': z.object({ channel, priority: z.string(), formerPriority: z.string() }),
  'conversation.blocked': z.object({ channel }),
  'conversation.unblocked': z.object({ channel }),
  'conversation.noted': z.object({ channel, noteId: z.string(), mentions: z.array(z.string()) }),
  /** A note named an agent, who is told. */
  'conversation.mentioned': z.object({ channel, noteId: z.string(), agentId: z.string() }),
  /** It left some counted views and entered others, at this version of its; see `viewsOf`. The store tells it, whatever was decided. */
  'conversation.counted': z.object({ channel, version: z.optional(z.number()), left: views, entered: views }),
  /** It stands higher, because a crowd forms around its post. */
  'conversation.raised': z.object({ channel: z.string(), perMinute: z.number(), usual: z.number() }),
  /** It was taken from an agent who is gone. */
  'conversation.returned': z.object({ channel: z.string(), teamId: z.string(), agentId: z.string() }),
  /** Somebody waits in a conversation whose team assigns work by itself, or no longer: in whose hands that is and was. The store tells it, likewise. */
  'conversation.passed': z.object({ from: z.optional(z.object(work)), to: z.optional(z.object(work)) }),
  'message.received': z.object({ ...message, channel: z.string() }),
  /** It came with files that the platform shows for a while only. */
  'message.attached': z.object({ ...message, channel: z.string() }),
  /** Somebody of ours answered, in Hark (`agentId`) or in the platform's own app. */
  'message.answered': z.object({ ...message, channel: z.string(), agentId: z.optional(z.string()) }),
  'message.scheduled': z.object({ ...message, leavesAt: z.string() }),
  /** The platform took what we wrote. */
  'message.sent': z.object(outgoing),
  'message.held': z.object(outgoing),
  'message.unconfirmed': z.object(outgoing),
  'message.failed': z.object(outgoing),
  'message.cancelled': z.object(outgoing),
  'message.requeued': z.object(outgoing),
  'message.handled': z.object(outgoing),
  /** Automatic words told the person when an answer comes; nobody has been answered. */
  'message.acknowledged': z.object(message),
  /** An agent knew better than the classifier what it says. */
  'message.corrected': z.object({ ...message, ...Labels.shape }),
  'message.edited': z.object(message),
  'message.deleted': z.object(message),
  'message.hidden': z.object(message),
  'message.unhidden': z.object(message),
  'message.liked': z.object(message),
  'message.delivered': z.object(message),
  'message.read': z.object(message),
  'clock.started': z.object({ ...clock, startedAt: z.string(), dueAt: z.string(), channel: z.string() }),
  'clock.moved': z.object({ ...clock, startedAt: z.string(), dueAt: z.string(), channel: z.string() }),
  'clock.met': z.object({ ...clock, answeredAt: z.string(), dueAt: z.string() }),
  /** Answered after it was due, or ended because nobody waits any more. */
  'clock.ended': z.object({
    ...clock,
    reason: z.enum(['answered late', 'resolved', 'withdrawn', 'blocked']),
  }),
  'clock.warned': z.object(step),
  'clock.breached': z.object(step),
  'clock.escalated': z.object(step),
  /** We promised something, by when. */
  'promise.made': z.object({
    ...promise,
    agentId: z.optional(z.string()),
    messageId: z.optional(z.string()),
  }),
  'promise.moved': z.object(promise),
  'promise.kept': z.object({ ...promise, keptAt: z.string(), late: z.boolean() }),
  'promise.broken': z.object(promise),
  'promise.withdrawn': z.object({
    ...promise,
    reason: z.enum(['by hand', 'never sent', 'resolved', 'blocked']),
  }),
  /** An agent wrote about a person; `changed` are facts, note and name. */
  'contact.changed': z.object({ contactId: z.string(), changed: z.array(z.string()) }),
  'contact.proposed': z.object(merge),
  'contact.merged': z.object(merge),
  'contact.unmerged': z.object(merge),
  'contact.rejected': z.object(merge),
  /** Somebody who knows was asked by mail, reminded, or answered. */
  'question.asked': z.object(question),
  'question.reminded': z.object(question),
  'question.answered': z.object(question),
  /** An answer waits for a lead's consent because of `rule`, and what they decided. */
  'message.proposed': z.object(proposal),
  'message.approved': z.object(proposal),
  'message.rejected': z.object(proposal),
  /** Nobody decided about it for a while; the leads are told for the `reminder`th time again. */
  'message.reminded': z.object({ ...proposal, reminder: z.number() }),
  /** The platform takes nothing from an account, so its replies wait; `reason` is the code of the refusal. */
  'account.held': z.object({ ...account, heldSince: z.string(), reason: z.string() }),
  'account.released': z.object(account),
  /** A post draws far more likes, shares and replies a minute than is usual; `window` and `age` are minutes. */
  'post.crowd-forming': z.object({
    ...account,
    postId: z.string(),
    perMinute: z.number(),
    usual: z.number(),
    at: z.string(),
    window: z.number(),
    age: z.number(),
    likes: z.number(),
    shares: z.number(),
    replies: z.number(),
  }),
  /** A document of the desk's settings was saved. */
  'settings.changed': z.object({ document: z.string() }),
  'agent.reported': z.object({ agentId: z.string(), state: PresenceState }),
  'broadcast.drafted': z.object(broadcast),
  'broadcast.revised': z.object(broadcast),
  'broadcast.proposed': z.object(broadcast),
  'broadcast.approved': z.object(broadcast),
  'broadcast.scheduled': z.object({ ...broadcast, publishAt: z.string() }),
  'broadcast.publishing': z.object(broadcast),
  'broadcast.paused': z.object(broadcast),
  'broadcast.resumed': z.object(broadcast),
  'broadcast.cancelled': z.object(broadcast),
  'broadcast.done': z.object(broadcast),
  /** What a broadcast says on the status page is to be shown there from now on, below its incident if it has one. */
  'broadcast.shown': z.object({
    ...broadcast,
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    phase: z.optional(z.string()),
    affected: z.optional(z.array(z.string())),
    severity: z.optional(z.string()),
    startsAt: z.optional(z.string()),
    endsAt: z.optional(z.string()),
    files: z.optional(z.array(PublicFile)),
  }),
  'incident.declared': z.object(incident),
  'incident.changed': z.object(incident),
  'incident.updated': z.object({ ...incident, updateId: z.string(), phase: z.string() }),
  'incident.resolved': z.object(incident),
  /** Nobody said anything about an open incident for a while; its owner is told. */
  'incident.stale': z.object({ ...incident, reminder: z.number(), since: z.string() }),
  'conversation.proposed': z.object({ incidentId: z.string() }),
  /** It belongs to an incident now, or no longer does. */
  'conversation.affected': z.object({ incidentId: z.string(), channel: z.string() }),
  'conversation.unaffected': z.object({ incidentId: z.string(), channel: z.string() }),
  /** Many more than usual speak of the same. */
  'spike.noticed': z.object({ spikeId: z.string(), teamId: z.string() }),
} as const;

export type EventName = keyof typeof eventData;
type EventOf<N extends EventName> = N extends EventName
  ? { name: N; data: z.infer<(typeof eventData)[N]> }
  : never;
export type DeskEvent = EventOf<EventName>;

/** The steps of a clock, which mail somebody. */
export const clockAlertEvents = [
  'clock.warned',
  'clock.breached',
  'clock.escalated',
] as const satisfies EventName[];
/** The events that mail somebody. */
export const alertEvents = [
  ...clockAlertEvents,
  'account.held',
  'conversation.mentioned',
  'message.proposed',
  'message.rejected',
  'message.reminded',
  'question.asked',
  'question.reminded',
  'incident.stale',
  'post.crowd-forming',
  'spike.noticed',
] as const satisfies EventName[];
/** The events that change how many conversations each view holds. */
export const tallyEvents = ['conversation.counted'] as const satisfies EventName[];
/** The events that change how our promises stand. */
export const promiseEvents = [
  'promise.made',
  'promise.kept',
  'promise.broken',
  'promise.withdrawn',
] as const satisfies EventName[];
/** The events after which a conversation can be found by more than before. */
export const searchEvents = ['conversation.opened', 'message.received'] as const satisfies EventName[];
/** The events after which an answer may be worth suggesting to others, or no longer. */
export const pastAnswerEvents = [
  'conversation.resolved',
  'conversation.reopened',
] as const satisfies EventName[];
/** The events after which files are to be copied. */
export const mediaEvents = ['message.attached'] as const satisfies EventName[];
/** The events after which a platform may be asked for somebody's name. */
export const strangerEvents = ['conversation.opened'] as const satisfies EventName[];
/** The events after which the public status page tells something else. */
export const statusEvents = [
  'settings.changed',
  'broadcast.shown',
  // The next time of recurring work is known, or called off.
  'broadcast.scheduled',
  'broadcast.cancelled',
  'incident.changed',
  'incident.resolved',
] as const satisfies EventName[];
/** The events that are listened to for what many speak of at once. */
export const spikeEvents = ['message.received'] as const satisfies EventName[];

/** What becomes of an answer to one person that is part of a broadcast. */
export const broadcastAnswerEvents = [
  'message.sent',
  'message.failed',
  'message.cancelled',
] as const satisfies EventName[];

/** The events after which conversations are proposed for incidents, or let go with them. */
export const incidentEvents = [
  'message.received',
  'incident.declared',
  'incident.changed',
  'incident.resolved',
] as const satisfies EventName[];
/** The events after which work may have to find another agent, or stands higher. */
export const assignmentEvents = [
  'conversation.passed',
  'agent.reported',
  'post.crowd-forming',
] as const satisfies EventName[];

/** The events that change what is derived from them: counts, search, spikes, incidents, who works on what. */
export const bookkeepingEvents: readonly EventName[] = [
  ...new Set([
    ...tallyEvents,
    ...promiseEvents,
    ...pastAnswerEvents,
    ...searchEvents,
    ...spikeEvents,
    ...incidentEvents,
    ...assignmentEvents,
  ]),
];

/** The source of Hark's events on the bus. */
export const eventSource = 'hark';

/** What travels in `detail` on the bus; consumers are idempotent on `id`. */
export const Announcement = z.object({
  id: z.string(),
  at: z.string(),
  traceId: z.string(),
  /** Absent from what is about an account. */
  conversationId: z.optional(z.string()),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Announcement = z.infer<typeof Announcement>;
