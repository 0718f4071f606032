import type { Message } from './domain/message.ts';
import {
  AROUND_MINUTES,
  bucketOf,
  grievancesOf,
  grownSpike,
  type Heard,
  isNewsOf,
  minutesAfter,
  newSpike,
  RECENT_HOURS,
  type Rush,
  rushOf,
  type Spike,
  spikeOf,
  spikeRules,
  WEEKS,
} from './domain/spike.ts';

/** What is remembered of what was heard: the table, or a test's own. */
export interface SpikeMemory {
  /** Counts a conversation into a bucket, and tells how many are in it. */
  count(heard: { teamId: string; topic: string; from: string; conversationId: string }): Promise<number>;
  /** What was heard of a topic between two buckets, both included. */
  heard(asked: { teamId: string; topic: string; from: string; to: string }): Promise<Heard[]>;
  /** What the team was told of lately. */
  watch(teamId: string): Promise<{ active: Spike[]; version: number }>;
  /** Saves a spike as the latest that the team knows; false when somebody else saved meanwhile. */
  save(spike: Spike, watch: { active: Spike[]; version: number }): Promise<boolean>;
  /** The id of a spike that is noticed now. */
  newId(topic: string): string;
}

/** Fewer than these in one bucket cannot be part of a spike that is only now becoming one. */
const SUSPICIOUS = Math.ceil(spikeRules.minimum / 3);
const ATTEMPTS = 8;
const WEEK = 7 * 24 * 60;

/**
 * Counts what a customer's message is about, and notices when so many speak of the same that somebody should know.
 * @returns the spikes that are new
 */
export async function listen(
  message: Message,
  teamId: string,
  now: string,
  memory: SpikeMemory,
): Promise<Spike[]> {
  const noticed: Spike[] = [];
  const { conversationId, at } = message;
  const from = bucketOf(at);
  const counted = await Promise.all(
    grievancesOf(message).map(async (topic) => ({
      topic,
      count: await memory.count({ teamId, topic, from, conversationId }),
    })),
  );
  // What comes late tells of the past.
  if (from < minutesAfter(bucketOf(now), -spikeRules.windowMinutes)) return noticed;
  for (const { topic, count } of counted) {
    if (count < SUSPICIOUS) continue;
    const rush = await lookAt({ teamId, topic }, now, memory);
    const spike = rush && (await note(rush, { teamId, topic, now }, memory));
    if (spike) noticed.push(spike);
  }
  return noticed;
}

/** What the hours before say is cheap to ask, and mostly the answer; the weeks before are asked when it is not. */
async function lookAt(
  about: { teamId: string; topic: string },
  now: string,
  memory: SpikeMemory,
): Promise<Rush | undefined> {
  const to = bucketOf(now);
  const recent = await memory.heard({ ...about, from: minutesAfter(to, -RECENT_HOURS * 60), to });
  if (!rushOf(recent, [], now)) return undefined;
  const weeks = await Promise.all(
    Array.from({ length: WEEKS }, (_, index) => {
      const then = minutesAfter(to, -(index + 1) * WEEK);
      return memory.heard({
        ...about,
        from: minutesAfter(then, -AROUND_MINUTES),
        to: minutesAfter(then, AROUND_MINUTES),
      });
    }),
  );
  return rushOf(recent, weeks, now);
}

/** Adds a rush to the spike that it is more of, or begins one, which is returned. */
async function note(
  rush: Rush,
  { teamId, topic, now }: { teamId: string; topic: string; now: string },
  memory: SpikeMemory,
): Promise<Spike | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const watch = await memory.watch(teamId);
    const known = spikeOf(rush, topic, watch.active, now);
    const spike = known
      ? grownSpike(known, rush, topic, now)
      : newSpike(rush, topic, { id: memory.newId(topic), teamId, now });
    if (known && !isNewsOf(spike, known)) return undefined;
    if (await memory.save(spike, watch)) return known ? undefined : spike;
  }
  throw new Error(`Others noticed something about the same team ${ATTEMPTS} times in a row.`);
}
