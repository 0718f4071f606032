import type { Message } from '../domain/message.ts';
import { messageDueAt } from '../domain/outbound.ts';
import { DUE_SHARDS, dueKey, INBOX_SHARDS, indexes, messageKey, outboundKey } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Item } from './table.ts';

/** States of our messages that somebody may have to do something about. */
export const hardStates = ['failed', 'unconfirmed', 'held'] as const;
/** Those in which messages are found without asking for each: an echo may be of one that is being sent, and a lead looks for those to consent to. */
const watchedStates = [...hardStates, 'sending', 'awaiting-approval'] as const;
export type WatchedState = (typeof watchedStates)[number];

/** A message as it is stored: itself, and the keys under which the indexes find it while it is on its way out (A2, A11, A19). */
export function messageItem(message: Message): Item {
  return { ...messageKey(message.id), ...message, ...dueKeys(message), ...watchedKeys(message) };
}

function dueKeys(message: Message): Item {
  const dueAt = messageDueAt(message);
  if (dueAt === undefined) return {};
  return {
    [indexes.due.partitionKey]: dueKey(shardOf(message.id, DUE_SHARDS)),
    [indexes.due.sortKey]: `${dueAt}#${message.id}`,
  };
}

function watchedKeys({ id, state, at, outbound }: Message): Item {
  const watched = watchedStates.find((candidate) => candidate === state);
  if (!watched || outbound?.handledBy !== undefined) return {};
  return {
    [indexes.inbox.partitionKey]: outboundKey(watched, shardOf(id, INBOX_SHARDS)),
    [indexes.inbox.sortKey]: `${at}#${id}`,
  };
}
