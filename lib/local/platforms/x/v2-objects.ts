import type { Media } from './media.ts';
import type { Message } from './messages.ts';
import type { Person } from './people.ts';
import { renderPost } from './post-source.ts';
import type { Post } from './posts.ts';
import { type RenderedText, renderText } from './text.ts';
import type { World } from './world.ts';

const EDIT_WINDOW = 60 * 60_000;

/** A user with every field that the API knows; the caller's `user.fields` decide what of it is sent. */
export function v2User(world: World, person: Person): Record<string, unknown> {
  return {
    id: person.id,
    name: person.name,
    username: person.handle,
    protected: false,
    verified: person.verified !== 'none',
    verified_type: person.verified,
    is_identity_verified: false,
    description: person.description,
    url: '',
    profile_image_url: avatarUrl(world, person),
    profile_banner_url: '',
    created_at: iso(person.createdAt),
    receives_your_dm: !person.dmsClosed,
    public_metrics: userMetrics(world, person),
  };
}

export function avatarUrl(world: World, person: Person): string {
  return `${world.url()}/profile_images/${person.id}/avatar_normal.svg`;
}

export function mediaUrl(world: World, mediaId: string): string {
  return `${world.url()}/media/${mediaId}`;
}

export function userMetrics(world: World, person: Person): Record<string, number> {
  const totals = world.posts.totals(person.id);
  return {
    followers_count: person.followers,
    following_count: person.following,
    tweet_count: totals.posts,
    listed_count: Math.floor(person.followers / 500),
    like_count: 0,
    media_count: totals.withMedia,
  };
}

/** A post with every field that the API knows, see {@link v2User}. */
export function v2Post(world: World, post: Post): Record<string, unknown> {
  const rendered = renderPost(world, post);
  const parent = post.replyTo ? world.posts.get(post.replyTo) : undefined;
  const entities = v2Entities(rendered);
  const references = referencesOf(post);
  const counts = world.posts.counts(post.id);
  return {
    id: post.id,
    text: rendered.text,
    author_id: post.authorId,
    created_at: iso(post.createdAt),
    conversation_id: post.conversationId,
    edit_history_tweet_ids: [post.id],
    edit_controls: {
      edits_remaining: 5,
      is_edit_eligible: true,
      editable_until: iso(post.createdAt + EDIT_WINDOW),
    },
    display_text_range: rendered.range,
    possibly_sensitive: false,
    paid_partnership: false,
    public_metrics: {
      retweet_count: counts.reposts,
      reply_count: counts.replies,
      like_count: counts.likes,
      quote_count: counts.quotes,
      bookmark_count: 0,
      impression_count: 0,
    },
    reply_settings: 'everyone',
    lang: 'en',
    ...(parent && { in_reply_to_user_id: parent.authorId }),
    ...(references.length > 0 && { referenced_tweets: references }),
    ...(entities && { entities }),
    ...(post.media.length > 0 && { attachments: { media_keys: post.media.map((id) => keyOf(world, id)) } }),
  };
}

function referencesOf(post: Post): { type: string; id: string }[] {
  const references: { type: string; id: string }[] = [];
  if (post.replyTo) references.push({ type: 'replied_to', id: post.replyTo });
  if (post.quotes) references.push({ type: 'quoted', id: post.quotes });
  if (post.reposts) references.push({ type: 'retweeted', id: post.reposts });
  return references;
}

/** Undefined when the text holds nothing to point at, as X leaves the field out then. */
export function v2Entities(rendered: RenderedText): Record<string, unknown> | undefined {
  const mentions = rendered.mentions.map(({ start, end, person }) => ({
    start,
    end,
    username: person.handle,
    id: person.id,
  }));
  const urls = rendered.links.map(({ start, end, url, expanded, display }) => ({
    start,
    end,
    url,
    expanded_url: expanded,
    display_url: display,
  }));
  if (mentions.length + urls.length === 0) return undefined;
  return { ...(mentions.length > 0 && { mentions }), ...(urls.length > 0 && { urls }) };
}

export function renderMessage(world: World, message: Message): RenderedText {
  const appended = message.mediaId ? [`https://x.com/messages/media/${message.id}`] : [];
  return renderText(
    { addressed: '', text: message.text, appended },
    () => undefined,
    world.settings.plainText,
  );
}

/** A direct message as `GET /2/dm_events` lists it. */
export function v2Message(world: World, message: Message): Record<string, unknown> {
  const rendered = renderMessage(world, message);
  const entities = v2Entities(rendered);
  return {
    id: message.id,
    event_type: 'MessageCreate',
    text: rendered.text,
    sender_id: message.senderId,
    dm_conversation_id: message.conversationId,
    created_at: iso(message.createdAt),
    ...(entities && { entities }),
    ...(message.mediaId && { attachments: { media_keys: [keyOf(world, message.mediaId)] } }),
  };
}

export function v2Media(world: World, media: Media): Record<string, unknown> {
  return {
    media_key: mediaKey(media),
    type: mediaKind(media),
    url: mediaUrl(world, media.id),
    width: 1200,
    height: 900,
  };
}

/** Photo, video or moving picture, as both generations name it. */
export function mediaKind(media: Media): 'photo' | 'video' | 'animated_gif' {
  if (media.category.endsWith('_video')) return 'video';
  return media.category.endsWith('_gif') ? 'animated_gif' : 'photo';
}

/** The id with a number for its kind before it, as X makes media keys. */
export function mediaKey(media: Media): string {
  return `${{ photo: 3, video: 7, animated_gif: 16 }[mediaKind(media)]}_${media.id}`;
}

function keyOf(world: World, id: string): string {
  const media = world.media.get(id);
  return media ? mediaKey(media) : `3_${id}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
