import type { PublicFile } from '../domain/public-file.ts';
import type { Mail } from './alert-mail.ts';
import { type Html, html } from './html.ts';
import { type MailedFile, mailedFile } from './mailed-file.ts';
import { manyLines, oneLine } from './plain-words.ts';

/** What a mail to somebody outside says, and where its links lead. */
export interface SubscriberMail {
  subject: string;
  /** Paragraphs, separated by blank lines. */
  text: string;
  files?: MailedFile[];
  /** What there is to do, if anything. */
  action?: { label: string; link: string };
  /** The closing lines: why they get this. */
  footer: { words: string; link?: { label: string; link: string } }[];
}

/** Links that a mail of an update needs. */
export interface SubscriberLinks {
  statusUrl: string;
  unsubscribeUrl: string;
}

/** What is told to subscribers. */
export interface Update {
  subject: string;
  text: string;
  /** Pictures and films that go with it. */
  files?: readonly PublicFile[];
}

/** An update as HTML and as text. */
export function updateMail(
  { subject, text, files = [] }: Update,
  { statusUrl, unsubscribeUrl }: SubscriberLinks,
): Mail {
  return subscriberMail({
    subject,
    text,
    files: files.map((file) => mailedFile(file, statusUrl)),
    action: { label: 'See the status page', link: statusUrl },
    footer: [
      {
        words: 'You get this because you asked to be told about disruptions.',
        link: { label: 'No more of these mails', link: unsubscribeUrl },
      },
    ],
  });
}

/** Asks the owner of an address whether it was them who typed it. */
export function confirmationMail(name: string, confirmUrl: string): Mail {
  return subscriberMail({
    subject: `Please confirm: mail about disruptions of ${name}`,
    text: `Somebody, probably you, asked us to write to this address when something of ${name} does not work, and when it works again.\n\nWe write only when you say yes. The link is good for two days.`,
    action: { label: 'Yes, write to me', link: confirmUrl },
    footer: [{ words: 'If it was not you, do nothing: you will get no further mail.' }],
  });
}

/** Tells the owner of an address that there is nothing left to do. */
export function alreadyMail(name: string, { statusUrl, unsubscribeUrl }: SubscriberLinks): Mail {
  return subscriberMail({
    subject: `You are subscribed already: disruptions of ${name}`,
    text: 'Somebody, probably you, asked us to write to this address about disruptions. We do so already; there is nothing left to do.',
    action: { label: 'See the status page', link: statusUrl },
    footer: [
      {
        words: 'You can end it whenever you like.',
        link: { label: 'No more of these mails', link: unsubscribeUrl },
      },
    ],
  });
}

/**
 * The header lines by which mail programs offer to unsubscribe, with one tap and no page (RFC 8058). SES writes them into the mail
 * and signs them.
 */
export function unsubscribeHeaders(unsubscribeUrl: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function subscriberMail({ subject: given, text: words, files = [], action, footer }: SubscriberMail): Mail {
  const subject = oneLine(given);
  const paragraphs = manyLines(words).split(/\n{2,}/);
  const button = action
    ? html`<p style="margin:24px 0"><a href="${action.link}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">${action.label}</a></p>`
    : html``;
  return {
    subject,
    text: `${[
      ...paragraphs,
      ...files.map(({ text }) => text),
      ...(action ? [`${action.label}:\n${action.link}`] : []),
      ...footer.map(({ words, link }) => (link ? `${words}\n${link.label}: ${link.link}` : words)),
    ].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0;font-family:${FONT};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:20px;border-top:6px solid #1d4ed8;overflow-wrap:anywhere">
<p style="margin:0 0 16px;font-size:20px;line-height:1.35;font-weight:600">${subject}</p>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 12px">${lines(paragraph)}</p>\n`)}
${files.map(({ html: markup }) => markup)}${button}
${footer.map(footerLine)}</div>
</body>
</html>
`.toString(),
  };
}

function footerLine({ words, link }: SubscriberMail['footer'][number]): Html {
  const after = link ? html` <a href="${link.link}">${link.label}</a>.` : html``;
  return html`<p style="margin:0 0 12px;font-size:14px">${words}${after}</p>\n`;
}

function lines(paragraph: string): Html[] {
  return paragraph.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
