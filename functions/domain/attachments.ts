import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { DeskEvent } from './events.ts';
import type { Attachment, Message } from './message.ts';
import type { Refusal } from './refusal.ts';

/** What became of one attempt to copy a file: where our copy is, or why there will be none. `index` is its place in the message. */
export type Copied = { index: number } & (
  | { copiedTo: string; contentType: string; size: number }
  | { notCopied: Refusal }
);

/** A file of a message that is still only with the platform, with its place in the message. */
export interface Uncopied {
  index: number;
  url: string;
}

/** Links lead to pages and what has no type is nothing to show; all else is a file. */
const FILES: ReadonlySet<Attachment['type']> = new Set(['image', 'video', 'audio', 'file', 'sticker']);

/** The files of a message that only the platform has. What its author took back is left alone. */
export function uncopied({ attachments, deletedAt }: Pick<Message, 'attachments' | 'deletedAt'>): Uncopied[] {
  if (deletedAt !== undefined) return [];
  return attachments.flatMap(({ type, url, copiedTo, notCopied }, index) =>
    FILES.has(type) && url !== undefined && copiedTo === undefined && notCopied === undefined
      ? [{ index, url }]
      : [],
  );
}

/** Announces that a new message came with files to copy. */
export function attachedEvents(message: Message, channel: string): DeskEvent[] {
  const { id: messageId, visibility } = message;
  if (uncopied(message).length === 0) return [];
  return [{ name: 'message.attached', data: { messageId, visibility, channel } }];
}

/** Remembers where the copies are. Undefined when that is known already, or the message's files are no longer wanted. */
export function recordCopies(
  { conversation, message }: { conversation: Conversation; message: Message },
  copies: Copied[],
  moment: { now: string; traceId: string },
): Change | undefined {
  const open = new Set(uncopied(message).map(({ index }) => index));
  const news = new Map(copies.filter(({ index }) => open.has(index)).map((copy) => [copy.index, copy]));
  if (news.size === 0) return undefined;
  const attachments = message.attachments.map((attachment, index) => {
    const { index: _, ...fields } = news.get(index) ?? { index };
    return { ...attachment, ...fields };
  });
  return {
    ...emptyChange({ traceId: moment.traceId, at: moment.now, actor: conversation.channel }),
    // The conversation says nothing new, but its version keeps this from undoing an edit of the same instant.
    conversation: { before: conversation, after: conversation },
    changedMessages: [{ ...message, attachments }],
  };
}
