import type { Message } from '../domain/message.ts';
import { type AlertPage, alertHtml } from './alert-html.ts';
import { type Alert, factsOf, happening, headlineOf, subjectOf } from './alert-words.ts';
import { quoteMessage } from './quoted-message.ts';

/** A mail before it has a sender and recipients. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** The alert, the message that waits (undefined when it is no longer stored), and where the console is, without a slash at the end. */
export interface AlertMailInput extends Alert {
  message?: Message | undefined;
  consoleUrl: string;
}

/** The mail of one step of a clock, the same content as HTML and as text. */
export function alertMail({ message, consoleUrl, ...alert }: AlertMailInput): Mail {
  const quoted = quoteMessage(message);
  const page: AlertPage = {
    subject: subjectOf(alert, quoted.teaser),
    step: alert.step.name,
    happening: happening(alert),
    headline: headlineOf(alert),
    quoted,
    facts: factsOf(alert),
    link: `${consoleUrl}/conversations/${encodeURIComponent(alert.conversation.id)}`,
  };
  return { subject: page.subject, text: alertText(page), html: alertHtml(page) };
}

function alertText({ headline, quoted, facts, link }: AlertPage): string {
  const quote = quoted.words === '' ? [] : [quoted.words.replace(/^/gm, '> ')];
  const known = facts.map(
    ({ label, lines }) => `${label}: ${lines.join(`\n${' '.repeat(label.length + 2)}`)}`,
  );
  const open = `Open the conversation:\n${link}`;
  return `${[headline.join('\n'), ...quote, ...quoted.notes, open, known.join('\n')].join('\n\n')}\n`;
}
