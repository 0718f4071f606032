import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import { Fact } from './fact.ts';

/**
 * What a platform tells of a person beside what they said. Everything but the native id may be missing: Facebook withholds
 * names without a permission, X sends posts without their author's profile.
 */
export const Profile = z.object({
  /** The platform's id of the person; with the channel it is the identity key. */
  nativeId: z.string(),
  name: z.optional(z.string()),
  /** Without the leading @. */
  handle: z.optional(z.string()),
  followers: z.optional(z.number()),
  verified: z.optional(z.boolean()),
  avatarUrl: z.optional(z.string()),
});
export type Profile = z.infer<typeof Profile>;

/** A person, whatever the channels they use. */
export const Contact = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  identities: z.array(z.object({ channel: ChannelName, nativeId: z.string() })),
  /** What agents know of them, and what helps the next one who answers. */
  facts: z.optional(z.array(Fact)),
  note: z.optional(z.string()),
  createdAt: z.string(),
  /** Counts what agents wrote about them; absent until somebody does. */
  version: z.optional(z.number()),
});
export type Contact = z.infer<typeof Contact>;

/**
 * One person on one channel, and where their thread with each account of ours stands. `version` counts writes, so that two
 * deliveries cannot both open a conversation.
 */
export const Identity = z.object({
  channel: ChannelName,
  nativeId: z.string(),
  contactId: z.string(),
  profile: Profile,
  followsUs: z.optional(z.boolean()),
  /** What they write is kept, and nobody of ours answers. */
  blocked: z.optional(z.boolean()),
  /** Account id → the latest conversation of this person with that account. */
  threads: z.record(z.string(), z.string()),
  version: z.number(),
});
export type Identity = z.infer<typeof Identity>;

/** Follower counts drift with every post; below this share of change a stored profile is current enough. */
const FOLLOWER_DRIFT = 0.1;

/** The newer profile laid over the older one; fields that the newer delivery lacks are kept. */
export function mergeProfile(known: Profile | undefined, seen: Profile): Profile {
  const merged: Profile = { ...known, nativeId: seen.nativeId };
  if (seen.name !== undefined) merged.name = seen.name;
  if (seen.handle !== undefined) merged.handle = seen.handle;
  if (seen.followers !== undefined) merged.followers = seen.followers;
  if (seen.verified !== undefined) merged.verified = seen.verified;
  if (seen.avatarUrl !== undefined) merged.avatarUrl = seen.avatarUrl;
  return merged;
}

/** Whether a profile changed enough to be worth a write. */
export function profileChanged(known: Profile, seen: Profile): boolean {
  const merged = mergeProfile(known, seen);
  if (merged.name !== known.name || merged.handle !== known.handle) return true;
  if (merged.avatarUrl !== known.avatarUrl || merged.verified !== known.verified) return true;
  const before = known.followers ?? 0;
  return Math.abs((merged.followers ?? 0) - before) > before * FOLLOWER_DRIFT;
}
