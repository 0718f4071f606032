import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Reason } from '../domain/triage/labels.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { type InboxPage, isPlaceIn, listInbox } from '../store/inbox.ts';
import { listMentioned } from '../store/mentions.ts';
import { type Agent, agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import { conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';

const Parameters = z.object({
  status: z.optional(z.enum(['open', 'snoozed', 'resolved'])),
  channel: z.optional(ChannelName),
  team: z.optional(z.string()),
  /** `me`, `none`, or the id of an agent. */
  owner: z.optional(z.string()),
  unanswered: z.optional(z.literal('true')),
  mentioned: z.optional(z.literal('me')),
  tag: z.optional(z.string()),
  reason: z.optional(Reason),
  spam: z.optional(z.literal('true')),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});
type Parameters = z.infer<typeof Parameters>;

/** `GET /api/conversations`: the inbox, most urgent first, page by page. A page may be short while there is a cursor. */
export async function listConversations(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { desk, senderOf } = services;
  const { conversations, last } = await pageOf(queryOf(request, Parameters), agent, services);
  const now = desk.clock();
  const items = conversations.map((conversation) =>
    conversationView(conversation, now, senderOf(conversation.channel)?.limits),
  );
  return json(200, { items, cursor: last === undefined ? null : Buffer.from(last).toString('base64url') });
}

function pageOf(parameters: Parameters, agent: Agent, { desk }: ApiServices): Promise<InboxPage> {
  const { mentioned, limit, cursor, owner, spam } = parameters;
  const status = spam === undefined ? (parameters.status ?? 'open') : 'spam';
  if (mentioned !== undefined) {
    const after = cursor === undefined ? undefined : readCursor(cursor, (place) => IS_ID.test(place));
    return listMentioned(desk.table, { agentId: agent.id, limit, after });
  }
  return listInbox(desk.table, {
    status,
    channel: parameters.channel,
    teamId: parameters.team,
    ownerId: owner === 'me' ? agent.id : owner === 'none' ? undefined : owner,
    unanswered: parameters.unanswered !== undefined,
    fits: filterOf(parameters),
    limit,
    after: cursor === undefined ? undefined : readCursor(cursor, (place) => isPlaceIn(status, place)),
  });
}

/** What no index answers; undefined when nothing of that is asked for. */
function filterOf({ owner, tag, reason }: Parameters): ((conversation: Conversation) => boolean) | undefined {
  const conditions: ((conversation: Conversation) => boolean)[] = [];
  if (owner === 'none') conditions.push(({ ownerId }) => ownerId === undefined);
  if (tag !== undefined) conditions.push(({ tags = [] }) => tags.includes(tag));
  if (reason !== undefined) conditions.push(({ triage }) => triage?.reason === reason);
  if (conditions.length === 0) return undefined;
  return (conversation) => conditions.every((fits) => fits(conversation));
}

/** Conversations that an agent was mentioned in are listed by their ids. */
const IS_ID = /^[0-9A-Z]{26}$/;

function readCursor(cursor: string, isPlace: (place: string) => boolean): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (isPlace(place)) return place;
  throw new Reject(400, 'The cursor is not one that this list gave out. Start again without it.');
}
