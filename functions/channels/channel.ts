import type { ChannelName } from '../domain/channel-name.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';

/** What a channel's secret in Secrets Manager holds for the receiving side. */
export interface ReceivingSecret {
  /** Keys that deliveries may be signed with, newest first; two during a rotation. */
  signingKeys: string[];
  /** The word that Meta sends when it verifies the callback address; X has none. */
  verifyToken?: string | undefined;
}

/** An HTTP request as the edge saw it: header names in lower case, body as the bytes that were sent. */
export interface Delivery {
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/** The answer to a platform's question whether this address is ours. */
export interface ChallengeAnswer {
  status: 200 | 403;
  contentType: 'text/plain' | 'application/json';
  body: string;
}

/** What a platform asks of an app beside its deliveries. */
export interface CallbackRequest {
  method: string;
  query: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Where it was asked, without a query. */
  url: string;
}

/** The answer to it, and what the log is to tell of it. */
export interface CallbackAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  told?: string;
}

/** Answers a platform that calls back; undefined when the platform did not sign it. */
export type Callback = (request: CallbackRequest, secret: ReceivingSecret) => CallbackAnswer | undefined;

/** One event of a delivery, cut out and addressed, not yet understood. */
export interface Fragment {
  /** The account of ours that it happened to. */
  accountId: string;
  /** Queue group: events of one person with one account stay in order. At most 128 characters of SQS's alphabet. */
  threadKey: string;
  /** Same for the same event however often it is delivered, different for different events. At most 128 characters. */
  dedupKey: string;
  /** The event as the platform wrote it, with what `parse` needs of its envelope. */
  body: unknown;
}

/** A way to count how long a text is. */
export type TextMeasure = 'weighted' | 'code-points' | 'utf-16';

/** What a platform allows, as data, so that rules need not ask which platform it is. */
export interface ChannelLimits {
  /** Longest text per visibility, in the platform's own measure. */
  text: { public: number; private: number };
  /**
   * How that measure counts: X's weighted characters (twitter-text), Unicode code points, or UTF-16 units. A page that is written on
   * counts with every key, where there is no time to ask.
   */
  counts: { public: TextMeasure; private: TextMeasure };
  /** How long after a person's last word we may write privately, in seconds; undefined when there is no end. */
  privateWindow: { any: number; human: number } | undefined;
  /** How long after a public message its author may be invited to private, in seconds; absent when there is no end. */
  invitationWindow?: number;
}

/**
 * The part of a platform that works at the edge: it must stay small, because it is in the function that answers platforms
 * within their few seconds. No channel knows of queues, tables or the clock.
 */
export interface ChannelEdge {
  readonly name: ChannelName;
  /** Answers a GET of the platform; undefined when the query is not a challenge at all. */
  challenge(
    query: Readonly<Record<string, string | undefined>>,
    secret: ReceivingSecret,
  ): ChallengeAnswer | undefined;
  /** Whether the body was signed with one of the keys; compares in constant time, over the raw bytes. */
  verify(delivery: Delivery, secret: ReceivingSecret): boolean;
  /** Cuts a parsed body into its events. Throws `Reject(400)` when the envelope is not the platform's. */
  split(body: unknown): Fragment[];
}

/** A platform, whole: its edge, and what runs behind the queue. */
export interface Channel extends ChannelEdge {
  readonly limits: ChannelLimits;
  /** Understands one fragment's body. Event kinds that it does not know become `unknown`; an unreadable one throws `Drop`. */
  parse(body: unknown): InboundEvent;
}
