import type { InboundEvent } from '../../domain/inbound-event.ts';
import { editedAt, type FeedChange, isOurs, removalOf } from './feed-change.ts';
import { attachments, author } from './feed-value.ts';
import { required } from './readable.ts';

/** What hangs on a page as a post; the item only tells what its `link` is. */
const posts = new Set(['post', 'status', 'photo', 'video', 'share', 'link', 'note']);

/** Understands a change of the feed, a mention or the reviews by its item; undefined when item or verb is unknown. */
export function parseFeed(change: FeedChange): InboundEvent | undefined {
  const { item = '' } = change.value;
  if (change.verb === undefined) return undefined;
  if (item === 'comment') return parseComment(change);
  if (item === 'reaction' || item === 'like') return parseReaction(change);
  if (item === 'rating') return parseReview(change);
  return posts.has(item) ? parsePost(change) : undefined;
}

function parseComment(change: FeedChange): InboundEvent {
  const { base, value, createdAt } = change;
  const nativeId = required(value.comment_id, 'facebook: comment without id');
  const removal = removalOf(change, nativeId);
  if (removal !== undefined) return removal;
  const { post_id: postId, parent_id: parentId } = value;
  const said = {
    ...base,
    at: createdAt,
    kind: 'message',
    nativeId,
    visibility: 'public',
    text: value.message ?? '',
    attachments: attachments(value),
    post: postId === undefined ? undefined : { nativeId: postId, permalink: value.post?.permalink_url },
    editedAt: editedAt(change),
  } as const;
  // A visitor's post is a message to us, so a comment of ours right under a post may be the answer to it.
  if (isOurs(change)) return { ...said, direction: 'outbound', inReplyTo: parentId ?? postId };
  const inReplyTo = parentId === postId ? undefined : parentId;
  return { ...said, direction: 'inbound', person: author(value), inReplyTo };
}

/**
 * A post on the page's timeline, or one elsewhere that names the page. Only what the page provably wrote is context; everything
 * else, with or without an author, is somebody speaking to us.
 */
function parsePost(change: FeedChange): InboundEvent {
  const { base, value, createdAt } = change;
  const nativeId = required(value.post_id, 'facebook: post without id');
  const removal = removalOf(change, nativeId);
  if (removal !== undefined) return removal;
  const written = {
    ...base,
    at: createdAt,
    nativeId,
    text: value.message ?? '',
    attachments: attachments(value),
    permalink: value.permalink_url ?? value.post?.permalink_url,
    editedAt: editedAt(change),
  };
  if (isOurs(change)) return { ...written, kind: 'post', ours: true, author: author(value) };
  return { ...written, kind: 'message', direction: 'inbound', visibility: 'public', person: author(value) };
}

/**
 * A reaction to a comment, or to the post when there is no comment id (restfb/restfb#741). Love, anger and the others count as
 * likes: a sign that somebody saw it. `like` is the older item and may be of the page itself.
 */
function parseReaction(change: FeedChange): InboundEvent | undefined {
  const { base, value, createdAt, verb } = change;
  if (verb === 'hide' || verb === 'unhide') return undefined;
  const event = { ...base, at: createdAt };
  const targetId = value.comment_id ?? value.post_id;
  const personId = author(value)?.nativeId;
  if (targetId === undefined)
    return { ...event, kind: 'ignored', reason: 'facebook: reaction without target' };
  if (personId === undefined)
    return { ...event, kind: 'ignored', reason: 'facebook: reaction without author' };
  return { ...event, kind: 'engagement', sort: 'like', targetId, personId, added: verb !== 'remove' };
}

/** A recommendation of the page, with or without words. */
function parseReview(change: FeedChange): InboundEvent {
  const { base, value, createdAt } = change;
  const nativeId = required(value.open_graph_story_id ?? value.post_id, 'facebook: review without id');
  const removal = removalOf(change, nativeId);
  if (removal !== undefined) return removal;
  return {
    ...base,
    at: createdAt,
    kind: 'message',
    messageKind: 'review',
    nativeId,
    direction: 'inbound',
    visibility: 'public',
    person: author(value),
    text: value.review_text ?? value.message ?? '',
    attachments: [],
    permalink: value.permalink_url,
    editedAt: editedAt(change),
  };
}
