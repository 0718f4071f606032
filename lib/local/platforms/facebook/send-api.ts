import * as z from 'zod/mini';
import { badParameter, graphError } from './errors.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { jsonParam, readParams } from './params.ts';
import { type Acquaintance, acquaintanceByPsid, type Page } from './people.ts';
import { notePrivateReply, privateRecipient } from './private-reply.ts';
import { isHeavy, MessageParam, readContent } from './send-message.ts';
import { findMessage } from './thread.ts';
import { type MessageContent, markSeen, sendFromPage, setTyping } from './thread-actions.ts';
import { APP_ID } from './world.ts';

const HOUR_MS = 3_600_000;
const STANDARD_MS = 24 * HOUR_MS;
const HUMAN_AGENT_MS = 7 * 24 * HOUR_MS;
/** Calls a second and page: light messages, audio and video. */
const LIGHT_RATE = 300;
const HEAVY_RATE = 10;
/** Refused since 2026-04-27, with the same error whatever the window. */
const REMOVED_TAGS = ['ACCOUNT_UPDATE', 'CONFIRMED_EVENT_UPDATE', 'POST_PURCHASE_UPDATE'];

const Recipient = z.strictObject({
  id: z.optional(z.string()),
  comment_id: z.optional(z.string()),
  post_id: z.optional(z.string()),
  user_ref: z.optional(z.string()),
});
const Send = z.object({
  recipient: jsonParam(Recipient),
  messaging_type: z.optional(z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG'])),
  tag: z.optional(z.string()),
  message: z.optional(jsonParam(MessageParam)),
  reply_to: z.optional(jsonParam(z.strictObject({ mid: z.string() }))),
  sender_action: z.optional(z.enum(['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact'])),
});
type Send = z.infer<typeof Send>;

/** POST /{page-id}/messages: a message, a private reply or a sender action. */
export function sendMessage(call: GraphCall, page: Page): GraphAnswer {
  if (page.gate === 'restricted') throw graphError('restricted');
  const send = readParams(Send, call.params);
  const named = Object.values(send.recipient).filter((value) => value !== undefined);
  if (named.length !== 1)
    throw badParameter('Param recipient must name exactly one of id, comment_id, post_id, user_ref');
  if (send.sender_action !== undefined) return actOn(call, page, send);
  if (send.message === undefined) throw badParameter('Param message must be non-empty');
  const isPrivateReply = send.recipient.comment_id !== undefined || send.recipient.post_id !== undefined;
  checkType(send, isPrivateReply);
  const content = readContent(send.message, send.reply_to?.mid);
  const heavy = isHeavy(content);
  if (!call.usage.take(`${page.id} ${heavy}`, heavy ? HEAVY_RATE : LIGHT_RATE)) throw graphError('rate');
  return isPrivateReply ? replyPrivately(call, page, send, content) : sendToPerson(call, page, send, content);
}

/** The type and the tag belong together; a private reply needs neither. */
function checkType({ messaging_type, tag }: Send, isPrivateReply: boolean): void {
  if (tag !== undefined && REMOVED_TAGS.includes(tag)) throw graphError('tagRemoved');
  if (messaging_type === undefined && !isPrivateReply) {
    throw badParameter('Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}');
  }
  if ((messaging_type === 'MESSAGE_TAG') !== (tag !== undefined)) {
    throw badParameter('Param tag must be given with messaging_type MESSAGE_TAG, and only then');
  }
  if (tag !== undefined && tag !== 'HUMAN_AGENT')
    throw badParameter('Param tag must be one of {HUMAN_AGENT}');
}

function sendToPerson(call: GraphCall, page: Page, send: Send, content: MessageContent): GraphAnswer {
  const person = findRecipient(call, page, send);
  const window = send.tag === 'HUMAN_AGENT' ? HUMAN_AGENT_MS : STANDARD_MS;
  if (person.lastActionAt === null || call.world.now() - person.lastActionAt > window) {
    throw graphError('outsideWindow');
  }
  const replyTo = content.extras?.replyTo;
  if (replyTo !== undefined && findMessage(call.world.memory, replyTo)?.personId !== person.personId) {
    throw badParameter('Param reply_to[mid] is not a message of this conversation');
  }
  const message = sendFromPage(call.world, person, content, APP_ID);
  return { body: { recipient_id: person.psid, message_id: message.mid } };
}

/** The answer tells the PSID of somebody who so far was only known by the id of the feed. */
function replyPrivately(call: GraphCall, page: Page, send: Send, content: MessageContent): GraphAnswer {
  const { activity, person } = privateRecipient(call.world, page.id, send.recipient);
  const message = sendFromPage(call.world, person, content, APP_ID);
  notePrivateReply(call.world, activity, message.mid);
  return { body: { recipient_id: person.psid, message_id: message.mid } };
}

function actOn(call: GraphCall, page: Page, send: Send): GraphAnswer {
  if (send.message !== undefined) throw badParameter('Param sender_action must be sent without a message');
  const person = findRecipient(call, page, send);
  if (send.sender_action === 'typing_on') setTyping(call.world, person, true);
  if (send.sender_action === 'typing_off') setTyping(call.world, person, false);
  if (send.sender_action === 'mark_seen') markSeen(call.world, person);
  return { body: { recipient_id: person.psid } };
}

function findRecipient(call: GraphCall, page: Page, send: Send): Acquaintance {
  const person = acquaintanceByPsid(call.world.memory, page.id, send.recipient.id ?? '');
  if (!person) throw graphError('noUser');
  if (person.blocked) throw graphError('unavailable');
  return person;
}
