import type { Attachment, Message } from '../domain/message.ts';
import { manyLines, oneLine, shorten } from './plain-words.ts';

/** Longest quote, in characters: far below the 100 KB at which mail programs cut, however many of them need an entity. */
const QUOTE_LENGTH = 3000;
/** What still shows beside the name on a locked phone. */
const TEASER_LENGTH = 60;

/** What a mail shows of the message that waits. */
export interface QuotedMessage {
  /** The first words, on one line, for the subject; empty when there is nothing to tell. */
  teaser: string;
  /** The customer's own words; empty when there are none, or they were taken back. */
  words: string;
  /** What the words do not tell: what came with them, what is left out and why. */
  notes: string[];
}

const nouns: Record<Attachment['type'], [one: string, more: string]> = {
  image: ['image', 'images'],
  video: ['video', 'videos'],
  audio: ['voice message or sound', 'voice messages or sounds'],
  file: ['file', 'files'],
  sticker: ['sticker', 'stickers'],
  link: ['link', 'links'],
  other: ['attachment', 'attachments'],
};

/** Quotes a message; one that was deleted on the platform is not repeated. */
export function quoteMessage(message: Message | undefined): QuotedMessage {
  if (!message) return { teaser: '', words: '', notes: ['The message is no longer stored.'] };
  if (message.deletedAt !== undefined) {
    return { teaser: '', words: '', notes: ['The message was deleted by its author.'] };
  }
  const whole = manyLines(message.text);
  const words = shorten(whole, QUOTE_LENGTH);
  const attached = attachmentWords(message.attachments);
  return {
    teaser: whole === '' ? attached : `“${shorten(oneLine(whole), TEASER_LENGTH)}”`,
    words,
    notes: [
      ...(whole === '' && attached === '' ? ['The message has no words.'] : []),
      ...(words === whole ? [] : ['The message is longer; all of it is in the conversation.']),
      ...(attached === '' ? [] : [`With it came ${attached}.`]),
    ],
  };
}

/** Attachments by kind, such as `2 images, 1 file`; empty when there are none. */
function attachmentWords(attachments: readonly Attachment[]): string {
  const counts = new Map<Attachment['type'], number>();
  for (const { type } of attachments) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${nouns[type][count === 1 ? 0 : 1]}`).join(', ');
}
