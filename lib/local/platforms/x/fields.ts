import { invalidRequest, Problem } from './problems.ts';

/** Which fields of an object come by themselves, and which one can ask for. */
interface FieldSet {
  parameter: string;
  always: readonly string[];
  known: readonly string[];
}

const list = (names: string): string[] => names.split(' ');

export const postFields: FieldSet = {
  parameter: 'tweet.fields',
  always: list('id text edit_history_tweet_ids'),
  known: list(
    'article attachments author_id card_uri community_id context_annotations conversation_id created_at display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang media_metadata non_public_metrics note_tweet organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics referenced_tweets reply_settings scopes source text withheld',
  ),
};
export const userFields: FieldSet = {
  parameter: 'user.fields',
  always: list('id name username'),
  known: list(
    'affiliation confirmed_email connection_status created_at description entities id is_identity_verified location most_recent_tweet_id name parody pinned_tweet_id profile_banner_url profile_image_url protected public_metrics receives_your_dm subscription subscription_type url username verified verified_followers_count verified_type withheld',
  ),
};
export const messageFields: FieldSet = {
  parameter: 'dm_event.fields',
  always: list('id event_type text'),
  known: list(
    'attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets sender_id text',
  ),
};
export const mediaFields: FieldSet = {
  parameter: 'media.fields',
  always: list('media_key type'),
  known: list(
    'alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url promoted_metrics public_metrics type url variants width',
  ),
};

export const postExpansions = list(
  'article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id entities.note.mentions.username referenced_tweets.id referenced_tweets.id.author_id',
);
export const messageExpansions = list(
  'attachments.media_keys participant_ids referenced_tweets.id sender_id',
);
export const userExpansions = list('affiliation.user_id most_recent_tweet_id pinned_tweet_id');

/** Names of all query parameters that choose fields of posts, with what hangs on them. */
export const postQuery = list('tweet.fields user.fields media.fields poll.fields place.fields expansions');
export const userQuery = list('user.fields tweet.fields expansions');
export const messageQuery = list('dm_event.fields user.fields media.fields tweet.fields expansions');

/** Leaves of an object what comes by itself and what the query asks for. */
export function chosen(
  object: Record<string, unknown>,
  set: FieldSet,
  query: URLSearchParams,
): Record<string, unknown> {
  const wanted = new Set([...set.always, ...listed(query, set.parameter, set.known)]);
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}

export function expansions(query: URLSearchParams, known: readonly string[]): Set<string> {
  return new Set(listed(query, 'expansions', known));
}

function listed(query: URLSearchParams, parameter: string, known: readonly string[]): string[] {
  const values = (query.get(parameter) ?? '').split(',').filter((value) => value !== '');
  for (const value of values) {
    if (known.includes(value)) continue;
    const message = `The \`${parameter}\` query parameter value [${value}] is not one of [${known.join(',')}]`;
    throw new Problem(invalidRequest({ name: parameter, value, message }));
  }
  return values;
}
