import * as z from 'zod/mini';
import type { Profile } from '../../domain/contact.ts';
import { Drop } from '../../errors.ts';
import { Handle, Id, lenient, unwrapped } from './lenient.ts';

/** A user of either generation: v1.1 names its fields one way, v2 another, and no field means two things. */
const User = unwrapped(
  z.object({
    id_str: lenient(Id),
    id: lenient(Id),
    name: lenient(z.string()),
    screen_name: lenient(Handle),
    username: lenient(Handle),
    followers_count: lenient(z.number()),
    public_metrics: lenient(z.object({ followers_count: lenient(z.number()) })),
    verified: lenient(z.boolean()),
    profile_image_url_https: lenient(z.string()),
    profile_image_url: lenient(z.string()),
  }),
);

/** What X tells of a user, wrapped in `{data}` or not; undefined when it has no id that can be trusted. */
export function profileOf(user: unknown): Profile | undefined {
  const read = User.safeParse(user);
  if (!read.success) return undefined;
  const seen = read.data;
  const nativeId = seen.id_str ?? seen.id;
  if (nativeId === undefined) return undefined;
  const profile: Profile = { nativeId };
  const handle = seen.screen_name ?? seen.username;
  const followers = seen.followers_count ?? seen.public_metrics?.followers_count;
  const avatarUrl = seen.profile_image_url_https ?? seen.profile_image_url;
  if (seen.name !== undefined) profile.name = seen.name;
  if (handle !== undefined) profile.handle = handle;
  if (followers !== undefined) profile.followers = followers;
  if (seen.verified !== undefined) profile.verified = seen.verified;
  if (avatarUrl !== undefined) profile.avatarUrl = avatarUrl;
  return profile;
}

/** The profile of somebody without whom the event means nothing. Throws `Drop` when there is no id. */
export function personOf(user: unknown): Profile {
  const person = profileOf(user);
  if (person === undefined) throw new Drop('x: event without its person');
  return person;
}

/** The profiles of a delivery by id, from a list (`includes.users`) or a map (`users`); whatever is no user is left out. */
export function profilesOf(users: unknown): Map<string, Profile> {
  const listed = typeof users === 'object' && users !== null ? Object.values(users) : [];
  const profiles = listed.map(profileOf).filter((profile) => profile !== undefined);
  return new Map(profiles.map((profile) => [profile.nativeId, profile]));
}
