import { block, unblock } from './block.ts';
import { type Change, emptyChange } from './change.ts';
import type { Identity } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Outcome } from './episode.ts';
import type { Instant } from './instant.ts';
import { assign, handOver, type Owner } from './ownership.ts';
import { prioritise } from './prioritise.ts';
import { reopened, resolved } from './resolve.ts';
import { snooze, wake } from './snooze.ts';
import { retag } from './tags.ts';

/** What an agent wants changed about a conversation; what is not named stays. */
export interface Arrangement {
  status?: Conversation['status'] | undefined;
  /** Until when it is put aside; goes with the status `snoozed`. */
  snoozedUntil?: Instant | undefined;
  owner?: Owner | null | undefined;
  teamId?: string | undefined;
  tags?: readonly string[] | undefined;
  priority?: Conversation['priority'] | undefined;
  blocked?: boolean | undefined;
}

/**
 * Does all that an agent wants changed, as one change. `identity` is the person's, who is blocked or heard again everywhere.
 * Undefined when all is so already.
 */
export function arrange(
  { conversation, identity }: { conversation: Conversation; identity?: Identity | undefined },
  wish: Arrangement,
  actor: string,
  cause: Cause,
): Change | undefined {
  const outcome = steps(wish, cause).reduce(
    (before: Outcome, step) => {
      const next = step(before.conversation);
      return { conversation: next.conversation, events: [...before.events, ...next.events] };
    },
    { conversation, events: [] },
  );
  const person = identity && identityAs(identity, wish.blocked);
  if (outcome.conversation === conversation && !person) return undefined;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor }),
    conversation: { before: conversation, after: outcome.conversation },
    ...(person && { identity: person }),
    events: outcome.events,
  };
}

/** A team first, because a new team starts without an owner; the status last, because it ends what the others may have moved. */
function steps(
  wish: Arrangement,
  { now, policies, routing }: Cause,
): ((conversation: Conversation) => Outcome)[] {
  const { teamId, owner, tags, priority, blocked, status, snoozedUntil } = wish;
  const wanted: ((conversation: Conversation) => Outcome)[] = [];
  if (teamId !== undefined) wanted.push((before) => handOver(before, teamId, routing));
  if (owner !== undefined) wanted.push((before) => assign(before, owner));
  if (tags !== undefined) wanted.push((before) => retag(before, tags));
  if (priority !== undefined) wanted.push((before) => prioritise(before, priority, policies));
  if (blocked !== undefined) wanted.push((before) => (blocked ? block(before, now) : unblock(before)));
  if (status === 'resolved') wanted.push((before) => resolved(before, now));
  if (status === 'open') wanted.push((before) => wake(before, 'agent'), reopened);
  if (snoozedUntil !== undefined) wanted.push((before) => snooze(before, snoozedUntil));
  return wanted;
}

function identityAs(before: Identity, blocked: boolean | undefined): Change['identity'] {
  if (blocked === undefined || blocked === (before.blocked ?? false)) return undefined;
  const { blocked: _, ...heard } = before;
  return { before, after: blocked ? { ...heard, blocked } : heard };
}
