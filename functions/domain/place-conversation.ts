import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Outcome } from './episode.ts';
import type { Message } from './message.ts';
import type { CustomerFact, Routed, RouteFacts, RoutingRules } from './routing.ts';

/** Puts a new conversation where the rules say that it belongs, by its first message. It happens before its clock starts, as a rule may choose the policy. */
export function placeConversation(
  conversation: Conversation,
  message: Message,
  cause: Cause,
  customer: readonly CustomerFact[] = [],
): Outcome {
  if (!cause.routing) return { conversation, events: [] };
  const { fired, outcome } = cause.routing.route(factsOf(conversation, message, cause, customer));
  const placed = withOrder(routed(conversation, outcome), cause.routing);
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

/** A conversation that stands in its list as its team wants that. */
export function withOrder(conversation: Conversation, { orderOf }: RoutingRules): Conversation {
  const { order: _, ...rest } = conversation;
  const order = orderOf(rest.teamId);
  return order === undefined ? rest : { ...rest, order };
}

function routed(conversation: Conversation, { tags, ...said }: Routed['outcome']): Conversation {
  const all = [...new Set([...(conversation.tags ?? []), ...tags])];
  return { ...conversation, ...said, ...(all.length > 0 && { tags: all }) };
}

function factsOf(
  { channel, contact, vip = false }: Conversation,
  { visibility, text, triage }: Message,
  { now, policies }: Cause,
  customer: readonly CustomerFact[],
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
    customer,
    now,
    calendars: policies.calendars,
  };
}
