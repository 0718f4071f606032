import { type Broadcast, type BroadcastState, broadcastDueAt } from './broadcast.ts';
import type { DeskEvent } from './events.ts';
import type { Instant } from './instant.ts';
import type { Refusal } from './refusal.ts';

/** A broadcast after a step, with what is to be announced; or why it cannot take that step. */
export type Move = { after: Broadcast; events: DeskEvent[] } | { refusal: Refusal };

type MoveName =
  | 'propose'
  | 'approve'
  | 'schedule'
  | 'begin'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'finish'
  | 'revise';

/** From where each step may be taken. What nobody approved cannot be published, and what ended stays ended. */
const from: Record<MoveName, readonly BroadcastState[]> = {
  revise: ['draft', 'proposed', 'approved'],
  propose: ['draft'],
  approve: ['draft', 'proposed'],
  schedule: ['approved', 'scheduled'],
  begin: ['scheduled'],
  pause: ['publishing'],
  resume: ['paused'],
  cancel: ['draft', 'proposed', 'approved', 'scheduled', 'publishing', 'paused'],
  finish: ['publishing'],
};

/** How soon after its beginning a broadcast is looked after, in seconds; later ever more seldom, as it goes on for longer. */
const SOONEST_CHECK = 2;
const LATEST_CHECK = 300;

/** Stands for a sweep that has still to come. */
export const NEVER: Instant = '1970-01-01T00:00:00.000Z';

function refuse({ state }: Broadcast, move: MoveName): Refusal | undefined {
  if (from[move].includes(state)) return undefined;
  return {
    code: `broadcast:not-to-${move}`,
    explanation: explanations[state],
    advice: `To ${move} a broadcast, it has to be ${from[move].join(' or ')}.`,
  };
}

const explanations: Record<BroadcastState, string> = {
  draft: 'This broadcast is a draft that nobody has approved.',
  proposed: 'This broadcast waits for a lead or admin to approve it.',
  approved: 'This broadcast is approved and has no time to be published yet.',
  scheduled: 'This broadcast is to be published at its time.',
  publishing: 'This broadcast is being published.',
  paused: 'This broadcast is paused.',
  done: 'This broadcast is done.',
  cancelled: 'This broadcast was cancelled; nothing of it is published any more.',
};

/** What can be taken out of a broadcast again. */
export const removable = [
  'incidentId',
  'accounts',
  'timeZone',
  'recurrence',
  'phase',
  'affected',
  'startsAt',
  'endsAt',
] as const satisfies (keyof Broadcast)[];
export type Removable = (typeof removable)[number];

/** Somebody changed what it says, or took something out of it: whoever approved it approved other words. */
export function revise(
  broadcast: Broadcast,
  change: Partial<Broadcast>,
  without: readonly Removable[] = [],
): Move {
  const refusal = refuse(broadcast, 'revise');
  if (refusal) return { refusal };
  const { approvedBy: _, ...rest } = broadcast;
  const after: Broadcast = { ...rest, ...change, state: 'draft' };
  for (const name of without) Reflect.deleteProperty(after, name);
  return told(after, 'broadcast.revised');
}

/** Somebody who may not publish asks those who may. */
export function propose(broadcast: Broadcast): Move {
  const refusal = refuse(broadcast, 'propose');
  return refusal ? { refusal } : told({ ...broadcast, state: 'proposed' }, 'broadcast.proposed');
}

/** Somebody who may publish stands by what it says. */
export function approve(broadcast: Broadcast, by: { id: string; name: string }): Move {
  const refusal = refuse(broadcast, 'approve');
  return refusal
    ? { refusal }
    : told({ ...broadcast, state: 'approved', approvedBy: by }, 'broadcast.approved');
}

/** It is to be published at an instant, which may be now but not before, and was meant by the clock of a zone where that is said. */
export function schedule(broadcast: Broadcast, publishAt: Instant, now: Instant, timeZone?: string): Move {
  const refusal = refuse(broadcast, 'schedule') ?? (publishAt < now ? inThePast : undefined);
  if (refusal) return { refusal };
  const zone = timeZone !== undefined && { timeZone };
  const after: Broadcast = { ...broadcast, ...zone, state: 'scheduled', publishAt };
  return { after, events: [{ name: 'broadcast.scheduled', data: { ...named(after), publishAt } }] };
}

const inThePast: Refusal = {
  code: 'broadcast:in-the-past',
  explanation: 'The time of publishing has passed already.',
  advice: 'Choose a later time, or leave it out to publish now.',
};

/** Its time has come. Undefined before it, and when it began already or was called off. */
export function begin(broadcast: Broadcast, now: Instant): Move | undefined {
  const { publishAt } = broadcast;
  if (broadcast.state !== 'scheduled' || publishAt === undefined || publishAt > now) return undefined;
  const course = { begunAt: now, checkAt: now, sweptAt: now, isPlanned: false };
  return told({ ...broadcast, state: 'publishing', course }, 'broadcast.publishing');
}

/** What has not left waits until it is resumed. */
export function pause(broadcast: Broadcast): Move {
  const refusal = refuse(broadcast, 'pause');
  return refusal ? { refusal } : told({ ...broadcast, state: 'paused' }, 'broadcast.paused');
}

/** It goes on: whatever has not left is looked for at once. */
export function resume(broadcast: Broadcast, now: Instant): Move {
  const { course } = broadcast;
  const refusal = refuse(broadcast, 'resume');
  if (refusal) return { refusal };
  const after: Broadcast = { ...broadcast, state: 'publishing' };
  if (course) after.course = { ...course, checkAt: now, sweptAt: NEVER };
  return told(after, 'broadcast.resumed');
}

/** Nothing of it leaves any more. What left stays. */
export function cancel(broadcast: Broadcast, now: Instant): Move {
  const refusal = refuse(broadcast, 'cancel');
  if (refusal) return { refusal };
  const after: Broadcast = { ...broadcast, state: 'cancelled', endedAt: now };
  if (broadcast.course) after.course = { ...broadcast.course, checkAt: now };
  return told(after, 'broadcast.cancelled');
}

/** All of it has left, or never will. */
export function finish(broadcast: Broadcast, now: Instant): Move {
  const refusal = refuse(broadcast, 'finish');
  return refusal ? { refusal } : told({ ...broadcast, state: 'done', endedAt: now }, 'broadcast.done');
}

/** It is being looked after now; undefined when that is not due, because somebody else does. */
export function check(broadcast: Broadcast, now: Instant): Broadcast | undefined {
  const { course } = broadcast;
  const dueAt = broadcastDueAt(broadcast);
  if (!course || dueAt === undefined || dueAt > now) return undefined;
  const age = (Date.parse(now) - Date.parse(course.begunAt)) / 1000;
  const seconds = Math.min(LATEST_CHECK, Math.max(SOONEST_CHECK, age / 10));
  return { ...broadcast, course: { ...course, checkAt: secondsAfter(now, seconds) } };
}

/** What was not sent of a cancelled broadcast is marked so; nobody has to look after it any more. */
export function letGo(broadcast: Broadcast): Broadcast {
  const { checkAt: _, ...course } = broadcast.course ?? { begunAt: NEVER, sweptAt: NEVER, isPlanned: true };
  return { ...broadcast, course };
}

export function drafted(broadcast: Broadcast): Extract<Move, { after: Broadcast }> {
  return told(broadcast, 'broadcast.drafted');
}

type Told =
  `broadcast.${'drafted' | 'revised' | 'proposed' | 'approved' | 'publishing' | 'paused' | 'resumed' | 'cancelled' | 'done'}`;

function told(after: Broadcast, name: Told): Extract<Move, { after: Broadcast }> {
  return { after, events: [{ name, data: named(after) }] };
}

function named({ id, incidentId }: Broadcast): { broadcastId: string; incidentId?: string } {
  return { broadcastId: id, ...(incidentId !== undefined && { incidentId }) };
}

function secondsAfter(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
