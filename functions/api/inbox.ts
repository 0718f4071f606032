import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import type { Conversation } from '../domain/conversation.ts';
import { askedWords } from '../domain/search-words.ts';
import { Reason } from '../domain/triage/labels.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversations } from '../store/conversations.ts';
import { type InboxPage, isPlaceIn, listInbox } from '../store/inbox.ts';
import { listMentioned } from '../store/mentions.ts';
import { findConversations } from '../store/search.ts';
import type { Table } from '../store/table.ts';
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
  /** Words that were said, or beginnings of names and handles; all statuses, unless one is asked for. */
  q: z.optional(z.string().check(z.maxLength(200))),
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
  if (parameters.q?.trim()) return search(parameters.q, parameters, agent, desk.table);
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

/** How many of the found conversations are looked at for a page, of which some may not fit the other questions. */
const MOST_LOOKED_AT = 200;

/** What was found, the latest opened first; blocked people too, who stand in no list. */
async function search(q: string, parameters: Parameters, agent: Agent, table: Table): Promise<InboxPage> {
  const { limit, cursor, status, channel, team, owner, unanswered, spam } = parameters;
  const after = cursor === undefined ? undefined : readCursor(cursor, (place) => IS_ID.test(place));
  const found = await findConversations(table, askedWords(q));
  const open = found.filter((id) => after === undefined || id < after).slice(0, MOST_LOOKED_AT + 1);
  const ownerId = owner === 'me' ? agent.id : owner === 'none' ? undefined : owner;
  const fits = filterOf(parameters);
  const conversations: Conversation[] = [];
  let last: string | undefined;
  for (let start = 0; start < Math.min(open.length, MOST_LOOKED_AT); start += limit) {
    for (const conversation of await getConversations(table, open.slice(start, start + limit))) {
      if (conversations.length === limit) return { conversations, last };
      last = conversation.id;
      const isAsked =
        (status === undefined || conversation.status === status) &&
        (channel === undefined || conversation.channel === channel) &&
        (team === undefined || conversation.teamId === team) &&
        (ownerId === undefined || conversation.ownerId === ownerId) &&
        (unanswered === undefined || conversation.unanswered.length > 0) &&
        (spam === undefined || conversation.triage?.spam === true) &&
        (fits === undefined || fits(conversation));
      if (isAsked) conversations.push(conversation);
    }
  }
  return { conversations, last: open.length > MOST_LOOKED_AT ? last : undefined };
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
