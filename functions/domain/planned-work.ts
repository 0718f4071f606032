import * as z from 'zod/mini';
import { type Broadcast, BroadcastDraft } from './broadcast.ts';
import { Instant } from './instant.ts';

const words = z.string().check(z.minLength(1, 'is empty'), z.maxLength(10_000));

/** Work that is planned, and what is said before it, when it begins and when it is over. */
export const PlannedWork = z.object({
  title: BroadcastDraft.shape.title,
  startsAt: Instant,
  endsAt: Instant,
  affected: z._default(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50)), []),
  /** How long before it begins it is announced, in seconds. */
  noticeSeconds: z._default(z.number().check(z.int(), z.gte(60), z.lte(90 * 86_400)), 86_400),
  messages: z.object({ before: z.optional(words), start: z.optional(words), end: z.optional(words) }),
  audiences: BroadcastDraft.shape.audiences,
  accounts: BroadcastDraft.shape.accounts,
  timeZone: BroadcastDraft.shape.timeZone,
  recurrence: BroadcastDraft.shape.recurrence,
});
export type PlannedWork = z.infer<typeof PlannedWork>;

/** The id under which the status page tells of work: what is said before, at the beginning and at the end stands in one place. */
export function workId(startsAt: Instant, affected: readonly string[]): string {
  return ['work', Date.parse(startsAt), ...affected].join('-');
}

/** One of the broadcasts of planned work: what it says, and when. */
export type WorkMessage = Pick<
  Broadcast,
  | 'kind'
  | 'title'
  | 'text'
  | 'variants'
  | 'audiences'
  | 'accounts'
  | 'timeZone'
  | 'recurrence'
  | 'affected'
  | 'startsAt'
  | 'endsAt'
  | 'meantFor'
> & { name: 'before' | 'start' | 'end'; publishAt: Instant };

/** The broadcasts of planned work, in order; what has no words is not said. The notice of work that begins sooner goes out at once. */
export function messagesOf(planned: PlannedWork, now: Instant): WorkMessage[] {
  const { title, startsAt, endsAt, affected, noticeSeconds, messages, audiences } = planned;
  const { accounts, timeZone, recurrence } = planned;
  const noticeAt = new Date(Date.parse(startsAt) - noticeSeconds * 1000).toISOString();
  const times = { before: noticeAt, start: startsAt, end: endsAt };
  return (['before', 'start', 'end'] as const).flatMap((name) => {
    const text = messages[name];
    if (text === undefined) return [];
    const whom = { audiences, ...(accounts && { accounts }) };
    const said = { kind: 'maintenance' as const, title, text, variants: {}, ...whom };
    const when = { ...(timeZone !== undefined && { timeZone }), ...(recurrence && { recurrence }) };
    const publishAt = times[name] < now ? now : times[name];
    const meant = publishAt === times[name] ? {} : { meantFor: times[name] };
    return [{ ...said, ...when, ...meant, name, publishAt, affected, startsAt, endsAt }];
  });
}
