import type { Access, ChannelSender, Order, SendingSecret } from './channels/sending.ts';
import type { Desk } from './desk.ts';
import type { Departure } from './domain/outbound-change.ts';
import type { Bucket } from './media/bucket.ts';
import type { ChannelSecrets } from './secrets.ts';
import type { Rate } from './store/budget.ts';
import type { Telemetry } from './telemetry.ts';

/** What sending needs beside the desk. */
export interface Dispatch {
  desk: Desk;
  telemetry: Telemetry;
  /** The sending half of a channel. */
  senderOf(channel: string): ChannelSender | undefined;
  secrets: ChannelSecrets<SendingSecret>;
  apiUrlOf(channel: string): string;
  rateOf(channel: string, order: Pick<Order, 'visibility'>): { use: string; rate: Rate };
  fetch: typeof fetch;
  nonce(): string;
  /** Files of messages. */
  bucket: Bucket;
}

/** A message that this worker alone may give to the platform now, and how. */
export interface Claim {
  departure: Departure;
  /** Tells this claim from one that another worker made after it ran out. */
  leasedUntil: string | undefined;
  /** Set when the last attempt may have arrived: what is looked for on the platform is younger (ISO 8601). */
  since: string | undefined;
  /** Its account is held, and this message tries whether it still has to be. */
  isTrial: boolean;
  order: Order;
  sender: ChannelSender;
  access: Access;
}
