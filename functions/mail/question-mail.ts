import type { ExpertQuestion } from '../domain/expert-question-schema.ts';
import type { Mail } from './alert-mail.ts';
import { html } from './html.ts';
import { isolated, manyLines, oneLine, shorten } from './plain-words.ts';

/** Longest name in a subject, question and customer's words that a mail repeats, in characters. */
const NAME_LENGTH = 60;
const QUESTION_LENGTH = 5000;
const QUOTE_LENGTH = 1500;

/**
 * The mail that asks somebody who knows. `quoted` is what the customer wrote; absent where it holds what is nobody else's business.
 */
export function questionMail({
  question,
  isReminder,
  quoted,
  link,
}: {
  question: ExpertQuestion;
  isReminder: boolean;
  quoted: string | undefined;
  link: string;
}): Mail {
  const asker = isolated(shorten(oneLine(question.askedBy.name), NAME_LENGTH));
  const subject = isReminder
    ? `Reminder: ${asker} still waits for your answer about a customer`
    : `${asker} asks you about a customer`;
  const words = shorten(manyLines(question.text), QUESTION_LENGTH);
  const quote = quoted === undefined || quoted.trim() === '' ? '' : shorten(manyLines(quoted), QUOTE_LENGTH);
  const how = 'Answer on this page, no sign-in needed. The customer does not see it; your colleague does.';
  const until = `The link is for you alone and is good until ${question.expiresAt.slice(0, 10)}.`;
  return {
    subject,
    text: `${[
      `${subject}:`,
      words,
      ...(quote === '' ? [] : [`The customer wrote:\n${quote.replace(/^/gm, '> ')}`]),
      `${how}\n${link}`,
      until,
    ].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
<p style="margin:0 0 12px">${subject}:</p>
<p style="margin:0 0 12px;white-space:pre-wrap"><strong>${words}</strong></p>
${quote === '' ? [] : [html`<p style="margin:0">The customer wrote:</p><blockquote style="margin:0 0 12px;padding:0 0 0 12px;border-left:4px solid #888;white-space:pre-wrap">${quote}</blockquote>`]}
<p style="margin:0 0 12px"><a href="${link}">Answer</a></p>
<p style="margin:0">${how} ${until}</p>
</body>
</html>
`.toString(),
  };
}
