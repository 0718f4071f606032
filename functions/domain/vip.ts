import * as z from 'zod/mini';
import { ChannelName } from './channel-name.ts';
import type { Profile } from './contact.ts';

const Name = z.string().check(z.minLength(1), z.maxLength(120));

/** Somebody whose messages matter more, by handle or by the platform's id; without a channel, on every one. */
const Vip = z
  .object({
    channel: z.optional(ChannelName),
    handle: z.optional(Name),
    nativeId: z.optional(Name),
    name: z.optional(Name),
    note: z.optional(z.string().check(z.maxLength(500))),
  })
  .check(
    z.refine(({ handle, nativeId }) => handle !== undefined || nativeId !== undefined, {
      error: 'a VIP is named by a handle or by the id that the platform gave',
    }),
  );

/** All VIPs of the desk. */
export const VipList = z.object({ vips: z.array(Vip).check(z.maxLength(5000)) });
export type VipList = z.infer<typeof VipList>;

/** Whether a person of a channel is a VIP. */
export type IsVip = (channel: string, person: Profile) => boolean;

/** Makes a list ready to be asked for everybody who writes. Handles are compared without their @ and their case. */
export function vipsIn({ vips }: VipList): IsVip {
  const known = new Set(
    vips.flatMap(({ channel = '', handle, nativeId }) => [
      ...(handle === undefined ? [] : [`${channel}@${spelled(handle)}`]),
      ...(nativeId === undefined ? [] : [`${channel}#${nativeId}`]),
    ]),
  );
  return (channel, { handle, nativeId }) =>
    ['', channel].some(
      (place) =>
        known.has(`${place}#${nativeId}`) ||
        (handle !== undefined && known.has(`${place}@${spelled(handle)}`)),
    );
}

function spelled(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}
