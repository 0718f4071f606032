import type { ChannelSender } from './sending.ts';

/** The sending half of every platform that Hark speaks. */
const senders: readonly ChannelSender[] = [];

/** The sending half of a channel; undefined when there is none. */
export function senderOf(channel: string): ChannelSender | undefined {
  return senders.find((sender) => sender.name === channel);
}
