import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';
import { settledIn } from './place-conversation.ts';
import type { RoutingRules } from './routing.ts';

/** Somebody who can own a conversation. */
export interface Owner {
  id: string;
  name: string;
}

/** Makes somebody the owner, or nobody. */
export function assign(conversation: Conversation, owner: Owner | null): Outcome {
  const { ownerId: formerOwnerId, ownerName: _, ...rest } = conversation;
  if (owner?.id === formerOwnerId) return { conversation, events: [] };
  const { channel } = conversation;
  return {
    conversation: owner ? { ...rest, ownerId: owner.id, ownerName: owner.name } : rest,
    events: [
      {
        name: 'conversation.assigned',
        data: {
          channel,
          ...(owner && { ownerId: owner.id }),
          ...(formerOwnerId !== undefined && { formerOwnerId }),
        },
      },
    ],
  };
}

/** Whoever takes a conversation up first owns it; nobody takes it from another this way. */
export function claim(conversation: Conversation, owner: Owner): Outcome {
  return conversation.ownerId === undefined ? assign(conversation, owner) : { conversation, events: [] };
}

/**
 * Hands a conversation to another team, whose members find it without an owner, or whose work finds its agent by itself. The thread
 * stays as it is, and no rule is asked again: somebody has decided.
 */
export function handOver(conversation: Conversation, teamId: string, routing?: RoutingRules): Outcome {
  const { teamId: formerTeamId, channel } = conversation;
  if (teamId === formerTeamId) return { conversation, events: [] };
  const free = assign({ ...conversation, teamId }, null);
  return {
    conversation: routing ? settledIn(free.conversation, routing) : free.conversation,
    events: [{ name: 'conversation.transferred', data: { channel, teamId, formerTeamId } }, ...free.events],
  };
}
