import type { Profile } from '../../domain/contact.ts';
import type { InboundEvent, MessageEvent } from '../../domain/inbound-event.ts';
import type { Attachment } from '../../domain/message.ts';
import { addressee, type Mention } from './addressee.ts';
import { STREAM_ACCOUNT } from './envelope.ts';

/** A post that another quotes, with whatever the delivery tells of it. */
export interface Quoted {
  nativeId: string;
  authorId: string | undefined;
  handle: string | undefined;
  text: string | undefined;
}

/** A post as either generation of deliveries describes it. */
export interface SeenPost {
  nativeId: string;
  /** Cut to the second. */
  at: string;
  author: Profile;
  text: string;
  attachments: Attachment[];
  mentions: Mention[];
  /** What it answers; X tells the person without the post when a text merely begins with a handle. */
  repliedTo?: { postId: string | undefined; person: Profile | undefined } | undefined;
  quoted?: Quoted | undefined;
  /** The post that it repeats without a word of its own. */
  repostOf?: string | undefined;
}

/** What a post means to one account of ours. Both generations come through here, so that they cannot disagree. */
export function postEvent(accountId: string, post: SeenPost): InboundEvent {
  const base = { channel: 'x', accountId, at: post.at } as const;
  const ours = post.author.nativeId === accountId;
  if (post.repostOf !== undefined) {
    if (ours) return { ...base, kind: 'ignored', reason: 'x: own repost' };
    const personId = post.author.nativeId;
    return { ...base, kind: 'engagement', targetId: post.repostOf, sort: 'share', personId, added: true };
  }
  if (!ours) {
    const event = message(accountId, post, 'inbound', post.author);
    const addressesUs = addresses(accountId, post);
    return addressesUs === undefined ? event : { ...event, addressesUs };
  }
  const person = addressedPerson(accountId, post);
  const answersSomebodyUnknown = post.repliedTo?.postId !== undefined && post.repliedTo.person === undefined;
  if (person !== undefined || answersSomebodyUnknown) return message(accountId, post, 'outbound', person);
  return {
    ...base,
    kind: 'post',
    nativeId: post.nativeId,
    ours: true,
    author: post.author,
    text: post.text,
    attachments: post.attachments,
    permalink: permalink(post.author.handle, post.nativeId),
  };
}

/** The address of a post; X finds it under `i` when we do not know whose it is. */
export function permalink(handle: string | undefined, postId: string): string {
  return `https://x.com/${handle ?? 'i'}/status/${postId}`;
}

function message(
  accountId: string,
  post: SeenPost,
  direction: MessageEvent['direction'],
  person: Profile | undefined,
): MessageEvent {
  const event: MessageEvent = {
    channel: 'x',
    accountId,
    at: post.at,
    kind: 'message',
    nativeId: post.nativeId,
    direction,
    visibility: 'public',
    text: post.text,
    attachments: post.attachments,
    permalink: permalink(post.author.handle, post.nativeId),
  };
  if (person !== undefined) event.person = person;
  if (post.repliedTo?.postId !== undefined) event.inReplyTo = post.repliedTo.postId;
  if (post.quoted === undefined) return event;
  const { nativeId, handle, text } = post.quoted;
  event.messageKind = 'quote';
  event.post = { nativeId, permalink: permalink(handle, nativeId) };
  if (text !== undefined) event.post.text = text;
  return event;
}

/**
 * Whether the author called upon the account by its handle or by quoting it. Undefined when a quoted post may be ours without
 * the delivery telling: an answer is refused beforehand only where X surely refuses it.
 */
function addresses(accountId: string, { mentions, repliedTo, quoted }: SeenPost): boolean | undefined {
  if (accountId === STREAM_ACCOUNT) return undefined;
  const ourHandle = repliedTo?.person?.nativeId === accountId ? repliedTo.person.handle : undefined;
  const isUs = ({ id, handle }: Mention) =>
    id === undefined ? handle !== undefined && handle === ourHandle : id === accountId;
  if (mentions.some(isUs) || quoted?.authorId === accountId) return true;
  return quoted !== undefined && quoted.authorId === undefined ? undefined : false;
}

function addressedPerson(accountId: string, post: SeenPost): Profile | undefined {
  const replied = post.repliedTo?.person;
  const nativeId = addressee(accountId, replied?.nativeId, post.mentions);
  if (nativeId === undefined) return undefined;
  if (nativeId === replied?.nativeId) return replied;
  const handle = post.mentions.find((mention) => mention.id === nativeId)?.handle;
  return handle === undefined ? { nativeId } : { nativeId, handle };
}
