import type { Conversation } from '../domain/conversation.ts';
import type { Note } from '../domain/note.ts';
import type { Mail } from './alert-mail.ts';
import { channelLabels } from './alert-words.ts';
import { html } from './html.ts';
import { isolated, manyLines, oneLine, shorten } from './plain-words.ts';

/** Longest note that a mail repeats, and longest name in its subject, in characters. */
const NOTE_LENGTH = 3000;
const NAME_LENGTH = 60;

/** The mail that tells an agent who named them in a note, about whom, and what it says. */
export function mentionMail({
  conversation,
  note,
  consoleUrl,
}: {
  conversation: Conversation;
  note: Note;
  consoleUrl: string;
}): Mail {
  const name = (text: string) => isolated(shorten(oneLine(text), NAME_LENGTH));
  const { contact, channel, id } = conversation;
  const person = name(contact.name ?? contact.handle ?? 'somebody');
  const subject = `${name(note.author.name)} mentioned you: ${person} on ${channelLabels[channel]}`;
  const words = shorten(manyLines(note.text), NOTE_LENGTH);
  const link = `${consoleUrl}/conversations/${id}`;
  return {
    subject,
    text: `${subject}\n\n${words}\n\n${link}\n\nYour colleague wrote this for you and the team; the customer does not see it.\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
<p style="margin:0 0 12px">${subject}</p>
<blockquote style="margin:0 0 12px;padding:0 0 0 12px;border-left:4px solid #888;white-space:pre-wrap">${words}</blockquote>
<p style="margin:0 0 12px"><a href="${link}">Open the conversation</a></p>
<p style="margin:0">Your colleague wrote this for you and the team; the customer does not see it.</p>
</body>
</html>
`.toString(),
  };
}
