import type { Contact, Identity } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import type { Message, Post } from './message.ts';
import type { Note } from './note.ts';
import type { Reference } from './reference.ts';
import type { Correction } from './triage/labels.ts';

/**
 * What a decision wants written, all or nothing. `before` is what it was decided on: the write fails as a conflict when the
 * stored version has moved on since, and as a duplicate when a new message is already there.
 */
export interface Change {
  conversation?: { before: Conversation | undefined; after: Conversation };
  identity?: { before: Identity | undefined; after: Identity };
  /** A person seen for the first time. */
  newContact?: Contact;
  newMessages: Message[];
  changedMessages: Message[];
  /** What agents wrote to each other beside the conversation. */
  newNotes?: Note[];
  /** What the classifier misread. */
  corrections?: Correction[];
  /** Platform ids that messages of the conversation got after they were written. */
  newReferences?: { nativeId: string; conversationId: string; messageId: string }[];
  /** What is to be remembered for messages that have not arrived yet. */
  pending: Reference[];
  /** Posts seen; a stored one keeps what the newer delivery does not tell. */
  posts: Post[];
  /** The caller's own name for this write: whoever repeats it gets `result` again instead of a second write. */
  idempotency?: { scope: string; key: string; result: string };
  /** Facts to announce, in order. They are the conversation's activity. */
  events: DeskEvent[];
  traceId: string;
  /** Receipt time of what caused the change, ISO 8601 UTC. */
  at: string;
  /** Who caused it: an agent's id, or the platform, or the clock. */
  actor: string;
}

/** A change that writes nothing yet. */
export function emptyChange(cause: Pick<Change, 'traceId' | 'at' | 'actor'>): Change {
  return { newMessages: [], changedMessages: [], pending: [], posts: [], events: [], ...cause };
}
