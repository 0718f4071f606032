import * as z from 'zod/mini';
import type { Access, LookOutcome, Order, SendOutcome } from '../sending.ts';
import { readThreads, withMedia, withWords } from './conversations.ts';
import { isPostOf } from './feed-id.ts';
import { callGraph } from './graph-call.ts';
import { EARLIER_TRY, earliest, notAsked, notSeen } from './look.ts';
import { isRefusedAs, post } from './messenger.ts';
import { lenient } from './meta-fields.ts';
import { refusals } from './refusals.ts';

const Commented = z.object({ from: lenient(z.object({ name: lenient(z.string()) })) });

/**
 * Writes the one private message that Facebook allows after a comment or a visitor's post, and tells under which id Messenger
 * knows its author. Facebook itself sees to it that there is no second one: if it says that there was one, that may have been
 * an earlier try of ours whose answer got lost.
 */
export async function sendInvitation(order: Order, access: Access): Promise<SendOutcome> {
  const { inReplyTo = '', media, text, messageId: reference } = order;
  const recipient = isPostOf(access.accountId, inReplyTo)
    ? { post_id: inReplyTo }
    : { comment_id: inReplyTo };
  const content = media.length > 0 ? { media } : { text };
  const outcome = await post({ recipient }, { ...content, reference }, access);
  if (!isRefusedAs(outcome, refusals.alreadyReplied)) return outcome;
  const earlier = await find(order, access, access.now - EARLIER_TRY);
  if (earlier.found === 'no') return outcome;
  if (earlier.found === 'unknown') return { outcome: 'unconfirmed', refusal: earlier.refusal };
  return { outcome: 'sent', nativeId: earlier.nativeId, personId: earlier.personId };
}

/**
 * Looks for the invitation among the private messages of our page. `no` sends it again, which is safe: should the first one
 * show up late, Facebook refuses the second.
 */
export async function lookForInvitation(order: Order, access: Access, since: string): Promise<LookOutcome> {
  const found = await find(order, access, earliest(since));
  return found.found === 'no' ? notSeen(order, access, since) : found;
}

/**
 * The same words often go to many people, so that only a message to somebody with the name of the author counts: the feed and
 * Messenger know a person by different ids. An author without a name is not found, nor is what lies too deep among other
 * conversations: Facebook refuses a second private reply in any case.
 */
async function find(order: Order, access: Access, from: number): Promise<LookOutcome> {
  const path = encodeURIComponent(order.inReplyTo ?? '');
  const author = await callGraph(access, { method: 'GET', path, query: { fields: 'from{name}' } }, Commented);
  if (!author.ok) return author.failure.outcome === 'failed' ? { found: 'no' } : notAsked(author.failure);
  const name = author.value.from?.name;
  if (name === undefined) return { found: 'no' };
  const answer = await readThreads(access, from);
  if (!answer.ok) return notAsked(answer.failure);
  for (const { people, sent } of answer.value.threads) {
    const person = people.find((one) => one.name === name);
    const message = person && (order.media.length > 0 ? withMedia(sent, order) : withWords(sent, order));
    if (message) return { found: 'yes', nativeId: message.id, personId: person.id };
  }
  return { found: 'no' };
}
