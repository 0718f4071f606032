import * as z from 'zod/mini';
import type { ChannelName } from '../domain/channel-name.ts';
import type { Profile } from '../domain/contact.ts';
import type { Visibility } from '../domain/message.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ChannelLimits } from './channel.ts';

export type { Refusal };

/**
 * The accounts part of a channel's secret: what Hark needs to speak as each account of ours. Facebook has a page token; X an
 * OAuth 1.0a token pair, signed together with the consumer key of the app (the consumer secret is the signing key).
 */
export const SendingSecret = z.object({
  signingKeys: z.array(z.string()).check(z.minLength(1)),
  consumerKey: z.optional(z.string()),
  accounts: z._default(
    z.record(
      z.string(),
      z.object({
        name: z.optional(z.string()),
        handle: z.optional(z.string()),
        token: z.string().check(z.minLength(1)),
        tokenSecret: z.optional(z.string()),
        /** When the token ends, if the platform says so. */
        expiresAt: z.optional(z.string()),
      }),
    ),
    {},
  ),
});
export type SendingSecret = z.infer<typeof SendingSecret>;

/** How to reach a platform as one of our accounts. `fetch` is passed in, so that tests and time limits are the caller's. */
export interface Access {
  secret: SendingSecret;
  accountId: string;
  /** Address of the platform's API without a trailing slash, e.g. https://graph.facebook.com. */
  apiUrl: string;
  fetch: typeof fetch;
  /** Epoch milliseconds and a fresh random word, for signatures. */
  now: number;
  nonce: string;
}

/** What a request is signed with. */
export type Signing = Pick<Access, 'secret' | 'accountId' | 'now' | 'nonce'>;

/** What is known of a picture or film before it is sent. */
export interface MediaFile {
  type: 'image' | 'video';
  contentType: string;
  /** In bytes, once that is known. */
  size?: number | undefined;
}

/** A picture or film to send: an https address that the platform can fetch, and its bytes for platforms that want an upload. */
export interface Media extends MediaFile {
  url: string;
  bytes: () => Promise<Uint8Array>;
}

/** One message of ours for a platform. */
export interface Order {
  /** Our own id; handed along where the platform hands it back. */
  messageId: string;
  visibility: Visibility;
  text: string;
  media: Media[];
  /** The person it is for. */
  personId: string;
  /** Native id of the public message that a public reply, or an invitation to private, answers. */
  inReplyTo?: string | undefined;
  /** A first private message to the author of the public message `inReplyTo`. */
  invitation?: boolean | undefined;
  /** Whether a person of ours wrote it; automatic words have a shorter window. */
  human: boolean;
  /**
   * Whether the author of `inReplyTo` named or quoted us in it. X lets an ordinary app answer in public only then; absent where it
   * is not known or does not matter.
   */
  addressesUs?: boolean | undefined;
  /** The person's last word to us in private or, where that opens a window too, in public (ISO 8601). */
  lastInboundAt?: string | undefined;
}

/**
 * What became of a call. `sent`: the platform has it under this id. `retry`: it surely has not, try again later. `hold`: the account
 * cannot send until somebody mends it. `failed`: it never will. `unconfirmed`: it may have taken it; look before sending again.
 */
export type SendOutcome =
  | { outcome: 'sent'; nativeId: string; personId?: string | undefined }
  | { outcome: 'retry'; afterSeconds: number; refusal: Refusal; wholeAccount: boolean }
  | { outcome: 'hold'; refusal: Refusal }
  | { outcome: 'failed'; refusal: Refusal }
  | { outcome: 'unconfirmed'; refusal: Refusal };

/** Whether the platform has an order that was left unconfirmed. `unknown`: it could not be asked now. */
export type LookOutcome =
  | { found: 'yes'; nativeId: string; personId?: string | undefined }
  | { found: 'no' }
  | { found: 'unknown'; refusal: Refusal };

/** A public word of an account of ours that answers nobody: a post, or what goes on from an earlier post of the same account. */
export interface Publication {
  text: string;
  media: Media[];
  /** Native id of the post of ours that it goes on from. */
  under?: string | undefined;
}

/** How a platform takes posts of our own. */
export interface PostSender {
  /** Length of a post's text in the platform's own measure, and how much one post takes. */
  measure(text: string): { length: number; limit: number };
  /** A text as the posts that it makes, each of which goes on from the one before; a single one where the platform has no threads. */
  inParts(text: string): string[];
  /** Why the platform would not take these files with one post, or one of them at all. */
  refusesMedia(files: MediaFile[]): Refusal | undefined;
  /** Publishes once. Never throws for what the platform or the network does: that is an outcome. */
  publish(publication: Publication, access: Access): Promise<SendOutcome>;
  /** Looks among our own posts for one that was left unconfirmed at `since` (ISO 8601). */
  look(publication: Publication, access: Access, since: string): Promise<LookOutcome>;
  /** How many follow the account, and so may see its posts; undefined when the platform does not tell now. */
  followers(access: Access): Promise<number | undefined>;
}

/** What an agent may do to a message on the platform beside answering it. */
export type Action = 'hide' | 'unhide' | 'like' | 'delete' | 'edit';

/** The order to do it: to a customer's message or, for `delete` and `edit`, to one of ours as well. */
export interface ActionOrder {
  action: Action;
  nativeId: string;
  visibility: Visibility;
  /** Whether the message is ours. */
  ours: boolean;
  /** The new text of an edit. */
  text?: string | undefined;
}

export type ActionOutcome = { outcome: 'done' } | Exclude<SendOutcome, { outcome: 'sent' }>;

/** The sending half of a platform. */
export interface ChannelSender {
  readonly name: ChannelName;
  /** What the platform allows, as data. */
  readonly limits: ChannelLimits;
  /** Where an invitation to private appears: as a first private message, or as a public reply with a link. */
  readonly invitesIn: Visibility;
  /** Whether public parts of a long text answer one another, as a thread, instead of all answering the same message. */
  readonly chainsParts?: boolean;
  /** Posts of our own. */
  readonly posts: PostSender;
  /** Sends one message. Never throws for what the platform or the network does: that is an outcome. */
  send(order: Order, access: Access): Promise<SendOutcome>;
  /** Looks among our own recent messages on the platform for one that was left unconfirmed at `since` (ISO 8601). */
  look(order: Order, access: Access, since: string): Promise<LookOutcome>;
  act(order: ActionOrder, access: Access): Promise<ActionOutcome>;
  /** Why an action is not offered for such a message; undefined when it is. */
  withholds(order: Pick<ActionOrder, 'action' | 'visibility' | 'ours'>): Refusal | undefined;
  /** Length of a text in the platform's own measure, and how much it takes. */
  measure(text: string, visibility: Visibility): { length: number; limit: number };
  /** A text as numbered parts that each fit; one part when it fits whole. Never cuts inside a character or a link. */
  inParts(text: string, visibility: Visibility): string[];
  /** Why the platform would not take these files together, or one of them at all; known before they are uploaded. */
  refusesMedia(files: MediaFile[], visibility: Visibility): Refusal | undefined;
  /** What the platform tells of a person who wrote in private; absent where its deliveries tell it. Undefined when it does not. */
  profile?(personId: string, access: Access): Promise<Profile | undefined>;
  /** What a request must carry to get a customer's file at this address; absent where the platform's addresses open to anybody. */
  mediaHeaders?(url: string, access: Signing): Record<string, string>;
  /** Why the platform would refuse this order; known before trying. `now` is ISO 8601. */
  foresee(order: Order, now: string): Refusal | undefined;
}
