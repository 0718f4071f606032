import * as z from 'zod/mini';
import type { Conversation } from '../domain/conversation.ts';
import { Reject } from '../errors.ts';
import { withAddresses } from '../media/shown.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation, latestActivity, latestMessages, messagesBefore } from '../store/conversations.ts';
import { engagementOf } from '../store/engagement.ts';
import { latestNotes } from '../store/notes.ts';
import { getPosts } from '../store/posts.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import { conversationDetail } from './representation.ts';
import type { ApiServices } from './services.ts';
import { shownMessages } from './shown-messages.ts';

/** How many messages, notes and activity entries the detail shows; earlier messages are a later page. */
const MESSAGES_SHOWN = 200;
const ACTIVITY_SHOWN = 100;
const NOTES_SHOWN = 200;

const Look = z.object({
  messages: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(MESSAGES_SHOWN)), MESSAGES_SHOWN),
});

/** `GET /api/conversations/{id}`: a conversation with its messages, posts, clocks and activity; `?messages=` for fewer of them. */
export async function showConversation(
  request: HttpRequest,
  { desk, bucket, senderOf }: ApiServices,
): Promise<HttpAnswer> {
  agentOf(request);
  const { id = '' } = request.parameters;
  const look = queryOf(request, Look);
  // An id that names nothing costs three reads in vain; every other is answered one read sooner.
  const [conversation, latest, activity, notes] = await Promise.all([
    conversationOf(request, { desk }),
    latestMessages(desk.table, id, look.messages + 1),
    latestActivity(desk.table, id, ACTIVITY_SHOWN),
    latestNotes(desk.table, id, NOTES_SHOWN),
  ]);
  const messages = latest.slice(-look.messages);
  const hasEarlier = latest.length > look.messages;
  const { channel, accountId } = conversation;
  const postIds = new Set(messages.flatMap(({ postId }) => postId ?? []));
  const publicIds = messages.flatMap(
    ({ visibility, nativeId }) => (visibility === 'public' && nativeId) || [],
  );
  const named = (ids: Iterable<string>) =>
    [...ids].slice(-80).map((nativeId) => ({ channel, accountId, nativeId }));
  const now = desk.clock();
  const [shown, posts, engagement] = await Promise.all([
    withAddresses(messages, bucket, now),
    getPosts(desk.table, named(postIds)),
    engagementOf(desk.table, named(new Set([...publicIds, ...postIds]))),
  ]);
  const context = {
    messages: shown,
    hasEarlier,
    notes,
    activity,
    posts,
    engagement,
    now,
    sender: senderOf(channel),
  };
  return json(200, conversationDetail(conversation, context));
}

/** The conversation that the path names. @throws Reject 404 */
export async function conversationOf(
  { parameters }: HttpRequest,
  { desk }: Pick<ApiServices, 'desk'>,
): Promise<Conversation> {
  const conversation = await getConversation(desk.table, parameters.id ?? '');
  if (!conversation) throw unknownConversation();
  return conversation;
}

export const unknownConversation = (): Reject => new Reject(404, 'There is no conversation with this id.');

const Before = z.object({ before: z.string() });

/** `GET /api/conversations/{id}/messages?before=`: the messages before one that is shown, as many as the detail shows. */
export async function showEarlierMessages(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { before } = queryOf(request, Before);
  const { desk } = services;
  const conversation = await conversationOf(request, services);
  if (!before.startsWith(`${conversation.id}.`)) {
    throw new Reject(400, 'before is no id of a message of this conversation.');
  }
  const { messages, hasEarlier } = await messagesBefore(desk.table, before, MESSAGES_SHOWN);
  return json(200, { messages: await shownMessages(messages, services), hasEarlier });
}
