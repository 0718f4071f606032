import type { ChannelSender, SendingSecret } from '../channels/sending.ts';
import type { Desk } from '../desk.ts';
import type { Bucket } from '../media/bucket.ts';
import type { DeadLetters } from '../queues/dead-letters.ts';
import type { ChannelSecrets } from '../secrets.ts';
import type { WritingAid } from '../writing-aid.ts';

/** What every route of the API works with. */
export interface ApiServices {
  desk: Desk;
  /** The sending half of a channel. */
  senderOf(channel: string): ChannelSender | undefined;
  secrets: ChannelSecrets<SendingSecret>;
  apiUrlOf(channel: string): string;
  fetch: typeof fetch;
  nonce(): string;
  deadLetters: DeadLetters;
  /** Writes by a language model, where that is switched on. */
  writingAid?: WritingAid;
  /** Files of messages. */
  bucket: Bucket;
}
