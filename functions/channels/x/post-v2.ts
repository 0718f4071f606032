import * as z from 'zod/mini';
import type { Profile } from '../../domain/contact.ts';
import type { Attachment } from '../../domain/message.ts';
import { NO_INSTANT, whenMade } from './instant.ts';
import { Handle, Id, lenient, unwrapped } from './lenient.ts';
import { attachmentOf } from './media.ts';
import type { SeenPost } from './post.ts';
import { profilesOf } from './profile.ts';
import { typedText } from './text.ts';
import { readable } from './unreadable.ts';

/** A v2 post, as the X Activity API and filtered-stream webhooks send it. */
const Post = z.object({
  id: Id,
  text: z.string(),
  author_id: Id,
  created_at: lenient(z.string()),
  in_reply_to_tweet_id: lenient(Id),
  in_reply_to_user_id: lenient(Id),
  referenced_tweets: lenient(z.array(z.object({ type: z.string(), id: Id }))),
  note_tweet: lenient(z.object({ text: z.string() })),
  attachments: lenient(z.object({ media_keys: lenient(z.array(z.string())) })),
  entities: lenient(
    z.object({
      mentions: lenient(
        z.array(z.object({ id: lenient(Id), username: lenient(Handle), start: lenient(z.number()) })),
      ),
    }),
  ),
});
type Post = z.infer<typeof Post>;

/** What a post refers to. Any of the lists may be missing, and often all are. */
const Includes = lenient(
  z.object({
    users: z.optional(z.unknown()),
    media: lenient(z.array(z.unknown())),
    tweets: lenient(z.array(z.unknown())),
  }),
);

const IncludedPost = unwrapped(z.object({ id: Id, text: lenient(z.string()), author_id: lenient(Id) }));
const IncludedMedium = z.object({ media_key: z.string() });

/** Reads a v2 post. Throws `Drop` when it has no id, author or text; an author whom it does not introduce has only an id. */
export function readPost(payload: unknown, includes: unknown): SeenPost {
  const post = readable(Post, payload);
  const beside = Includes.parse(includes);
  const people = profilesOf(beside?.users);
  return {
    nativeId: post.id,
    at: whenMade(post.id, post.created_at) ?? NO_INSTANT,
    author: people.get(post.author_id) ?? { nativeId: post.author_id },
    text: typedText(post.note_tweet?.text ?? post.text),
    attachments: attachmentsOf(post, beside?.media ?? []),
    mentions: (post.entities?.mentions ?? []).map(({ id, username, start }) => ({
      id,
      handle: username,
      start,
    })),
    repliedTo: repliedTo(post, people),
    quoted: quoted(post, beside?.tweets ?? [], people),
    repostOf: referenced(post, 'retweeted'),
  };
}

function referenced(post: Post, type: 'replied_to' | 'quoted' | 'retweeted'): string | undefined {
  return post.referenced_tweets?.find((reference) => reference.type === type)?.id;
}

/** The post names its media by key; those that the delivery does not describe count as attachments all the same. */
function attachmentsOf(post: Post, media: unknown[]): Attachment[] {
  return (post.attachments?.media_keys ?? []).map((key) => {
    const described = media.find((medium) => IncludedMedium.safeParse(medium).data?.media_key === key);
    return attachmentOf(described);
  });
}

function repliedTo(post: Post, people: Map<string, Profile>): SeenPost['repliedTo'] {
  const postId = post.in_reply_to_tweet_id ?? referenced(post, 'replied_to');
  const nativeId = post.in_reply_to_user_id;
  if (nativeId === undefined) return postId === undefined ? undefined : { postId, person: undefined };
  const handle = post.entities?.mentions?.find((mention) => mention.id === nativeId)?.username;
  const person = people.get(nativeId) ?? (handle === undefined ? { nativeId } : { nativeId, handle });
  return { postId, person };
}

function quoted(post: Post, tweets: unknown[], people: Map<string, Profile>): SeenPost['quoted'] {
  const nativeId = referenced(post, 'quoted');
  if (nativeId === undefined) return undefined;
  const described = tweets
    .map((tweet) => IncludedPost.safeParse(tweet).data)
    .find((tweet) => tweet?.id === nativeId);
  return {
    nativeId,
    authorId: described?.author_id,
    handle: described?.author_id === undefined ? undefined : people.get(described.author_id)?.handle,
    text: described?.text === undefined ? undefined : typedText(described.text),
  };
}
