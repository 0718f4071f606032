import type { Change } from './change.ts';
import { emptyChange } from './change.ts';
import { mergeProfile } from './contact.ts';
import type { Cause, Known } from './decision.ts';
import { receiveEdit } from './edit-message.ts';
import type { FollowEvent, InboundEvent, PostEvent } from './inbound-event.ts';
import { receiveMessage } from './receive-message.ts';
import { receiveRemoval } from './remove-message.ts';

/** The events that one conversation, person or post is decided on. */
export type Decidable = Extract<InboundEvent, { kind: 'message' | 'post' | 'edit' | 'removal' | 'follow' }>;

/** What an event changes, given what is known. Undefined when that is nothing. */
export function receive(event: Decidable, known: Known, cause: Cause): Change | undefined {
  switch (event.kind) {
    case 'message':
      return receiveMessage(event, known, cause);
    case 'edit':
      return receiveEdit(event, known, cause);
    case 'removal':
      return receiveRemoval(event, known, cause);
    case 'post':
      return receivePost(event, known, cause);
    case 'follow':
      return receiveFollow(event, known, cause);
  }
}

/** A public object that is context. One that is known as a message of ours stays that message. */
function receivePost(event: PostEvent, known: Known, cause: Cause): Change | undefined {
  const { kind: _, author, ...post } = event;
  if (known.self?.messageId !== undefined) return undefined;
  const isKnown = known.post?.text !== undefined && known.post.ours !== undefined;
  const isNewer = event.editedAt !== undefined && event.editedAt > (known.post?.editedAt ?? event.at);
  if (isKnown && !isNewer) return undefined;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: event.channel }),
    posts: [
      author
        ? { ...post, author: { nativeId: author.nativeId, name: author.name, handle: author.handle } }
        : post,
    ],
  };
}

/** Whether a person follows us is a fact about somebody who wrote to us; strangers who only follow are not remembered. */
function receiveFollow(event: FollowEvent, known: Known, cause: Cause): Change | undefined {
  const before = known.identity;
  if (!before || before.followsUs === event.following) return undefined;
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: event.channel }),
    identity: {
      before,
      after: { ...before, followsUs: event.following, profile: mergeProfile(before.profile, event.person) },
    },
  };
}
