import type { Clock } from './clock-schema.ts';
import { type Conversation, runningClocks } from './conversation.ts';
import { timesUsual } from './crowd.ts';

/** One thing that makes a conversation more pressing, with what it adds and why, as a sentence for people. */
export interface ScorePart {
  part: PartName;
  points: number;
  why: string;
}

/** How pressing a conversation is, 0 to 100: the sum of its parts. */
export interface Score {
  score: number;
  parts: ScorePart[];
}

/** What each part can add at most. Together they make 100, so that no part is ever cut off by another. */
export const mostPoints = {
  clock: 25,
  urgency: 18,
  mark: 10,
  reach: 10,
  crowd: 10,
  sentiment: 8,
  vip: 7,
  incident: 5,
  repeated: 4,
  verified: 3,
} as const;
export type PartName = keyof typeof mostPoints;

/** What a part adds by the facts, if anything. */
type Weigh = (conversation: Conversation) => { points: number; why: string } | undefined;

/** Points from the highest bound that a number reaches; bounds in falling order. */
type Bands = readonly (readonly [from: number, points: number])[];

const followerBands: Bands = [
  [1_000_000, 10],
  [100_000, 8],
  [10_000, 5],
  [1000, 2],
];
/** Many say one thing in two messages, so two are not pressing yet; and a message that changes no score moves no row. */
const repetitionBands: Bands = [
  [5, 4],
  [3, 2],
];
/** By how many times the speed of a post exceeds the usual one. */
const crowdBands: Bands = [
  [100, 10],
  [30, 9],
  [10, 8],
  [0, 6],
];
/** From here on the words ask for an answer within the hour. */
const PRESSING = 0.7;
const markPoints = { urgent: 10, high: 6, normal: 2, low: 0 };

/**
 * Every part goes by what stands in the conversation, and by nothing else: the clock's by the steps that it has taken, not by the
 * present. So the score changes only with a write, and the place in the inbox that it was written with is never out of date.
 */
const weighings: Record<PartName, Weigh> = {
  clock: (conversation) => {
    const [nearest] = runningClocks(conversation)
      .map((clock) => ({ clock, points: clockPoints(clock) }))
      .sort((a, b) => b.points - a.points);
    return nearest && { points: nearest.points, why: clockWords(nearest.clock) };
  },
  urgency: ({ triage }) => {
    const urgency = clamped(triage?.urgency ?? 0);
    const points = Math.round(mostPoints.urgency * urgency);
    const why =
      urgency >= PRESSING ? 'The words say that it cannot wait.' : 'The words ask for an answer soon.';
    return points > 0 ? { points, why } : undefined;
  },
  mark: ({ priority }) => ({ points: markPoints[priority], why: `It is marked as ${priority}.` }),
  reach: ({ contact: { followers = 0 } }) => {
    const points = pointsIn(followerBands, followers);
    return points > 0 ? { points, why: `${spelled(followers)} people follow this person.` } : undefined;
  },
  crowd: ({ crowd }) => crowd && { points: pointsIn(crowdBands, timesUsual(crowd)), why: crowdWords(crowd) },
  sentiment: ({ triage }) =>
    triage?.sentiment === 'negative' ? { points: 8, why: 'The person is unhappy with us.' } : undefined,
  vip: ({ vip }) => (vip === true ? { points: 7, why: 'The person is on the list of VIPs.' } : undefined),
  incident: ({ incidentId }) =>
    incidentId === undefined ? undefined : { points: 5, why: 'It belongs to an incident that is open.' },
  repeated: ({ unanswered: { length } }) => {
    const points = pointsIn(repetitionBands, length);
    return points > 0 ? { points, why: `The person wrote ${length} times without an answer.` } : undefined;
  },
  verified: ({ contact }) =>
    contact.verified === true ? { points: 3, why: 'The platform verified who this is.' } : undefined,
};

const partNames = Object.keys(weighings).filter((name): name is PartName => name in weighings);

/** The priority of a conversation with all that it is made of, heaviest first. What is resolved presses nobody. */
export function priorityOf(conversation: Conversation): Score {
  if (conversation.status === 'resolved') return { score: 0, parts: [] };
  const parts = partNames.flatMap((part): ScorePart[] => {
    const weighed = weighings[part](conversation);
    return weighed && weighed.points > 0 ? [{ part, ...weighed }] : [];
  });
  return {
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts: parts.sort((a, b) => b.points - a.points),
  };
}

function isWarned({ steps }: Clock): boolean {
  return steps.some(({ name, firedAt }) => name === 'warning' && firedAt !== undefined);
}

function clockPoints(clock: Clock): number {
  if (clock.state === 'breached') return mostPoints.clock;
  return isWarned(clock) ? 17 : 6;
}

function clockWords(clock: Clock): string {
  const what = clock.kind === 'promise' ? 'What we promised' : 'The answer';
  if (clock.state === 'breached') return `${what} was due at ${clock.dueAt}.`;
  return `${what} is due${isWarned(clock) ? ' soon' : ''}, at ${clock.dueAt}.`;
}

function pointsIn(bands: Bands, value: number): number {
  return bands.find(([from]) => value >= from)?.[1] ?? 0;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function crowdWords({ perMinute, usual }: NonNullable<Conversation['crowd']>): string {
  return `A crowd forms around the post: ${spelled(perMinute)} a minute where ${spelled(usual)} is usual.`;
}

/** A number as people write it: `12,000`, `0.4`. */
function spelled(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
