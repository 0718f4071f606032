import * as z from 'zod/mini';
import type { Access, LookOutcome, Media, Order, Refusal, SendOutcome } from '../sending.ts';
import { readThreads, withMedia, withWords } from './conversations.ts';
import { callGraph } from './graph-call.ts';
import { earliest, notAsked, notSeen } from './look.ts';
import { messageTypeOf, widened } from './messenger-window.ts';
import { lenient, NativeId } from './meta-fields.ts';
import type { Failure } from './outcome.ts';
import { mediaReference } from './part-reference.ts';
import { refusals } from './refusals.ts';

const Taken = z.object({ message_id: NativeId, recipient_id: lenient(NativeId) });

/** Meta fetches pictures and films before it answers. */
const MEDIA_PATIENCE = 20_000;

/** One message of Messenger: words or media, and the reference that its echo brings back. */
interface Content {
  text?: string;
  media?: Media[];
  reference: string;
}

/** Sends a private message; media and words go as two, the words last. */
export async function sendMessage(order: Order, access: Access): Promise<SendOutcome> {
  const { media, text, messageId } = order;
  if (text.trim() === '') return sendContent({ media, reference: messageId }, order, access);
  if (media.length > 0) {
    const first = await sendContent({ media, reference: mediaReference(messageId) }, order, access);
    if (first.outcome !== 'sent') return first;
  }
  const last = await sendContent({ text, reference: messageId }, order, access);
  return media.length === 0 || last.outcome === 'sent' ? last : halfSent(last);
}

/**
 * The media arrived and the words did not. To begin anew would send the media twice, so whatever may pass by itself is left
 * open: the next look finds the media and sends the words after them.
 */
function halfSent({ outcome, refusal }: Failure): Failure {
  const half = halfRefusal(refusal);
  return outcome === 'failed' ? { outcome, refusal: half } : { outcome: 'unconfirmed', refusal: half };
}

function halfRefusal({ code, explanation, advice }: Refusal): Refusal {
  return {
    code,
    explanation: `The pictures or the film arrived, the text did not. ${explanation}`,
    advice,
  };
}

async function sendContent(content: Content, order: Order, access: Access): Promise<SendOutcome> {
  const type = messageTypeOf(order, access.now);
  if (!type) return { outcome: 'failed', refusal: refusals.windowClosed };
  const recipient = { id: order.personId };
  const outcome = await post({ recipient, ...type }, content, access);
  // Facebook's count of the window decides; ours may have begun with something that opens none.
  const wider = isRefusedAs(outcome, refusals.windowClosed) ? widened(order, type) : undefined;
  return wider ? post({ recipient, ...wider }, content, access) : outcome;
}

/** Posts one message. What Meta could not fetch is tried once more: its fetches fail now and then. */
export async function post(envelope: object, content: Content, access: Access): Promise<SendOutcome> {
  const outcome = await postOnce(envelope, content, access);
  return isRefusedAs(outcome, refusals.mediaNotFetched) ? postOnce(envelope, content, access) : outcome;
}

async function postOnce(
  envelope: object,
  { text, media, reference }: Content,
  access: Access,
): Promise<SendOutcome> {
  const content = media ? attached(media) : { text };
  const body = { ...envelope, message: { ...content, metadata: reference } };
  const path = `${encodeURIComponent(access.accountId)}/messages`;
  const call = { method: 'POST', path, body, ...(media && { patience: MEDIA_PATIENCE }) } as const;
  const answer = await callGraph(access, call, Taken);
  if (!answer.ok) return answer.failure;
  const { message_id: nativeId, recipient_id: personId } = answer.value;
  return { outcome: 'sent', nativeId, personId };
}

/** Several pictures go as one stack; a film goes alone. */
function attached(media: Media[]) {
  const attachments = media.map(({ type, url }) => ({ type, payload: { url } }));
  const [only] = attachments;
  return attachments.length === 1 ? { attachment: only } : { attachments };
}

export function isRefusedAs(outcome: SendOutcome, { code }: { code: string }): boolean {
  return outcome.outcome === 'failed' && outcome.refusal.code === code;
}

/** Looks for the message in the conversation with the person; sends the words when only the media of it are there. */
export async function lookForMessage(order: Order, access: Access, since: string): Promise<LookOutcome> {
  const answer = await readThreads(access, earliest(since), order.personId);
  if (!answer.ok) return notAsked(answer.failure);
  const { threads, complete } = answer.value;
  const sent = threads.flatMap((thread) => thread.sent);
  const hasWords = order.text.trim() !== '';
  const whole = hasWords ? withWords(sent, order) : withMedia(sent, order);
  if (whole) return { found: 'yes', nativeId: whole.id };
  if (!complete) return { found: 'unknown', refusal: refusals.crowded };
  const half = hasWords && order.media.length > 0 ? withMedia(sent, order) : undefined;
  return half ? sendRest(order, access) : notSeen(order, access, since);
}

async function sendRest(order: Order, access: Access): Promise<LookOutcome> {
  const { text, messageId: reference } = order;
  const rest = await sendContent({ text, reference }, order, access);
  if (rest.outcome === 'sent') return { found: 'yes', nativeId: rest.nativeId };
  return { found: 'unknown', refusal: halfRefusal(rest.refusal) };
}
