import * as z from 'zod/mini';

export const Role = z.enum(['agent', 'lead', 'admin']);
export type Role = z.infer<typeof Role>;

/** Who is signed in. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  teams: z._default(z.array(z.string()), []),
  email: z.optional(z.string()),
  /** What an operator switched on. */
  features: z.optional(z.record(z.string(), z.unknown())),
});
export type Me = z.infer<typeof Me>;

export const Colleague = z.object({
  id: z.string(),
  name: z.string(),
  role: z.optional(z.string()),
  teams: z._default(z.array(z.string()), []),
  presence: z.optional(z.nullable(z.string())),
});
export type Colleague = z.infer<typeof Colleague>;
export const Colleagues = z.object({ agents: z.array(Colleague) });

export const Team = z.object({ id: z.string(), name: z.string() });
export type Team = z.infer<typeof Team>;
export const Teams = z.object({ teams: z.array(Team) });

export const Counts = z.record(z.string(), z.unknown());

const SavedReply = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  channel: z.optional(z.nullable(z.string())),
  teamId: z.optional(z.nullable(z.string())),
});
export type SavedReply = z.infer<typeof SavedReply>;
export const SavedReplies = z.object({ replies: z.array(SavedReply) });

export const Tag = z.object({ name: z.string(), color: z.optional(z.nullable(z.string())) });
export type Tag = z.infer<typeof Tag>;
export const Tags = z.object({ tags: z.array(Tag) });

/** A view of the inbox that somebody keeps under a name of their own. */
export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  query: z.union([z.string(), z.record(z.string(), z.unknown())]),
});
export type SavedView = z.infer<typeof SavedView>;
export const SavedViews = z.object({ views: z.array(SavedView) });
export type SavedViews = z.infer<typeof SavedViews>;
