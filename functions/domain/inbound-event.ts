import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { Profile } from './contact.ts';
import { Instant } from './instant.ts';
import { Attachment, Visibility } from './message.ts';

/**
 * What a platform told us, in our words. Each `channels/<platform>/parse.ts` turns one fragment of a webhook into one of
 * these; nothing behind it knows the platform. All instants are ISO 8601 UTC by the platform's clock.
 */
const base = { channel: ChannelName, accountId: z.string(), at: Instant };

/** Somebody said something. `direction` is outbound when an account of ours said it: in Hark, or in the platform's own app. */
export const MessageEvent = z.object({
  ...base,
  kind: z.literal('message'),
  nativeId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  visibility: Visibility,
  /** The person on the other side: the author of an inbound message, the addressee of an outbound one where the platform tells. */
  person: z.optional(Profile),
  text: z.string(),
  attachments: z.array(Attachment),
  inReplyTo: z.optional(z.string()),
  /** The post that it hangs under, with whatever the delivery tells of it. */
  post: z.optional(
    z.object({ nativeId: z.string(), permalink: z.optional(z.string()), text: z.optional(z.string()) }),
  ),
  messageKind: z.optional(z.enum(['postback', 'quote', 'review', 'encrypted', 'unsupported'])),
  /** Whether its author named or quoted us in it; X lets an ordinary app answer in public only then. Absent where it does not matter. */
  addressesUs: z.optional(z.boolean()),
  /** Our own reference, when the platform hands back what we sent along. */
  clientReference: z.optional(z.string()),
  /** Set when this delivery is an edit that carries the whole message: the instant of the edit. */
  editedAt: z.optional(z.string()),
  permalink: z.optional(z.string()),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

/** A public object that is context, not a message to us: our own post or status. */
export const PostEvent = z.object({
  ...base,
  kind: z.literal('post'),
  nativeId: z.string(),
  ours: z.boolean(),
  author: z.optional(Profile),
  text: z.string(),
  attachments: z.array(Attachment),
  permalink: z.optional(z.string()),
  editedAt: z.optional(z.string()),
});
export type PostEvent = z.infer<typeof PostEvent>;

/** A message's text was changed and the delivery holds only the new text. */
export const EditEvent = z.object({
  ...base,
  kind: z.literal('edit'),
  nativeId: z.string(),
  text: z.string(),
});
export type EditEvent = z.infer<typeof EditEvent>;

/** A message or post was taken away by its author (`deleted`), or hidden from and shown to the public again by our side. */
export const RemovalEvent = z.object({
  ...base,
  kind: z.literal('removal'),
  nativeId: z.string(),
  removal: z.enum(['deleted', 'hidden', 'unhidden']),
});
export type RemovalEvent = z.infer<typeof RemovalEvent>;

/** Somebody liked or shared a message or post, or took that back (`added: false`). A person counts once per target and sort. */
export const EngagementEvent = z.object({
  ...base,
  kind: z.literal('engagement'),
  targetId: z.string(),
  sort: z.enum(['like', 'share']),
  personId: z.string(),
  added: z.boolean(),
});
export type EngagementEvent = z.infer<typeof EngagementEvent>;

/** A person received or read our private messages: those named in `nativeIds`, or all up to `at` when there are none. */
export const ReceiptEvent = z.object({
  ...base,
  kind: z.literal('receipt'),
  receipt: z.enum(['delivered', 'read']),
  personId: z.string(),
  nativeIds: z.optional(z.array(z.string())),
});
export type ReceiptEvent = z.infer<typeof ReceiptEvent>;

/** A person follows an account of ours, or no longer does. */
export const FollowEvent = z.object({
  ...base,
  kind: z.literal('follow'),
  person: Profile,
  following: z.boolean(),
});
export type FollowEvent = z.infer<typeof FollowEvent>;

/** The platform tells of the account itself: access was revoked, a policy was enforced, another app took the thread. */
export const AccountEvent = z.object({
  ...base,
  kind: z.literal('account'),
  notice: z.enum(['revoked', 'policy', 'thread-control']),
  detail: z.optional(z.string()),
});
export type AccountEvent = z.infer<typeof AccountEvent>;

/** Known, and of no use to a support desk (typing indicators, our own mutes): counted under `reason`, not kept. */
export const IgnoredEvent = z.object({ ...base, kind: z.literal('ignored'), reason: z.string() });
export type IgnoredEvent = z.infer<typeof IgnoredEvent>;

/** Not known: counted under `reason` and its raw body kept, so that nothing a customer did is lost to a new API version. */
export const UnknownEvent = z.object({ ...base, kind: z.literal('unknown'), reason: z.string() });
export type UnknownEvent = z.infer<typeof UnknownEvent>;

export const InboundEvent = z.discriminatedUnion('kind', [
  MessageEvent,
  PostEvent,
  EditEvent,
  RemovalEvent,
  EngagementEvent,
  ReceiptEvent,
  FollowEvent,
  AccountEvent,
  IgnoredEvent,
  UnknownEvent,
]);
export type InboundEvent = z.infer<typeof InboundEvent>;
