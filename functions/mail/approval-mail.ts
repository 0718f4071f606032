import type { Conversation } from '../domain/conversation.ts';
import type { Message, Outbound } from '../domain/message.ts';
import type { Mail } from './alert-mail.ts';
import { channelLabels } from './alert-words.ts';
import { html } from './html.ts';
import { isolated, manyLines, oneLine, shorten } from './plain-words.ts';
import { secondsBetween, spanWords } from './time-words.ts';

type Approval = NonNullable<Outbound['approval']>;

/** Longest answer that a mail repeats, and longest name in its subject, in characters. */
const ANSWER_LENGTH = 3000;
const NAME_LENGTH = 60;

/** Why an answer waits, in words; a rule of the coach that is new here is named as it is. */
const reasons: Record<string, string> = {
  'personal-data': 'it says in public what only one person should read',
  deflection: 'it sends the customer elsewhere',
  'unanswered-question': 'it may not answer the question',
  'no-apology': 'it says no sorry to somebody who is dissatisfied',
  blame: 'it may blame the customer',
  capitals: 'it is written in capitals',
  'repeated-text': 'the same text went to others today',
  'too-long': 'it is too long for its channel',
  'unkept-promise': 'an earlier promise was not kept',
};

/** The mail that asks a lead to consent to an answer, or asks again, or tells its author that it was sent back, and why. */
export function approvalMail({
  conversation,
  message,
  approval,
  consoleUrl,
  now,
}: {
  conversation: Conversation;
  message: Message;
  approval: Approval;
  consoleUrl: string;
  now: string;
}): Mail {
  const name = (text: string) => isolated(shorten(oneLine(text), NAME_LENGTH));
  const { contact, channel, id } = conversation;
  const person = name(contact.name ?? contact.handle ?? 'somebody');
  const author = name(message.author.name ?? 'An agent');
  const where = `${person} on ${channelLabels[channel]}`;
  const isRejected = approval.verdict === 'rejected';
  const subject = isRejected
    ? `Your answer to ${where} was sent back`
    : askingWords(author, where, approval, now);
  const why = isRejected
    ? `${name(approval.by?.name ?? 'A lead')} sent it back${approval.note === undefined ? '.' : `: ${manyLines(approval.note)}`}`
    : `It waits because ${reasons[approval.rule] ?? approval.rule}. Nobody has been answered yet; the clock runs.`;
  const words = shorten(manyLines(message.text), ANSWER_LENGTH);
  const link = `${consoleUrl}/conversations/${id}`;
  return {
    subject,
    text: `${subject}\n\n${why}\n\n${words.replace(/^/gm, '> ')}\n\n${link}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
<p style="margin:0 0 12px">${subject}</p>
<p style="margin:0 0 12px;white-space:pre-wrap">${why}</p>
<blockquote style="margin:0 0 12px;padding:0 0 0 12px;border-left:4px solid #888;white-space:pre-wrap">${words}</blockquote>
<p style="margin:0"><a href="${link}">Open the conversation</a></p>
</body>
</html>
`.toString(),
  };
}

function askingWords(author: string, where: string, { askedAt, reminders }: Approval, now: string): string {
  if (reminders === undefined) return `${author} asks you to approve an answer to ${where}`;
  const waited = spanWords(secondsBetween(askedAt, now));
  return `${author} has waited ${waited} for you to approve an answer to ${where}`;
}
