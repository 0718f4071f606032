import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { Refusal } from './refusal.ts';
import { Triage } from './triage/labels.ts';

/** Who can read a message: everybody, or only the person and us. */
export const Visibility = z.enum(['public', 'private']);
export type Visibility = z.infer<typeof Visibility>;

/**
 * A picture, film, sound, file or link that belongs to a message. `url` is where the platform has it: some name it only on request,
 * and it ends after a while; what we wrote in Hark has none.
 */
export const Attachment = z.object({
  type: z.enum(['image', 'video', 'audio', 'file', 'sticker', 'link', 'other']),
  url: z.optional(z.string()),
  title: z.optional(z.string()),
  /** What it shows, in the words of who attached it, for those who do not see it. */
  alt: z.optional(z.string()),
  /** Key of the file in our own bucket, with its MIME type and its size in bytes. */
  copiedTo: z.optional(z.string()),
  contentType: z.optional(z.string()),
  size: z.optional(z.number()),
  /** Why there is no copy of ours and will be none. */
  notCopied: z.optional(Refusal),
});
export type Attachment = z.infer<typeof Attachment>;

/** Who said it. Our side has `agentId` when it was said in Hark, and neither id when it was said in the platform's own app. */
export const Author = z.object({
  name: z.optional(z.string()),
  handle: z.optional(z.string()),
  nativeId: z.optional(z.string()),
  agentId: z.optional(z.string()),
});
export type Author = z.infer<typeof Author>;

/**
 * How far an outbound message came; inbound ones are `received`. awaiting-approval → scheduled → queued → sending → sent → delivered → read. It is
 * `held` while its account cannot send, `unconfirmed` when the platform may have taken it, `failed` with a reason when it never
 * will, and `cancelled` when it was taken back before it left.
 */
export const MessageState = z.enum([
  'received',
  'awaiting-approval',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'unconfirmed',
  'held',
  'cancelled',
]);
export type MessageState = z.infer<typeof MessageState>;

/** How many people liked and shared a message or post; counted apart from it, so that a crowd does not rewrite it. */
export const Engagement = z.object({ likes: z.number(), shares: z.number() });
export type Engagement = z.infer<typeof Engagement>;

/** The way out of a message of ours. */
export const Outbound = z.object({
  /** When it is to leave; until then it can be taken back. */
  leavesAt: z.string(),
  /** Written by Hark, not by a person. */
  automatic: z.optional(z.boolean()),
  /** A first private message to the author of the public one that it answers. */
  invitation: z.optional(z.boolean()),
  /** When the public message was said that an invitation answers; platforms allow one for some days. */
  questionAt: z.optional(z.string()),
  /** Parts of one long text leave one after the other and are taken back together: id of the first part. */
  series: z.optional(z.string()),
  /** The broadcast that it is part of. */
  broadcastId: z.optional(z.string()),
  /** How often it was given to the platform. */
  attempts: z.number(),
  /** How many looks on the platform were arranged since the latest attempt, because it may have arrived. */
  looks: z.optional(z.number()),
  /** It waits for its account's call budget and has its share when it is due. */
  turn: z.optional(z.literal('budget')),
  /** Name of the account that could not send it; see `accountName`. */
  heldFor: z.optional(z.string()),
  /** While it is being sent: until when nobody else may try. */
  leasedUntil: z.optional(z.string()),
  /** When the latest attempt began; what is looked for on the platform is younger. */
  attemptedAt: z.optional(z.string()),
  /** Why it failed, is held or is unconfirmed. */
  refusal: z.optional(Refusal),
  /** Somebody dealt with a failure by other means. */
  handledBy: z.optional(z.string()),
  /** Native id of what its question answers: platforms with two levels of comments show our answer there. */
  under: z.optional(z.string()),
  /** A lead has to consent before it leaves, because of a finding of the coach; and what they decided. */
  approval: z.optional(
    z.object({
      rule: z.string(),
      askedAt: z.string(),
      /** When its leads are told again unless they decided: what is to come, in its order. */
      remindAt: z.optional(z.array(z.string())),
      /** How often they were told again. */
      reminders: z.optional(z.number()),
      /** It was written for a later time. */
      forLater: z.optional(z.boolean()),
      verdict: z.optional(z.enum(['approved', 'rejected'])),
      by: z.optional(z.object({ id: z.string(), name: z.string() })),
      at: z.optional(z.string()),
      note: z.optional(z.string()),
    }),
  ),
  /** What it promises the person, and by when. */
  promises: z.optional(z.array(z.object({ text: z.string(), dueAt: z.string() }))),
  /** It says nothing but what it promises. */
  onlyPromises: z.optional(z.boolean()),
  /** What the inbox showed before it, and shows again if it never leaves. */
  covered: z.optional(
    z.object({ preview: z.string(), lastMessageId: z.string(), lastMessageAt: z.string() }),
  ),
  /** What its writing stopped, so that waiting goes on if it never leaves. */
  stopped: z.optional(
    z.object({
      at: z.string(),
      questions: z.array(
        z.object({ messageId: z.string(), at: z.string(), visibility: z.optional(Visibility) }),
      ),
      firstAnswerAt: z.optional(z.string()),
      lastAnswerAt: z.optional(z.string()),
    }),
  ),
});
export type Outbound = z.infer<typeof Outbound>;

/** What an agent may do to a message on the platform. */
export const DeedName = z.enum(['hide', 'unhide', 'like', 'delete', 'edit']);
export type DeedName = z.infer<typeof DeedName>;

/** One thing said in a conversation. `id` is `<conversation id>.<ordered id>`: it sorts by the platform's time. */
export const Message = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** The platform's id; absent on an outbound message that the platform has not taken yet. */
  nativeId: z.optional(z.string()),
  direction: z.enum(['inbound', 'outbound']),
  visibility: Visibility,
  author: Author,
  text: z.string(),
  attachments: z.array(Attachment),
  /** When it was said by the platform's clock (ISO 8601 UTC). Order and SLA clocks go by this. */
  at: z.string(),
  /** When it reached us. */
  receivedAt: z.string(),
  state: MessageState,
  /** Native id of the message or post that it answers. */
  inReplyTo: z.optional(z.string()),
  /** Native id of the post that it hangs under. */
  postId: z.optional(z.string()),
  /** A Messenger button that was tapped, a quoted post and the like; absent for plain messages. */
  kind: z.optional(z.enum(['postback', 'quote', 'review', 'encrypted', 'unsupported'])),
  /** Whether its author named or quoted us; see `MessageEvent.addressesUs`. */
  addressesUs: z.optional(z.boolean()),
  editedAt: z.optional(z.string()),
  /** What it said before its edits, oldest first; kept for the audit until erased on request. */
  earlierTexts: z.optional(z.array(z.object({ text: z.string(), until: z.string() }))),
  deletedAt: z.optional(z.string()),
  hidden: z.optional(z.boolean()),
  /** One of our agents liked it. */
  likedByUs: z.optional(z.boolean()),
  deliveredAt: z.optional(z.string()),
  readAt: z.optional(z.string()),
  /** On a public message of a customer: the invitation to private that it got. A platform allows one. */
  invitedBy: z.optional(z.string()),
  /** What an agent is just doing to it on the platform, whose news of it may come before its answer to us. */
  doing: z.optional(z.object({ deed: DeedName, agentId: z.string(), at: z.string() })),
  /** Why the customer writes, how they feel and what else was read from their words. */
  triage: z.optional(Triage),
  /** What is only of interest on the way out. */
  outbound: z.optional(Outbound),
});
export type Message = z.infer<typeof Message>;

/** A public object of ours or theirs that messages hang under; context, never a conversation of its own. */
export const Post = z.object({
  channel: ChannelName,
  nativeId: z.string(),
  accountId: z.string(),
  /** Whether we wrote it; absent while all we know of it is that somebody wrote under it. */
  ours: z.optional(z.boolean()),
  author: z.optional(Author),
  text: z.optional(z.string()),
  attachments: z.optional(z.array(Attachment)),
  permalink: z.optional(z.string()),
  at: z.optional(z.string()),
  editedAt: z.optional(z.string()),
  deletedAt: z.optional(z.string()),
});
export type Post = z.infer<typeof Post>;
