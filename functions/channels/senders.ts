import { facebookSender } from './facebook/sender.ts';
import type { ChannelSender } from './sending.ts';
import { xSender } from './x/send.ts';

/** The sending half of every platform that Hark speaks. */
const senders: readonly ChannelSender[] = [facebookSender, xSender];

/** The sending half of a channel; undefined when there is none. */
export function senderOf(channel: string): ChannelSender | undefined {
  return senders.find((sender) => sender.name === channel);
}
