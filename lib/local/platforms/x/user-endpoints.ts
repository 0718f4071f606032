import {
  chosen,
  expansions,
  postFields,
  postQuery,
  userExpansions,
  userFields,
  userQuery,
} from './fields.ts';
import { postIncludes } from './includes.ts';
import { page } from './pages.ts';
import type { Person } from './people.ts';
import { explicitMentions } from './post-source.ts';
import type { Post } from './posts.ts';
import { type Answer, notFoundError } from './problems.ts';
import { type Call, param, type Route } from './route.ts';
import { v2Post, v2User } from './v2-objects.ts';
import { queryId, queryInstant, queryNumber } from './validation.ts';

/** X looks no further back for mentions than this many posts. */
const REACH = 3_200;
const timelineQuery = [
  ...postQuery,
  ...['since_id', 'until_id', 'start_time', 'end_time', 'max_results', 'pagination_token'],
];

export const userRoutes: Route[] = [
  { endpoint: 'GET /2/users/me', auth: 'user', query: userQuery, handle: me },
  { endpoint: 'GET /2/users/:id', auth: 'any', query: userQuery, handle: byId },
  { endpoint: 'GET /2/users/by/username/:username', auth: 'any', query: userQuery, handle: byName },
  {
    endpoint: 'GET /2/users/:id/tweets',
    auth: 'any',
    query: [...timelineQuery, 'exclude'],
    handle: ownPosts,
  },
  { endpoint: 'GET /2/users/:id/mentions', auth: 'any', query: timelineQuery, handle: mentions },
];

function me(call: Call): Answer {
  return user(call, call.platform.world.people.get(call.accountId), 'id', call.accountId);
}

function byId(call: Call): Answer {
  const id = param(call, 'id');
  return user(call, call.platform.world.people.get(id), 'id', id);
}

function byName(call: Call): Answer {
  const handle = param(call, 'username');
  return user(call, call.platform.world.people.byHandle(handle), 'username', handle);
}

function user(call: Call, person: Person | undefined, parameter: string, value: string): Answer {
  expansions(call.query, userExpansions);
  if (!person) return { status: 200, body: { errors: [notFoundError('user', parameter, value)] } };
  return { status: 200, body: { data: chosen(v2User(call.platform.world, person), userFields, call.query) } };
}

function ownPosts(call: Call): Answer {
  const { posts } = call.platform.world;
  const exclude = (call.query.get('exclude') ?? '').split(',');
  const all = posts.byAuthor(param(call, 'id')).filter((post) => {
    return !(exclude.includes('replies') && post.replyTo) && !(exclude.includes('retweets') && post.reposts);
  });
  return timeline(call, all);
}

/** Posts that name the user, and direct replies, which on X name the one they answer without his handle being typed. */
function mentions(call: Call): Answer {
  const { world } = call.platform;
  const id = param(call, 'id');
  const all = world.posts.newest(REACH).filter((post) => {
    if (post.authorId === id) return false;
    const parent = post.replyTo ? world.posts.get(post.replyTo) : undefined;
    return parent?.authorId === id || explicitMentions(world, post).has(id);
  });
  return timeline(call, all);
}

function timeline(call: Call, posts: Post[]): Answer {
  const { world } = call.platform;
  const { query } = call;
  const size = queryNumber(query, 'max_results', { min: 5, max: 100, fallback: 10 });
  const [since, until] = [queryId(query, 'since_id') ?? 0n, queryId(query, 'until_id')];
  const start = queryInstant(query, 'start_time') ?? 0;
  const end = queryInstant(query, 'end_time') ?? Number.POSITIVE_INFINITY;
  const wanted = posts.filter((post) => {
    const number = BigInt(post.id);
    const between = number > since && (until === undefined || number < until);
    return between && post.createdAt >= start && post.createdAt < end;
  });
  const { items, next } = page(wanted, size, query.get('pagination_token'));
  const includes = postIncludes(world, items, query);
  const data = items.map((post) => chosen(v2Post(world, post), postFields, query));
  const ends = items.length > 0 ? { newest_id: items[0]?.id, oldest_id: items.at(-1)?.id } : {};
  const meta = { result_count: items.length, ...ends, ...(next && { next_token: next }) };
  return { status: 200, body: { ...(data.length > 0 && { data }), ...(includes && { includes }), meta } };
}
