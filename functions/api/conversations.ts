import * as z from 'zod/mini';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import { ChannelName } from '../domain/channel-name.ts';
import type { Conversation } from '../domain/conversation.ts';
import { resolve } from '../domain/resolve.ts';
import { Reject } from '../errors.ts';
import { withAddresses } from '../media/shown.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation, latestActivity, latestMessages } from '../store/conversations.ts';
import { engagementOf } from '../store/engagement.ts';
import { isPlaceIn, listInbox } from '../store/inbox.ts';
import { getPosts } from '../store/posts.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json, queryOf } from './json.ts';
import { conversationDetail, conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many messages and activity entries the detail shows; earlier ones are a later page. */
const MESSAGES_SHOWN = 200;
const ACTIVITY_SHOWN = 100;

const InboxParameters = z.object({
  status: z._default(z.enum(['open', 'snoozed', 'resolved']), 'open'),
  channel: z.optional(ChannelName),
  team: z.optional(z.string()),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});

/** `GET /api/conversations`: the inbox, most urgent first, page by page. */
export async function listConversations(
  request: HttpRequest,
  { desk, senderOf }: ApiServices,
): Promise<HttpAnswer> {
  agentOf(request);
  const { status, channel, team: teamId, limit, cursor } = queryOf(request, InboxParameters);
  const query = {
    status,
    channel,
    teamId,
    limit,
    after: cursor === undefined ? undefined : readCursor(cursor, status),
  };
  const { conversations, last } = await listInbox(desk.table, query);
  const now = desk.clock();
  const items = conversations.map((conversation) =>
    conversationView(conversation, now, senderOf(conversation.channel)?.limits),
  );
  return json(200, { items, cursor: last === undefined ? null : Buffer.from(last).toString('base64url') });
}

function readCursor(cursor: string, status: Conversation['status']): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (isPlaceIn(status, place)) return place;
  throw new Reject(400, 'The cursor is not one that this list gave out. Start again without it.');
}

/** `GET /api/conversations/{id}`: a conversation with its messages, posts, clocks and activity. */
export async function showConversation(
  request: HttpRequest,
  { desk, bucket, senderOf }: ApiServices,
): Promise<HttpAnswer> {
  agentOf(request);
  const conversation = await conversationOf(request, { desk });
  const [messages, activity] = await Promise.all([
    latestMessages(desk.table, conversation.id, MESSAGES_SHOWN),
    latestActivity(desk.table, conversation.id, ACTIVITY_SHOWN),
  ]);
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
  const context = { messages: shown, activity, posts, engagement, now, sender: senderOf(channel) };
  return json(200, conversationDetail(conversation, context));
}

/** The conversation that the path names. @throws Reject 404 */
export async function conversationOf(
  { parameters }: HttpRequest,
  { desk }: Pick<ApiServices, 'desk'>,
): Promise<Conversation> {
  const conversation = await getConversation(desk.table, parameters.id ?? '');
  if (!conversation) throw new Reject(404, 'There is no conversation with this id.');
  return conversation;
}

const StatusChange = z.object({ status: z.literal('resolved') });

/** `PATCH /api/conversations/{id}`: resolves a conversation, which ends its clocks. */
export async function changeConversation(
  request: HttpRequest,
  { desk, senderOf }: ApiServices,
): Promise<HttpAnswer> {
  const agent = agentOf(request);
  bodyOf(request, StatusChange);
  await decideUntilCommitted(desk.table, async () => {
    const conversation = await conversationOf(request, { desk });
    // Ending asks no policy.
    return resolve(conversation, agent.id, causeOf(desk, request.traceId, { policies: [], calendars: {} }));
  });
  const changed = await conversationOf(request, { desk });
  return json(200, conversationView(changed, desk.clock(), senderOf(changed.channel)?.limits));
}
