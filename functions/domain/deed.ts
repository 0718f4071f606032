import type { Instant } from './instant.ts';
import type { DeedName, Message } from './message.ts';

/** What an agent does to a message on the platform. */
export type Deed = Exclude<DeedName, 'edit'> | { edit: string };

/** For how long the platform's news of a deed may be that of the agent who noted it, in milliseconds. */
const FRESH = 60_000;

export function nameOf(deed: Deed): DeedName {
  return typeof deed === 'object' ? 'edit' : deed;
}

/** The agent who is just doing that to a message in Hark; undefined when its news is of somebody else's deed. */
export function doerOf({ doing }: Message, deed: DeedName, now: Instant): string | undefined {
  const isFresh = doing !== undefined && Date.parse(now) - Date.parse(doing.at) < FRESH;
  return isFresh && doing.deed === deed ? doing.agentId : undefined;
}

/** A message to which nobody is doing anything. */
export function withoutDoing({ doing: _, ...message }: Message): Message {
  return message;
}
