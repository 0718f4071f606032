import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { DeskEvent } from './events.ts';
import { type Note, withoutMention } from './note.ts';

/** What somebody wants to note; the same key notes the same thing once. */
export interface NewNote {
  key: string;
  text: string;
  author: Note['author'];
  mentions: string[];
}

/** Writes a note. Whom it names is told, and has the conversation among those that wait for a word of theirs. */
export function addNote(
  conversation: Conversation,
  { key, text, author, mentions }: NewNote,
  cause: Cause,
): Change & { newNotes: [Note] } {
  const { id: conversationId, channel } = conversation;
  const id = cause.orderedId(cause.now, `note:${conversationId}:${key}`);
  const named = [...new Set(mentions)].filter((agentId) => agentId !== author.id);
  const note: Note = { id, conversationId, text, at: cause.now, author, mentions: named };
  const seen = withoutMention(conversation, author.id);
  const mentioned = [...new Set([...(seen.mentioned ?? []), ...named])];
  const told = named.map(
    (agentId): DeskEvent => ({ name: 'conversation.mentioned', data: { channel, noteId: id, agentId } }),
  );
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: author.id }),
    conversation: {
      before: conversation,
      after: mentioned.length > 0 ? { ...seen, mentioned } : seen,
    },
    newNotes: [note],
    events: [{ name: 'conversation.noted', data: { channel, noteId: id, mentions: named } }, ...told],
  };
}
