import type { Access, ChannelSender, Publication } from '../channels/sending.ts';
import { type Audience, textFor } from '../domain/broadcast.ts';
import type { Delivery, Recipient } from '../domain/recipient.ts';
import { mediaOf } from '../media/outgoing.ts';
import { getIncident } from '../store/incidents.ts';
import { getRecipient } from '../store/recipients.ts';
import type { Broadcasting, Reach } from './broadcasting.ts';

/** How soon to ask again whether the post before it is there, in seconds. */
const PART_PAUSE = 2;

/** Names the part of a thread that an account of ours posts; parts sort as they are read. */
export const postName = (audience: Audience, accountId: string, part: number): string =>
  `${audience}#${accountId}#${String(part).padStart(3, '0')}`;

/** A post as its platform wants it. */
export interface Posting {
  sender: ChannelSender;
  publication: Publication;
  access: Access;
}

/** Everything that a post needs; or what becomes of it without being tried. */
export async function preparePost(
  { broadcast, recipient }: Reach,
  broadcasting: Broadcasting,
): Promise<Posting | Delivery> {
  const { audience, accountId = '', part = 0 } = recipient;
  const sender = broadcasting.senderOf(audience);
  if (!sender) throw new Error(`There is no sender for the channel '${audience}'.`);
  const place = await placeOf(recipient, broadcast.incidentId, broadcasting);
  if ('outcome' in place) return place;
  const now = broadcasting.desk.clock();
  const media = part === 0 ? await mediaOf(broadcast.attachments, broadcasting.bucket, now) : [];
  const text = sender.posts.inParts(textFor(broadcast, audience))[part] ?? '';
  return {
    sender,
    publication: { text, media, under: place.under },
    access: {
      secret: await broadcasting.secrets.of(audience),
      accountId,
      apiUrl: broadcasting.apiUrlOf(audience),
      fetch: broadcasting.fetch,
      now: Date.parse(now),
      nonce: broadcasting.nonce(),
    },
  };
}

/** What a post goes on from: the part before it, or the first post about its incident. */
async function placeOf(
  { broadcastId, audience, accountId = '', part = 0 }: Recipient,
  incidentId: string | undefined,
  { desk }: Broadcasting,
): Promise<{ under?: string | undefined } | Delivery> {
  if (part > 0) {
    const before = await getRecipient(desk.table, broadcastId, postName(audience, accountId, part - 1));
    if (before?.nativeId !== undefined) return { under: before.nativeId };
    if (before?.settledAt === undefined) return { outcome: 'later', afterSeconds: PART_PAUSE, waits: true };
    return { outcome: 'skipped', refusal: partMissing };
  }
  const incident = incidentId === undefined ? undefined : await getIncident(desk.table, incidentId);
  const first = incident?.posts.find((post) => post.channel === audience && post.accountId === accountId);
  return { under: first?.nativeId };
}

const partMissing = {
  code: 'broadcast:part-missing',
  explanation: 'An earlier part of this text did not leave, so this one was not posted either.',
  advice: 'See why the earlier part did not leave, then make a new broadcast of the rest.',
};

/** Gives a post to its platform. */
export async function sendPost({ sender, publication, access }: Posting): Promise<Delivery> {
  const outcome = await sender.posts.publish(publication, access);
  switch (outcome.outcome) {
    case 'sent':
      return { outcome: 'sent', nativeId: outcome.nativeId };
    case 'retry':
      return { outcome: 'later', afterSeconds: Math.max(1, outcome.afterSeconds), refusal: outcome.refusal };
    case 'hold':
      return { outcome: 'failed', refusal: outcome.refusal };
    default:
      return outcome;
  }
}

/** Looks on the platform for a post that may have arrived. Surely not there: it is tried again. */
export async function lookForPost(
  { sender, publication, access }: Posting,
  since: string,
): Promise<Delivery> {
  const seen = await sender.posts.look(publication, access, since);
  if (seen.found === 'yes') return { outcome: 'sent', nativeId: seen.nativeId };
  if (seen.found === 'unknown') return { outcome: 'unconfirmed', refusal: seen.refusal };
  return { outcome: 'later', afterSeconds: 0 };
}
