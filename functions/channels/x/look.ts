import * as z from 'zod/mini';
import { platformVersions } from '../platform-versions.ts';
import type { LookOutcome, Order } from '../sending.ts';
import type { ApiCall, XApi } from './api.ts';
import { whenMade } from './instant.ts';
import { publicText } from './invitation.ts';
import { Id, lenient } from './lenient.ts';
import { failureOf } from './outcome.ts';
import { subjectOf } from './publish.ts';
import { refusals } from './refusals.ts';
import { ShownText, sentWords, shownWords } from './words.ts';

const API = `/${platformVersions.xApi.value}`;
const SECOND = 1000;
/**
 * How far before `since` to look, in milliseconds. A post may be from an earlier attempt, which X gives away by calling the later
 * one a duplicate; equal private messages are ordinary, so there only the clocks may differ.
 */
const REACH = { public: 60 * 60 * SECOND, private: 60 * SECOND } as const;
const PAGE = 100;
const MOST_PAGES = 5;

/** A post, or a message of a conversation. */
const Item = z.extend(ShownText, {
  id: Id,
  created_at: lenient(z.string()),
  sender_id: lenient(Id),
  referenced_tweets: lenient(z.array(z.object({ type: z.string(), id: Id }))),
  attachments: lenient(z.object({ media_keys: lenient(z.array(z.string())) })),
});
type Item = z.infer<typeof Item>;

const Page = z.object({
  data: z.optional(z.array(Item)),
  meta: z.object({ next_token: lenient(z.string()) }),
});

/** What is looked for, and where. */
interface Search {
  call: ApiCall;
  /** Epoch milliseconds; older items end the search. */
  from: number;
  matches(item: Item): boolean;
}

/** Looks for the order among our own posts, or in the conversation with the person. X shows a new post within seconds. */
export function lookFor(order: Order, api: XApi, since: string): Promise<LookOutcome> {
  const search = order.visibility === 'public' ? amongPosts : inConversation;
  const from = Date.parse(since) - REACH[order.visibility];
  return found(search(order, api, from), order, api);
}

function amongPosts(order: Order, { accountId }: XApi, from: number): Search {
  const words = sentWords(publicText(order, accountId));
  const query = {
    max_results: String(PAGE),
    start_time: new Date(from).toISOString().replace(/\.\d+/, ''),
    'tweet.fields': 'attachments,created_at,entities,referenced_tweets',
  };
  return {
    call: { method: 'GET', path: `${API}/users/${accountId}/tweets`, query },
    from,
    matches(item) {
      const answers = item.referenced_tweets?.find(({ type }) => type === 'replied_to')?.id;
      return answers === order.inReplyTo && isSame(order, words, item);
    },
  };
}

function inConversation(order: Order, { accountId }: XApi, from: number): Search {
  const words = sentWords(order.text);
  const query = {
    max_results: String(PAGE),
    event_types: 'MessageCreate',
    'dm_event.fields': 'attachments,created_at,entities,sender_id',
  };
  const path = `${API}/dm_conversations/with/${encodeURIComponent(order.personId)}/dm_events`;
  return {
    call: { method: 'GET', path, query },
    from,
    matches: (item) => item.sender_id === accountId && isSame(order, words, item),
  };
}

function isSame(order: Order, words: string, item: Item): boolean {
  const hasMedia = (item.attachments?.media_keys ?? []).length > 0;
  return shownWords(item) === words && hasMedia === order.media.length > 0;
}

/** Pages from the newest to the oldest. Having seen too little is no reason to say no. */
async function found({ call, from, matches }: Search, order: Order, api: XApi): Promise<LookOutcome> {
  let token: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = { ...call.query, ...(token !== undefined && { pagination_token: token }) };
    const reply = await api.call({ ...call, query });
    const read = Page.safeParse(reply.answered && reply.status < 300 ? reply.body : undefined);
    if (!read.success) {
      const { refusal } = failureOf(reply, 'look', subjectOf(order), api.now);
      return { found: 'unknown', refusal };
    }
    const { data = [], meta } = read.data;
    const recent = data.filter((item) => instantOf(item) >= from);
    const match = recent.find(matches);
    if (match !== undefined) return { found: 'yes', nativeId: match.id };
    token = meta.next_token;
    if (token === undefined || recent.length < data.length) return { found: 'no' };
  }
  return { found: 'unknown', refusal: refusals.tooMuch };
}

/** Epoch milliseconds of the end of its second, which is all that dates tell. What tells no instant counts as recent. */
function instantOf({ id, created_at }: Item): number {
  const at = whenMade(id, created_at);
  return at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at) + SECOND;
}
