import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Outcome } from './episode.ts';
import type { Fact } from './fact.ts';
import type { Message } from './message.ts';
import type { Routed, RouteFacts, RoutingRules } from './routing.ts';

/** Puts a new conversation where the rules say that it belongs, by its first message. It happens before its clock starts, as a rule may choose the policy. */
export function placeConversation(
  conversation: Conversation,
  message: Message,
  cause: Cause,
  known: readonly Fact[] = [],
): Outcome {
  if (!cause.routing) return { conversation, events: [] };
  const { fired, outcome } = cause.routing.route(factsOf(conversation, message, cause, known));
  const placed = settledIn(routed(conversation, outcome, cause.routing), cause.routing);
  if (fired.length === 0) return { conversation: placed, events: [] };
  const { channel, teamId } = placed;
  const rules = fired.map(({ id, name }) => ({ id, name }));
  return {
    conversation: placed,
    events: [{ name: 'conversation.routed', data: { channel, teamId, rules } }],
  };
}

/** A conversation whose person is marked as a VIP, or no longer is, as the list says now. */
export function withVip(conversation: Conversation, { routing }: Pick<Cause, 'routing'>): Conversation {
  if (!routing) return conversation;
  const { vip: _, ...rest } = conversation;
  return routing.isVip(rest.channel, rest.contact) ? { ...rest, vip: true } : rest;
}

/** A conversation in its team: it stands in its list as the team wants, and finds an agent by itself where the team's work does. */
export function settledIn(conversation: Conversation, { orderOf, isPooled }: RoutingRules): Conversation {
  const { order: _, pooled: __, ...rest } = conversation;
  const order = orderOf(rest.teamId);
  return {
    ...rest,
    ...(order !== undefined && { order }),
    ...(isPooled(rest.teamId) && { pooled: true }),
  };
}

function routed(
  conversation: Conversation,
  { tags, ...said }: Routed['outcome'],
  { nameOf }: RoutingRules,
): Conversation {
  const all = [...new Set([...(conversation.tags ?? []), ...tags])];
  const ownerName = said.ownerId === undefined ? undefined : nameOf(said.ownerId);
  return {
    ...conversation,
    ...said,
    ...(ownerName !== undefined && { ownerName }),
    ...(all.length > 0 && { tags: all }),
  };
}

function factsOf(
  { channel, contact, vip = false }: Conversation,
  { visibility, text, triage }: Message,
  { now, policies }: Cause,
  known: readonly Fact[],
): RouteFacts {
  return {
    channel,
    visibility,
    text,
    reason: triage?.reason,
    language: triage?.language,
    followers: contact.followers ?? 0,
    verified: contact.verified === true,
    vip,
    // `until` is the last day on which a fact is of interest.
    customer: known.filter(({ until }) => until === undefined || until >= now.slice(0, 10)),
    now,
    calendars: policies.calendars,
  };
}
