import * as z from 'zod/mini';
import { Id, lenient } from './lenient.ts';

/** The account of the few deliveries that belong to none, such as the end of a replay job. */
export const NO_ACCOUNT = 'none';

/** The account of posts that a filtered-stream rule found: X does not say which account of ours they concern. */
export const STREAM_ACCOUNT = 'filtered-stream';

/** An event and the key that it stood under. */
export interface KeyedEvent {
  key: string;
  event: unknown;
}

/** A delivery of the Account Activity API: arrays of events under keys that name their kind. */
export interface AccountActivity {
  generation: 'account-activity';
  accountId: string;
  /** The account as the envelope names it; a revocation's does not. */
  forUserId: string | undefined;
  /** Every event; keys that hold one object rather than a list give one. */
  events: KeyedEvent[];
  /** Whoever the ids in the events stand for, by id. */
  users: unknown;
}

/** A delivery of its successor, the X Activity API: one event, named by its type. */
export interface Activity {
  generation: 'activity';
  accountId: string;
  eventType: string;
  eventId: string | undefined;
  direction: string | undefined;
  payload: unknown;
  includes: unknown;
  /** All members of `data`, as X wrote them. */
  data: Record<string, unknown>;
}

/** A post that a filtered-stream rule found (Enterprise only). */
export interface StreamedPost {
  generation: 'filtered-stream';
  accountId: string;
  post: unknown;
  includes: unknown;
  matchingRules: unknown[];
}

export type Envelope = AccountActivity | Activity | StreamedPost;

const ActivityBody = z.object({
  data: z.object({
    event_type: z.string(),
    event_uuid: lenient(z.string()),
    filter: lenient(z.object({ user_id: lenient(Id), direction: lenient(z.string()) })),
    payload: z.optional(z.unknown()),
    includes: z.optional(z.unknown()),
  }),
});

const StreamBody = z.object({
  data: z.object({ id: Id }),
  includes: z.optional(z.unknown()),
  matching_rules: z.array(z.unknown()),
});

const AccountActivityBody = z.object({
  for_user_id: lenient(Id),
  user_event: z.optional(z.unknown()),
  replay_job_status: z.optional(z.unknown()),
  users: z.optional(z.unknown()),
});

/** The same bodies with all that X wrote, for the part that is passed on. */
const Members = z.record(z.string(), z.unknown());
const Data = z.object({ data: Members });

/** The revocation notices carry the account inside, because the subscription that would name it is gone. */
const RevokedUser = z.object({ revoke: z.object({ source: z.object({ user_id: Id }) }) });
const RevokedPayload = z.object({ user_id: Id });

/** Keys beside the events: whom it is for, and what the ids in the events stand for. */
const NOT_EVENTS = new Set(['for_user_id', 'user_has_blocked', 'is_blocked_by', 'users', 'apps']);

/** Keys that hold one event, not a list. */
export const SINGLE: ReadonlySet<string> = new Set(['user_event', 'replay_job_status']);

/** Which of X's three envelopes a parsed body is, read no further than that; undefined when it is none of them. */
export function readEnvelope(body: unknown): Envelope | undefined {
  return readActivity(body) ?? readStream(body) ?? readAccountActivity(body);
}

function readActivity(body: unknown): Activity | undefined {
  const read = ActivityBody.safeParse(body);
  if (!read.success) return undefined;
  const { event_type, event_uuid, filter, payload, includes } = read.data.data;
  const revoked = RevokedPayload.safeParse(payload);
  return {
    generation: 'activity',
    accountId: filter?.user_id ?? (revoked.success ? revoked.data.user_id : NO_ACCOUNT),
    eventType: event_type,
    eventId: event_uuid,
    direction: filter?.direction,
    payload,
    includes,
    data: Data.parse(body).data,
  };
}

function readStream(body: unknown): StreamedPost | undefined {
  const read = StreamBody.safeParse(body);
  if (!read.success) return undefined;
  const { includes, matching_rules } = read.data;
  return {
    generation: 'filtered-stream',
    accountId: STREAM_ACCOUNT,
    post: Data.parse(body).data,
    includes,
    matchingRules: matching_rules,
  };
}

function readAccountActivity(body: unknown): AccountActivity | undefined {
  const read = AccountActivityBody.safeParse(body);
  const members = Members.safeParse(body);
  if (!read.success || !members.success) return undefined;
  const { for_user_id, user_event, replay_job_status, users } = read.data;
  if (for_user_id === undefined && user_event === undefined && replay_job_status === undefined)
    return undefined;
  const revoked = RevokedUser.safeParse(user_event);
  return {
    generation: 'account-activity',
    accountId: for_user_id ?? (revoked.success ? revoked.data.revoke.source.user_id : NO_ACCOUNT),
    forUserId: for_user_id,
    events: eventsOf(members.data),
    users,
  };
}

/** The events among an object's members, one entry each. Plain words and numbers beside them are never events. */
export function eventsOf(members: Record<string, unknown>): KeyedEvent[] {
  return Object.entries(members)
    .filter(([key, value]) => !NOT_EVENTS.has(key) && typeof value === 'object' && value !== null)
    .flatMap(([key, value]) => (isList(key, value) ? value : [value]).map((event) => ({ key, event })));
}

function isList(key: string, value: unknown): value is unknown[] {
  return Array.isArray(value) && !SINGLE.has(key);
}
