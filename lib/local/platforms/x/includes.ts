import {
  chosen,
  expansions,
  mediaFields,
  messageExpansions,
  postExpansions,
  postFields,
  userFields,
} from './fields.ts';
import type { Message } from './messages.ts';
import { renderPost } from './post-source.ts';
import type { Post } from './posts.ts';
import { v2Media, v2Post, v2User } from './v2-objects.ts';
import type { World } from './world.ts';

type Fields = Record<string, unknown>;

/** The `includes` of an answer with posts, by the query's `expansions`; undefined when there is nothing to include. */
export function postIncludes(
  world: World,
  posts: readonly Post[],
  query: URLSearchParams,
): Fields | undefined {
  const wanted = expansions(query, postExpansions);
  const related = posts.flatMap((post) =>
    [post.replyTo, post.quotes, post.reposts].flatMap((id) => (id ? (world.posts.get(id) ?? []) : [])),
  );
  const alive = related.filter((post) => !post.deleted);
  const people: string[] = [];
  if (wanted.has('author_id')) people.push(...posts.map((post) => post.authorId));
  if (wanted.has('referenced_tweets.id.author_id')) people.push(...alive.map((post) => post.authorId));
  if (wanted.has('in_reply_to_user_id')) people.push(...posts.flatMap((post) => parentAuthor(world, post)));
  if (wanted.has('entities.mentions.username')) {
    people.push(...posts.flatMap((post) => renderPost(world, post).mentions.map(({ person }) => person.id)));
  }
  const tweets = [...wanted].some((name) => name.startsWith('referenced_tweets.id')) ? alive : [];
  const media = wanted.has('attachments.media_keys') ? posts.flatMap((post) => post.media) : [];
  return gathered(world, query, { people, tweets, media });
}

/** The `includes` of an answer with direct messages. */
export function messageIncludes(
  world: World,
  messages: readonly Message[],
  query: URLSearchParams,
): Fields | undefined {
  const wanted = expansions(query, messageExpansions);
  const people: string[] = [];
  if (wanted.has('sender_id')) people.push(...messages.map((message) => message.senderId));
  const media = wanted.has('attachments.media_keys')
    ? messages.flatMap((message) => message.mediaId ?? [])
    : [];
  return gathered(world, query, { people, tweets: [], media });
}

function gathered(
  world: World,
  query: URLSearchParams,
  found: { people: readonly string[]; tweets: readonly Post[]; media: readonly string[] },
): Fields | undefined {
  const users = unique(found.people)
    .flatMap((id) => world.people.get(id) ?? [])
    .map((person) => chosen(v2User(world, person), userFields, query));
  const tweets = unique(found.tweets.map((post) => post.id))
    .flatMap((id) => world.posts.get(id) ?? [])
    .map((post) => chosen(v2Post(world, post), postFields, query));
  const media = unique(found.media)
    .flatMap((id) => world.media.get(id) ?? [])
    .map((item) => chosen(v2Media(world, item), mediaFields, query));
  const includes = {
    ...(users.length > 0 && { users }),
    ...(tweets.length > 0 && { tweets }),
    ...(media.length > 0 && { media }),
  };
  return Object.keys(includes).length > 0 ? includes : undefined;
}

function parentAuthor(world: World, post: Post): string[] {
  const parent = post.replyTo ? world.posts.get(post.replyTo) : undefined;
  return parent ? [parent.authorId] : [];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
