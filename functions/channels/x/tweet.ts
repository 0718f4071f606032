import * as z from 'zod/mini';
import { NO_INSTANT, whenMade } from './instant.ts';
import { Handle, Id, lenient } from './lenient.ts';
import { attachmentOf } from './media.ts';
import type { SeenPost } from './post.ts';
import { personOf, profileOf } from './profile.ts';
import { typedText } from './text.ts';
import { readable } from './unreadable.ts';

const MediaList = z.object({ media: lenient(z.array(z.unknown())) });

const Entities = z.object({
  user_mentions: lenient(
    z.array(
      z.object({
        id_str: lenient(Id),
        screen_name: lenient(Handle),
        indices: lenient(z.array(z.number())),
      }),
    ),
  ),
  media: lenient(z.array(z.unknown())),
});

/** A text beyond 280 characters: then the outer `text` and entities are cut short and these are whole. */
const Extended = z.object({
  full_text: z.string(),
  entities: lenient(Entities),
  extended_entities: lenient(MediaList),
});

const Quoted = z.object({
  text: lenient(z.string()),
  extended_tweet: lenient(z.object({ full_text: z.string() })),
  user: z.optional(z.unknown()),
});

/** A v1.1 post, as the Account Activity API sends it. */
const Tweet = z.object({
  id_str: Id,
  created_at: lenient(z.string()),
  text: z.string(),
  user: z.optional(z.unknown()),
  in_reply_to_status_id_str: lenient(Id),
  in_reply_to_user_id_str: lenient(Id),
  in_reply_to_screen_name: lenient(Handle),
  entities: lenient(Entities),
  extended_entities: lenient(MediaList),
  extended_tweet: lenient(Extended),
  retweeted_status: lenient(z.object({ id_str: Id })),
  quoted_status_id_str: lenient(Id),
  quoted_status: lenient(Quoted),
});
type Tweet = z.infer<typeof Tweet>;

/** Reads a v1.1 post. Throws `Drop` when it has no id, author or text. */
export function readTweet(event: unknown): SeenPost {
  const tweet = readable(Tweet, event);
  const entities = tweet.extended_tweet?.entities ?? tweet.entities;
  return {
    nativeId: tweet.id_str,
    at: whenMade(tweet.id_str, tweet.created_at) ?? NO_INSTANT,
    author: personOf(tweet.user),
    text: typedText(tweet.extended_tweet?.full_text ?? tweet.text),
    attachments: mediaOf(tweet).map(attachmentOf),
    mentions: (entities?.user_mentions ?? []).map((mention) => ({
      id: mention.id_str,
      handle: mention.screen_name,
      start: mention.indices?.[0],
    })),
    repliedTo: repliedTo(tweet),
    quoted: quoted(tweet),
    repostOf: tweet.retweeted_status?.id_str,
  };
}

/** `entities` names only the first picture; the whole list stands in `extended_entities`. */
function mediaOf(tweet: Tweet): unknown[] {
  const whole = tweet.extended_tweet?.extended_entities ?? tweet.extended_entities;
  return whole?.media ?? tweet.extended_tweet?.entities?.media ?? tweet.entities?.media ?? [];
}

function repliedTo(tweet: Tweet): SeenPost['repliedTo'] {
  const postId = tweet.in_reply_to_status_id_str;
  const nativeId = tweet.in_reply_to_user_id_str;
  if (nativeId === undefined) return postId === undefined ? undefined : { postId, person: undefined };
  const handle = tweet.in_reply_to_screen_name;
  return { postId, person: handle === undefined ? { nativeId } : { nativeId, handle } };
}

function quoted(tweet: Tweet): SeenPost['quoted'] {
  const nativeId = tweet.quoted_status_id_str;
  if (nativeId === undefined) return undefined;
  const text = tweet.quoted_status?.extended_tweet?.full_text ?? tweet.quoted_status?.text;
  const author = profileOf(tweet.quoted_status?.user);
  return {
    nativeId,
    authorId: author?.nativeId,
    handle: author?.handle,
    text: text === undefined ? undefined : typedText(text),
  };
}
