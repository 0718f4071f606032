import * as z from 'zod/mini';
import { isUnreachable, sendMessage } from './acts.ts';
import { chosen, messageFields, messageQuery } from './fields.ts';
import { messageIncludes } from './includes.ts';
import { attachable } from './media-rules.ts';
import { conversationBetween, type Message } from './messages.ts';
import { page } from './pages.ts';
import { type Answer, invalidRequest, noDirectMessages, notFound, Problem } from './problems.ts';
import { type Call, param, type Route } from './route.ts';
import { v2Message } from './v2-objects.ts';
import { IdSchema, parseBody, queryNumber } from './validation.ts';

const LONGEST_TEXT = 10_000;
const NewMessageSchema = z.strictObject({
  text: z.optional(z.string().check(z.minLength(1))),
  attachments: z.optional(
    z.array(z.strictObject({ media_id: IdSchema })).check(z.minLength(1), z.maxLength(1)),
  ),
});
const listQuery = [...messageQuery, 'event_types', 'max_results', 'pagination_token'];

export const messageRoutes: Route[] = [
  { endpoint: 'POST /2/dm_conversations/with/:id/messages', auth: 'user', handle: sendToPerson },
  { endpoint: 'POST /2/dm_conversations/:conversation/messages', auth: 'user', handle: sendToConversation },
  {
    endpoint: 'GET /2/dm_conversations/with/:id/dm_events',
    auth: 'user',
    query: listQuery,
    handle: withPerson,
  },
  {
    endpoint: 'GET /2/dm_conversations/:conversation/dm_events',
    auth: 'user',
    query: listQuery,
    handle: ofConversation,
  },
  { endpoint: 'GET /2/dm_events', auth: 'user', query: listQuery, handle: ofAccount },
];

function sendToPerson(call: Call): Answer {
  return send(call, param(call, 'id'));
}

/** Only a conversation that has begun has an id to write to. */
function sendToConversation(call: Call): Answer {
  return send(call, otherSide(call, param(call, 'conversation')));
}

function otherSide(call: Call, conversationId: string): string {
  const sides = conversationId.split('-');
  const other = sides.find((id) => id !== call.accountId);
  const begun = call.platform.world.messages.inConversation(conversationId).length > 0;
  if (!other || !sides.includes(call.accountId) || !begun) {
    throw new Problem(notFound('dm_conversation', conversationId));
  }
  return other;
}

function send(call: Call, recipientId: string): Answer {
  const { platform, accountId } = call;
  const { world } = platform;
  const { text = '', attachments = [] } = parseBody(NewMessageSchema, call.body);
  const mediaId = attachments[0]?.media_id;
  if (text === '' && !mediaId) throw refuse('text', '', '$.text: is missing and there is no attachment');
  if (text.length > LONGEST_TEXT)
    throw refuse('text', text, `$.text: may be at most ${LONGEST_TEXT} characters long`);
  if (recipientId === accountId) throw refuse('participant_id', recipientId, 'You cannot message yourself.');
  if (!world.people.get(recipientId)) return notFound('user', recipientId);
  if (mediaId && !attachable(world, mediaId, accountId, 'dm')) {
    throw refuse('attachments.media_id', mediaId, 'Your media IDs are invalid.');
  }
  if (isUnreachable(world, accountId, recipientId)) return noDirectMessages;
  const { message } = sendMessage(platform, { senderId: accountId, recipientId, text, mediaId });
  return {
    status: 201,
    body: { data: { dm_conversation_id: message.conversationId, dm_event_id: message.id } },
  };
}

function refuse(name: string, value: string, message: string): Problem {
  return new Problem(invalidRequest({ name, value, message }));
}

function withPerson(call: Call): Answer {
  const id = conversationBetween(call.accountId, param(call, 'id'));
  return listed(call, call.platform.world.messages.inConversation(id).toReversed());
}

function ofConversation(call: Call): Answer {
  const id = param(call, 'conversation');
  const mine = id.split('-').includes(call.accountId);
  return listed(call, mine ? call.platform.world.messages.inConversation(id).toReversed() : []);
}

function ofAccount(call: Call): Answer {
  return listed(call, call.platform.world.messages.ofUser(call.accountId));
}

/** Newest first. */
function listed(call: Call, messages: Message[]): Answer {
  const { world } = call.platform;
  const { query } = call;
  const size = queryNumber(query, 'max_results', { min: 1, max: 100, fallback: 100 });
  const { items, next } = page(messages, size, query.get('pagination_token'));
  const data = items.map((message) => chosen(v2Message(world, message), messageFields, query));
  const includes = messageIncludes(world, items, query);
  const meta = { result_count: items.length, ...(next && { next_token: next }) };
  return { status: 200, body: { ...(data.length > 0 && { data }), ...(includes && { includes }), meta } };
}
