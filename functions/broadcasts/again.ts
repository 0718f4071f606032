import type { Recipient } from '../domain/recipient.ts';
import { broadcastMessage } from '../queues/broadcast-message.ts';
import type { Outgoing } from '../queues/send-batch.ts';

/** What brings a recipient back when it may be tried or looked for again; nothing where nothing is left to do. */
export function again(
  {
    broadcastId,
    name,
    notBefore,
    settledAt,
  }: Pick<Recipient, 'broadcastId' | 'name' | 'notBefore' | 'settledAt'>,
  now: string,
): Outgoing[] {
  if (settledAt !== undefined || notBefore === undefined) return [];
  return [broadcastMessage({ broadcastId, name }, (Date.parse(notBefore) - Date.parse(now)) / 1000)];
}
