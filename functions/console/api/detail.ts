import * as z from 'zod/mini';
import { Question } from './expert.ts';
import { Row, Visibility } from './row.ts';

const Refusal = z.object({ code: z.string(), explanation: z.string(), advice: z.string() });
export type Refusal = z.infer<typeof Refusal>;

export const Attachment = z.object({
  type: z.string(),
  url: z.optional(z.string()),
  title: z.optional(z.string()),
  contentType: z.optional(z.string()),
  size: z.optional(z.number()),
  notCopied: z.optional(Refusal),
});
export type Attachment = z.infer<typeof Attachment>;

const Author = z.object({
  name: z.optional(z.string()),
  handle: z.optional(z.string()),
  agentId: z.optional(z.string()),
});
const Engagement = z.object({ likes: z.number(), shares: z.number() });

/** What triage found in a message, and who set it right. */
export const Triage = z.object({
  reason: z.optional(z.nullable(z.string())),
  sentiment: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  urgency: z.optional(z.nullable(z.number())),
  language: z.optional(z.nullable(z.string())),
  needsReply: z.optional(z.nullable(z.boolean())),
  spam: z.optional(z.nullable(z.boolean())),
  words: z.optional(z.array(z.object({ label: z.string(), word: z.string(), weight: z.number() }))),
  topics: z.optional(z.array(z.string())),
  correctedBy: z.optional(z.nullable(z.string())),
});
export type Triage = z.infer<typeof Triage>;

export const Message = z.object({
  id: z.string(),
  nativeId: z.optional(z.string()),
  direction: z.enum(['inbound', 'outbound']),
  visibility: Visibility,
  author: Author,
  text: z.string(),
  attachments: z.array(Attachment),
  at: z.string(),
  state: z.string(),
  inReplyTo: z.optional(z.string()),
  postId: z.optional(z.string()),
  kind: z.optional(z.string()),
  editedAt: z.optional(z.string()),
  earlierTexts: z.optional(z.array(z.object({ text: z.string(), until: z.string() }))),
  deletedAt: z.optional(z.string()),
  hidden: z.optional(z.boolean()),
  likedByUs: z.optional(z.boolean()),
  deliveredAt: z.optional(z.string()),
  readAt: z.optional(z.string()),
  outbound: z.optional(
    z.object({
      leavesAt: z.string(),
      automatic: z.optional(z.boolean()),
      invitation: z.optional(z.boolean()),
      series: z.optional(z.string()),
      refusal: z.optional(Refusal),
      handledBy: z.optional(z.string()),
    }),
  ),
  engagement: z.optional(Engagement),
  triage: z.optional(z.nullable(Triage)),
});
export type Message = z.infer<typeof Message>;

export const Post = z.object({
  nativeId: z.string(),
  ours: z.optional(z.boolean()),
  author: z.optional(Author),
  text: z.optional(z.string()),
  attachments: z.optional(z.array(Attachment)),
  permalink: z.optional(z.string()),
  at: z.optional(z.string()),
  deletedAt: z.optional(z.string()),
  engagement: z.optional(Engagement),
});
export type Post = z.infer<typeof Post>;

export const Activity = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Activity = z.infer<typeof Activity>;

export const Note = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  author: z.object({ id: z.string(), name: z.optional(z.string()) }),
  mentions: z._default(z.array(z.string()), []),
});
export type Note = z.infer<typeof Note>;

/** How long a text may be, and how the channel counts it. */
export const TextLimits = z.object({
  text: z.object({ public: z.number(), private: z.number() }),
  counts: z.object({ public: z.string(), private: z.string() }),
});
export type TextLimits = z.infer<typeof TextLimits>;

const Offered = z.object({ public: z.array(z.string()), private: z.array(z.string()) });

export const Detail = z.extend(Row, {
  invitation: z.optional(
    z.union([
      z.object({
        available: z.literal(true),
        messageId: z.optional(z.string()),
        until: z.optional(z.string()),
      }),
      z.object({ available: z.literal(false), reason: Refusal }),
    ]),
  ),
  messages: z.array(Message),
  hasEarlier: z.optional(z.boolean()),
  posts: z.array(Post),
  activity: z.array(Activity),
  notes: z._default(z.array(Note), []),
  questions: z.optional(z.array(Question)),
  limits: z.optional(TextLimits),
  /** What the channel lets us do to messages of theirs and of ours. */
  actions: z.optional(z.object({ theirs: Offered, ours: Offered })),
});
export type Detail = z.infer<typeof Detail>;
