import { platformVersions } from '../platform-versions.ts';
import type { Order } from '../sending.ts';
import { limits } from './limits.ts';

/** How a private message is declared to Messenger. */
export interface MessageType {
  messaging_type: 'RESPONSE' | 'MESSAGE_TAG';
  tag?: string;
}

const RESPONSE: MessageType = { messaging_type: 'RESPONSE' };
const HUMAN_AGENT: MessageType = {
  messaging_type: 'MESSAGE_TAG',
  tag: platformVersions.humanAgentTag.value,
};

/**
 * How this private message may go out at `now` (epoch milliseconds): as an answer within 24 hours of the person's last word, and
 * from a person of ours under the Human Agent tag until 7 days are over; undefined after that. The tag belongs to messages of
 * people outside the 24 hours only: anything else breaks Meta's rules.
 */
export function messageTypeOf(
  { human, lastInboundAt }: Pick<Order, 'human' | 'lastInboundAt'>,
  now: number,
): MessageType | undefined {
  if (limits.privateWindow === undefined) return RESPONSE;
  const { any, human: longer } = limits.privateWindow;
  const elapsed = secondsSince(lastInboundAt, now);
  if (elapsed <= any) return RESPONSE;
  return human && elapsed <= longer ? HUMAN_AGENT : undefined;
}

/** The next wider way to send it, if Facebook finds the first 24 hours over already. */
export function widened({ human }: Pick<Order, 'human'>, type: MessageType): MessageType | undefined {
  return human && type.tag === undefined ? HUMAN_AGENT : undefined;
}

/** Seconds from an instant to `now`; endless when there is no such instant. */
export function secondsSince(instant: string | undefined, now: number): number {
  return instant === undefined ? Number.POSITIVE_INFINITY : (now - Date.parse(instant)) / 1000;
}
