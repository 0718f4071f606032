import * as z from 'zod/mini';
import { platformVersions } from '../platform-versions.ts';
import type { Order, SendOutcome } from '../sending.ts';
import type { XApi } from './api.ts';
import { publicText } from './invitation.ts';
import { Id } from './lenient.ts';
import { uploadAll } from './media-upload.ts';
import { failureOf, type Subject } from './outcome.ts';

const API = `/${platformVersions.xApi.value}`;

const Posted = z.object({ data: z.object({ id: Id }) });
const Messaged = z.object({ data: z.object({ dm_event_id: Id }) });

/** Makes a post: an answer when the order names what it answers. X puts the handles of those answered in front by itself. */
export async function publishPost(order: Order, api: XApi): Promise<SendOutcome> {
  const uploaded = await uploadAll(api, order.media, 'tweet');
  if ('outcome' in uploaded) return uploaded;
  const text = publicText(order, api.accountId);
  const json = {
    ...(text.trim() !== '' && { text }),
    ...(order.inReplyTo !== undefined && { reply: { in_reply_to_tweet_id: order.inReplyTo } }),
    ...(uploaded.ids.length > 0 && { media: { media_ids: uploaded.ids } }),
  };
  const reply = await api.call({ method: 'POST', path: `${API}/tweets`, json });
  const read = Posted.safeParse(reply.answered && reply.status < 300 ? reply.body : undefined);
  if (read.success) return { outcome: 'sent', nativeId: read.data.data.id };
  return failureOf(reply, 'post', subjectOf(order), api.now);
}

/** Sends a private message, which begins a conversation where there is none. */
export async function publishMessage(order: Order, api: XApi): Promise<SendOutcome> {
  const uploaded = await uploadAll(api, order.media, 'dm');
  if ('outcome' in uploaded) return uploaded;
  const json = {
    ...(order.text.trim() !== '' && { text: order.text }),
    ...(uploaded.ids.length > 0 && { attachments: uploaded.ids.map((media_id) => ({ media_id })) }),
  };
  const path = `${API}/dm_conversations/with/${encodeURIComponent(order.personId)}/messages`;
  const reply = await api.call({ method: 'POST', path, json });
  const read = Messaged.safeParse(reply.answered && reply.status < 300 ? reply.body : undefined);
  if (read.success) return { outcome: 'sent', nativeId: read.data.data.dm_event_id };
  return failureOf(reply, 'message', subjectOf(order), api.now);
}

export function subjectOf({ inReplyTo, personId }: Pick<Order, 'inReplyTo' | 'personId'>): Subject {
  return { postId: inReplyTo, personId };
}
