import { type Change, emptyChange } from './change.ts';
import { moveClock } from './clock.ts';
import { type Conversation, waitingClock, withClock } from './conversation.ts';
import type { Cause } from './decision.ts';
import { clockEvent, episodeOf, type Outcome, questionOf } from './episode.ts';
import { INCIDENT_POLICY, type PolicyBook } from './policy.ts';

type Occasion = Pick<Cause, 'now' | 'traceId' | 'policies'> & { actor: string };

/**
 * A conversation becomes part of an incident: while that is open, all its conversations have one policy, and a clock that runs is
 * set by it. Undefined when it is part of one already.
 */
export function joinIncident(
  conversation: Conversation,
  incidentId: string,
  { now, traceId, policies, actor }: Occasion,
): Change | undefined {
  if (conversation.incidentId !== undefined) return undefined;
  const { policyId: formerPolicyId, channel } = conversation;
  const joined: Conversation = {
    ...conversation,
    incidentId,
    policyId: INCIDENT_POLICY,
    ...(formerPolicyId !== undefined && { formerPolicyId }),
  };
  const { conversation: after, events } = clockedAnew(joined, policies);
  return {
    ...emptyChange({ traceId, at: now, actor }),
    conversation: { before: conversation, after },
    events: [{ name: 'conversation.affected', data: { incidentId, channel } }, ...events],
  };
}

/** It turns out to be about something else: its clock runs as it did before. Undefined when it is not part of the incident. */
export function leaveIncident(
  conversation: Conversation,
  incidentId: string,
  { now, traceId, policies, actor }: Occasion,
): Change | undefined {
  if (conversation.incidentId !== incidentId) return undefined;
  const { incidentId: _, ...rest } = withoutIncidentPolicy(conversation);
  const { conversation: after, events } = clockedAnew(rest, policies);
  return {
    ...emptyChange({ traceId, at: now, actor }),
    conversation: { before: conversation, after },
    events: [
      { name: 'conversation.unaffected', data: { incidentId, channel: conversation.channel } },
      ...events,
    ],
  };
}

/**
 * The incident is over: what the person writes from here on is measured like everything else. What runs was promised by the incident's
 * policy and stays. Undefined when nothing is to be changed.
 */
export function outlastIncident(
  conversation: Conversation,
  incidentId: string,
  { now, traceId, actor }: Omit<Occasion, 'policies'>,
): Change | undefined {
  if (conversation.incidentId !== incidentId || conversation.policyId !== INCIDENT_POLICY) return undefined;
  return {
    ...emptyChange({ traceId, at: now, actor }),
    conversation: { before: conversation, after: withoutIncidentPolicy(conversation) },
  };
}

function withoutIncidentPolicy({ policyId: _, formerPolicyId, ...rest }: Conversation): Conversation {
  return { ...rest, ...(formerPolicyId !== undefined && { policyId: formerPolicyId }) };
}

/** The clock that runs, set by the policy that holds now. */
function clockedAnew(conversation: Conversation, book: PolicyBook): Outcome {
  const clock = waitingClock(conversation);
  if (!clock) return { conversation, events: [] };
  const moved = moveClock(clock, episodeOf(clock.id, questionOf(clock), conversation, book));
  return {
    conversation: withClock(conversation, moved),
    events: [clockEvent('clock.moved', moved, conversation)],
  };
}
