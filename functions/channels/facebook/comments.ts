import * as z from 'zod/mini';
import type { Access, LookOutcome, Order, SendOutcome } from '../sending.ts';
import { isPostOf } from './feed-id.ts';
import { callGraph } from './graph-call.ts';
import { EARLIER_TRY, earliest, notAsked, notSeen } from './look.ts';
import { lenient, NativeId } from './meta-fields.ts';
import type { Failure } from './outcome.ts';
import { refusals } from './refusals.ts';
import { comparable } from './words.ts';

const Created = z.object({ id: NativeId });
const Parent = z.object({ parent: lenient(z.object({ id: NativeId })) });
const Comment = z.object({
  id: NativeId,
  message: lenient(z.string()),
  from: lenient(z.object({ id: NativeId })),
  created_time: z.string(),
  attachment: z.optional(z.unknown()),
});
const Comments = z.object({ data: z.array(Comment) });

/** Meta fetches a picture before it answers. */
const MEDIA_PATIENCE = 20_000;
/** As many comments as Graph gives at once. */
const PAGE = 100;

/** Answers a comment or a visitor's post in public. */
export async function sendComment(order: Order, access: Access): Promise<SendOutcome> {
  const { inReplyTo = '', text, media } = order;
  const [picture] = media;
  const body = { ...(text.trim() !== '' && { message: text }), ...(picture && attachmentOf(picture)) };
  const answer = await callGraph(
    access,
    { method: 'POST', path: pathOf(inReplyTo), body, ...(picture && { patience: MEDIA_PATIENCE }) },
    Created,
  );
  if (answer.ok) return { outcome: 'sent', nativeId: answer.value.id };
  const { failure } = answer;
  return failure.refusal.code === refusals.duplicate.code ? earlierTry(order, access, failure) : failure;
}

/** Facebook takes no words twice. It may have them from an earlier try of ours whose answer got lost. */
async function earlierTry(order: Order, access: Access, failure: Failure): Promise<SendOutcome> {
  const earlier = await find(order, access, access.now - EARLIER_TRY);
  if (earlier.found === 'yes') return { outcome: 'sent', nativeId: earlier.nativeId };
  return earlier.found === 'no' ? failure : { outcome: 'unconfirmed', refusal: earlier.refusal };
}

/** Only as a shared GIF does a picture go on moving. */
function attachmentOf({ url, contentType }: Order['media'][number]) {
  return contentType === 'image/gif' ? { attachment_share_url: url } : { attachment_url: url };
}

/** Looks for the comment among those of our page next to where it belongs. */
export async function lookForComment(order: Order, access: Access, since: string): Promise<LookOutcome> {
  const found = await find(order, access, earliest(since));
  return found.found === 'no' ? notSeen(order, access, since) : found;
}

/** What is not there may still come. `from` is epoch milliseconds. */
async function find(order: Order, access: Access, from: number): Promise<LookOutcome> {
  const place = await placeOf(order.inReplyTo ?? '', access);
  if (typeof place !== 'string') return place;
  const query = {
    fields: 'id,message,from{id},created_time,attachment',
    order: 'reverse_chronological',
    filter: 'toplevel',
    limit: String(PAGE),
  };
  const answer = await callGraph(access, { method: 'GET', path: pathOf(place), query }, Comments);
  if (!answer.ok) return isGone(answer.failure.refusal) ? { found: 'no' } : notAsked(answer.failure);
  const recent = answer.value.data.filter((comment) => !(Date.parse(comment.created_time) < from));
  const match = recent.find((comment) => comment.from?.id === access.accountId && isSame(comment, order));
  if (match) return { found: 'yes', nativeId: match.id };
  if (recent.length >= PAGE) return { found: 'unknown', refusal: refusals.crowded };
  return { found: 'no' };
}

function isSame({ message, attachment }: z.infer<typeof Comment>, { text, media }: Order): boolean {
  const hasMedia = attachment !== undefined && attachment !== null;
  return comparable(message ?? '') === comparable(text) && (media.length === 0 || hasMedia);
}

/** The post or top-level comment whose answers hold ours: Facebook hangs what answers an answer under its top-level comment. */
async function placeOf(id: string, access: Access): Promise<string | LookOutcome> {
  if (isPostOf(access.accountId, id)) return id;
  const query = { fields: 'parent{id}' };
  const answer = await callGraph(access, { method: 'GET', path: encodeURIComponent(id), query }, Parent);
  if (answer.ok) return answer.value.parent?.id ?? id;
  // With the comment went what answered it.
  return isGone(answer.failure.refusal) ? { found: 'no' } : notAsked(answer.failure);
}

function isGone({ code }: { code: string }): boolean {
  return code === refusals.gone.code;
}

function pathOf(id: string): string {
  return `${encodeURIComponent(id)}/comments`;
}
