import type { Conversation } from './conversation.ts';
import type { Outcome } from './episode.ts';

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

/** Hands a conversation to another team, whose members find it without an owner. The thread stays as it is. */
export function handOver(conversation: Conversation, teamId: string): Outcome {
  const { teamId: formerTeamId, channel } = conversation;
  if (teamId === formerTeamId) return { conversation, events: [] };
  const free = assign({ ...conversation, teamId }, null);
  return {
    conversation: free.conversation,
    events: [{ name: 'conversation.transferred', data: { channel, teamId, formerTeamId } }, ...free.events],
  };
}
