import type { Identity } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { Fact } from './fact.ts';
import type { Instant } from './instant.ts';
import type { Message, Post } from './message.ts';
import type { Departure } from './outbound-change.ts';
import type { PolicyBook } from './policy.ts';
import type { Reference } from './reference.ts';
import type { RoutingRules } from './routing.ts';
import type { Triage } from './triage/labels.ts';

/** What every decision gets beside the facts: the time, how to name new things, and the rules of this desk. */
export interface Cause {
  now: Instant;
  /** Travels from the webhook to the alert. */
  traceId: string;
  policies: PolicyBook;
  /** Team that new conversations go to unless a rule says otherwise. */
  teamId: string;
  /** The rules about where a new conversation belongs, and who matters more; without them nobody is told apart. */
  routing?: RoutingRules | undefined;
  /** Whether somebody waits for an overdue answer already, so that a new one will take longer than promised. */
  behind?: boolean | undefined;
  /** Reads from a customer's message why they write. Without it nothing is known of that, and every message waits for an answer. */
  triage?: ((message: Pick<Message, 'text' | 'attachments' | 'kind'>, channel: string) => Triage) | undefined;
  /**
   * Makes an id that sorts by `at` and is the same for the same `key`, so that deciding twice names things alike.
   */
  orderedId: (at: Instant, key: string) => string;
}

/** What the store knows of the things that an event names, as far as they exist. */
export interface Known {
  /** Where the event's own native id leads. */
  self?: Reference | undefined;
  /** The message behind `self`. */
  message?: Message | undefined;
  /** The conversation of `message`, or of the message that the event answers. */
  answered?: Conversation | undefined;
  /** Where the message that it answers, or else its post, leads. */
  parent?: Reference | undefined;
  identity?: Identity | undefined;
  /** The person's latest conversation with the account. */
  current?: Conversation | undefined;
  /** Messages of ours that may be on their way now, of which this may be one; loaded for what our side said. */
  departing?: Departure[] | undefined;
  /** What agents know of the person; loaded where a rule goes by it. */
  facts?: Fact[] | undefined;
  /** The post that it hangs under, or that its native id names. */
  post?: Post | undefined;
}
