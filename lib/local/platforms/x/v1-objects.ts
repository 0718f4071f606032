import type { Media } from './media.ts';
import type { Person } from './people.ts';
import { permalink, renderPost } from './post-source.ts';
import type { Post } from './posts.ts';
import type { RenderedText } from './text.ts';
import { avatarUrl, mediaKind, mediaUrl, userMetrics } from './v2-objects.ts';
import type { World } from './world.ts';

declare global {
  interface JSON {
    /** Puts `text` into the output as it is: the only way to write an id of 19 digits as a number. */
    rawJSON(text: string): object;
  }
}

/** Texts beyond this many characters are cut in v1.1 bodies, with the whole in `extended_tweet`. */
const CLASSIC_LENGTH = 140;

export type Fields = Record<string, unknown>;

/** An id as the number that v1.1 prints beside `id_str`, too large for JavaScript's numbers. */
function numeric(id: string | undefined): object | null {
  return id === undefined ? null : JSON.rawJSON(id);
}

/** A user of the Account Activity API, v1.1. */
export function v1User(world: World, person: Person): Fields {
  const metrics = userMetrics(world, person);
  return {
    id: numeric(person.id),
    id_str: person.id,
    name: person.name,
    screen_name: person.handle,
    location: null,
    url: null,
    description: person.description,
    translator_type: 'none',
    protected: false,
    verified: person.verified !== 'none',
    followers_count: person.followers,
    friends_count: person.following,
    listed_count: metrics.listed_count,
    favourites_count: 0,
    statuses_count: metrics.tweet_count,
    created_at: v1Date(person.createdAt),
    utc_offset: null,
    time_zone: null,
    geo_enabled: false,
    lang: null,
    contributors_enabled: false,
    is_translator: false,
    profile_image_url_https: avatarUrl(world, person),
    default_profile: true,
    default_profile_image: false,
    following: null,
    follow_request_sent: null,
    notifications: null,
  };
}

/** A post of the Account Activity API, v1.1. */
export function v1Post(world: World, post: Post): Fields {
  const rendered = renderPost(world, post);
  const parent = post.replyTo ? world.posts.get(post.replyTo) : undefined;
  const author = world.people.get(post.authorId);
  const counts = world.posts.counts(post.id);
  return {
    created_at: v1Date(post.createdAt),
    id: numeric(post.id),
    id_str: post.id,
    ...textFields(world, post, rendered),
    source: '',
    in_reply_to_status_id: numeric(post.replyTo),
    in_reply_to_status_id_str: post.replyTo ?? null,
    in_reply_to_user_id: numeric(parent?.authorId),
    in_reply_to_user_id_str: parent?.authorId ?? null,
    in_reply_to_screen_name: (parent && world.people.get(parent.authorId)?.handle) ?? null,
    user: author && v1User(world, author),
    geo: null,
    coordinates: null,
    place: null,
    contributors: null,
    is_quote_status: post.quotes !== undefined,
    quote_count: counts.quotes,
    reply_count: counts.replies,
    retweet_count: counts.reposts,
    favorite_count: counts.likes,
    favorited: false,
    retweeted: false,
    filter_level: 'low',
    lang: 'en',
    timestamp_ms: String(post.createdAt),
    ...referencedPosts(world, post),
  };
}

function textFields(world: World, post: Post, rendered: RenderedText): Fields {
  const media = mediaEntities(world, post, rendered);
  const entities = { ...v1Entities(rendered), ...(media.length > 0 && { media: media.slice(0, 1) }) };
  const extended = media.length > 0 ? { extended_entities: { media } } : {};
  const letters = [...rendered.text];
  const whole = { display_text_range: rendered.range, entities, ...extended };
  if (post.reposts || letters.length <= CLASSIC_LENGTH)
    return { text: rendered.text, truncated: false, ...whole };
  const more = ` https://t.co/${post.id.slice(-10)}`;
  const cut = `${letters.slice(0, CLASSIC_LENGTH - more.length - 1).join('')}…${more}`;
  return {
    text: cut,
    truncated: true,
    entities: { hashtags: [], urls: [], user_mentions: [], symbols: [] },
    display_text_range: [0, CLASSIC_LENGTH],
    extended_tweet: { full_text: rendered.text, ...whole },
  };
}

function referencedPosts(world: World, post: Post): Fields {
  const quoted = post.quotes ? world.posts.get(post.quotes) : undefined;
  const reposted = post.reposts ? world.posts.get(post.reposts) : undefined;
  return {
    ...(quoted && {
      quoted_status_id: numeric(quoted.id),
      quoted_status_id_str: quoted.id,
      quoted_status: v1Post(world, quoted),
    }),
    ...(reposted && { retweeted_status: v1Post(world, reposted) }),
  };
}

export function v1Entities(rendered: RenderedText): Fields {
  return {
    hashtags: [],
    urls: rendered.links.map(({ start, end, url, expanded, display }) => ({
      url,
      expanded_url: expanded,
      display_url: display,
      indices: [start, end],
    })),
    user_mentions: rendered.mentions.map(({ start, end, person }) => ({
      screen_name: person.handle,
      name: person.name,
      id: numeric(person.id),
      id_str: person.id,
      indices: [start, end],
    })),
    symbols: [],
  };
}

function mediaEntities(world: World, post: Post, rendered: RenderedText): Fields[] {
  const link = rendered.links.at(-1);
  return post.media.flatMap((id) => {
    const media = world.media.get(id);
    return media ? [mediaEntity(media, mediaUrl(world, id), `${permalink(world, post)}/photo/1`, link)] : [];
  });
}

export function mediaEntity(
  media: Media,
  address: string,
  expanded: string,
  link: RenderedText['links'][number] | undefined,
): Fields {
  return {
    id: numeric(media.id),
    id_str: media.id,
    indices: link ? [link.start, link.end] : [0, 0],
    media_url: address,
    media_url_https: address,
    url: link?.url ?? address,
    display_url: link?.display ?? address,
    expanded_url: expanded,
    type: mediaKind(media),
    sizes: { thumb: { w: 150, h: 150, resize: 'crop' }, large: { w: 1200, h: 900, resize: 'fit' } },
  };
}

/** `Fri Nov 20 10:15:00 +0000 2026`. */
export function v1Date(instant: number): string {
  const [day, date, month, year, time] = new Date(instant).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}
