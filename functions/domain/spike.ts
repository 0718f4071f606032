import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import type { Message } from './message.ts';
import { Severity } from './status-entry.ts';
import { tokensOf } from './triage/tokens.ts';
import { topicsOf } from './triage/topics.ts';

/** When many speak of the same is news: the numbers that decide it. */
export interface SpikeRules {
  /** How far back it is counted, in minutes. */
  windowMinutes: number;
  /** Fewer people than this are no spike, however quiet it usually is. */
  minimum: number;
  /** How many standard deviations above the usual it has to be. */
  sensitivity: number;
  /** For how long, in minutes, more of the same is the same spike. */
  coolDownMinutes: number;
}

/**
 * At five people the detector is right about a quiet desk; the sensitivity keeps a busy one, which hears hundreds of words an hour,
 * from being told of chance. `npm run bench -- spikes` measures both.
 */
export const spikeRules: SpikeRules = {
  windowMinutes: 15,
  minimum: 5,
  sensitivity: 3.5,
  coolDownMinutes: 180,
};

/** How long one counter counts, in minutes. */
export const BUCKET_MINUTES = 5;
/** How many hours before now say what is usual today. */
export const RECENT_HOURS = 3;
/** How many weeks say what is usual at this hour of the week. */
export const WEEKS = 4;
/** How many minutes around the same time of an earlier week are looked at, since no rhythm is exact. */
export const AROUND_MINUTES = 60;

const MINUTE = 60_000;

/** The conversations that spoke of a topic within one bucket, which begins at `from`. */
export interface Heard {
  from: Instant;
  conversationIds: readonly string[];
}

/** The beginning of the bucket that an instant lies in. */
export function bucketOf(at: Instant): Instant {
  const size = BUCKET_MINUTES * MINUTE;
  return new Date(Math.floor(Date.parse(at) / size) * size).toISOString();
}

/** The beginning of the window that ends with the bucket of `now`. */
export function windowStart(now: Instant, { windowMinutes }: SpikeRules): Instant {
  return minutesAfter(bucketOf(now), BUCKET_MINUTES - windowMinutes);
}

/** An instant so many minutes after another. */
export function minutesAfter(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * MINUTE).toISOString();
}

/** So many speak of the same at once that it is news. */
export interface Rush {
  conversationIds: string[];
  /** How many there would be in an ordinary window of this length. */
  usual: number;
  severity: Severity;
}

/**
 * Whether so many more than usual speak of a topic in the window that ends with `now` that it is news. Usual is what was heard in the
 * hours before, and around this time of earlier weeks, whichever is more: a rhythm is no news, nor is what has been going on.
 */
export function rushOf(
  recent: readonly Heard[],
  weeks: readonly (readonly Heard[])[],
  now: Instant,
  rules: SpikeRules = spikeRules,
): Rush | undefined {
  const start = windowStart(now, rules);
  const conversationIds = [
    ...new Set(recent.filter(({ from }) => from >= start).flatMap((heard) => heard.conversationIds)),
  ];
  const count = conversationIds.length;
  if (count < rules.minimum) return undefined;
  const usual = Math.max(
    perWindow(
      recent.filter(({ from }) => from < start),
      RECENT_HOURS * 60,
      rules,
    ),
    ...weeks.map((week) => perWindow(week, 2 * AROUND_MINUTES, rules)),
    0,
  );
  const excess = deviations(count, usual);
  return excess < rules.sensitivity
    ? undefined
    : { conversationIds, usual, severity: severityOf(excess, rules) };
}

function perWindow(heard: readonly Heard[], minutes: number, { windowMinutes }: SpikeRules): number {
  const sum = heard.reduce((total, { conversationIds }) => total + conversationIds.length, 0);
  return (sum * windowMinutes) / minutes;
}

/**
 * How many standard deviations a count lies above its mean, by Anscombe's transform, under which counts of rare things spread as
 * those of frequent ones do.
 */
function deviations(count: number, mean: number): number {
  return 2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(mean + 3 / 8));
}

function severityOf(excess: number, { sensitivity }: SpikeRules): Severity {
  if (excess >= 4 * sensitivity) return 'critical';
  return excess >= 2 * sensitivity ? 'major' : 'minor';
}

/** Many more than usual spoke of the same. */
export const Spike = z.object({
  id: z.string(),
  teamId: z.string(),
  /** What they speak of, the most frequent first. */
  topic: z.array(z.string()),
  /** How many people, in the window in which they were most. */
  count: z.number(),
  usual: z.number(),
  windowMinutes: z.number(),
  severity: Severity,
  noticedAt: Instant,
  /** When it was last more than usual. */
  lastAt: Instant,
  /** The latest conversations that speak of it. */
  conversationIds: z.array(z.string()),
  state: z.enum(['new', 'dismissed', 'incident']),
  /** Who put it aside. */
  dismissedBy: z.optional(z.string()),
  incidentId: z.optional(z.string()),
  version: z.number(),
});
export type Spike = z.infer<typeof Spike>;

/** How many conversations a spike names. */
const NAMED = 50;
/** How many words name it. */
const WORDS = 5;
/** It has to grow by one in so many to be written twice within a minute. */
const NOTED_GROWTH = 10;
/** The share of conversations in common that makes two rushes one. */
const SHARED = 0.3;

/** The spike that a rush is more of, among those of the team that are not over; undefined when it is a new one. */
export function spikeOf(
  rush: Rush,
  topic: string,
  active: readonly Spike[],
  now: Instant,
  { coolDownMinutes }: SpikeRules = spikeRules,
): Spike | undefined {
  const lasting = active.filter(({ lastAt }) => now < minutesAfter(lastAt, coolDownMinutes));
  return (
    lasting.find((spike) => spike.topic.includes(topic)) ??
    lasting.find((spike) => shared(rush.conversationIds, spike.conversationIds) >= SHARED)
  );
}

/** The spike that begins with a rush. */
export function newSpike(
  rush: Rush,
  topic: string,
  { id, teamId, now }: { id: string; teamId: string; now: Instant },
  { windowMinutes }: SpikeRules = spikeRules,
): Spike {
  const { conversationIds, usual, severity } = rush;
  return {
    id,
    teamId,
    topic: [topic],
    count: conversationIds.length,
    usual,
    windowMinutes,
    severity,
    noticedAt: now,
    lastAt: now,
    conversationIds: conversationIds.slice(-NAMED),
    state: 'new',
    version: 0,
  };
}

/** The spike after more of it was heard: it is as large and as bad as it was at its worst. */
export function grownSpike(spike: Spike, rush: Rush, topic: string, now: Instant): Spike {
  const fresh = rush.conversationIds.filter((id) => !spike.conversationIds.includes(id));
  const severities = Severity.options;
  return {
    ...spike,
    topic: [...new Set([...spike.topic, topic])].slice(0, WORDS),
    count: Math.max(spike.count, rush.conversationIds.length),
    usual: Math.max(spike.usual, rush.usual),
    severity:
      severities.indexOf(rush.severity) > severities.indexOf(spike.severity) ? rush.severity : spike.severity,
    lastAt: now,
    conversationIds: [...spike.conversationIds, ...fresh].slice(-NAMED),
  };
}

/** Whether it matters that a spike grew: each word of each message grows it, and one that many write about is written often. */
export function isNewsOf(grown: Spike, known: Spike): boolean {
  if (grown.topic.length > known.topic.length || grown.severity !== known.severity) return true;
  return (
    (grown.count - known.count) * NOTED_GROWTH >= known.count || grown.lastAt >= minutesAfter(known.lastAt, 1)
  );
}

/** How much of the smaller group is in the other one too. */
function shared(a: readonly string[], b: readonly string[]): number {
  const known = new Set(b);
  const common = a.filter((id) => known.has(id)).length;
  return common / Math.max(1, Math.min(a.length, b.length));
}

/** How many words of one message are counted; each costs a write. */
const COUNTED = 6;

/** Of what a message of a customer complains or asks; nothing for praise, thanks and spam. */
export function grievancesOf({ direction, text, triage, deletedAt }: Message): string[] {
  if (direction !== 'inbound' || deletedAt !== undefined) return [];
  if (triage && (triage.spam || triage.reason === 'satisfaction' || triage.reason === 'feedback')) return [];
  const topics = triage?.topics ?? topicsOf(tokensOf(text));
  // Pairs of words are counted by their words.
  return topics.filter((topic) => !topic.includes(' ')).slice(0, COUNTED);
}
