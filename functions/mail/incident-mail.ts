import type { Incident } from '../domain/incident.ts';
import type { Mail } from './alert-mail.ts';
import { html } from './html.ts';
import { isolated, oneLine } from './plain-words.ts';
import { instantWords, secondsBetween, spanWords } from './time-words.ts';

/** The mail that reminds the owner of an incident that nobody has said anything for a while. It never goes to customers. */
export function incidentMail(
  { id, title, severity, firstWordAt }: Incident,
  since: string,
  { consoleUrl, now }: { consoleUrl: string; now: string },
): Mail {
  const name = isolated(oneLine(title));
  const silence = spanWords(secondsBetween(since, now));
  const subject = `No update for ${silence}: ${name}`;
  const link = `${consoleUrl}/incidents/${encodeURIComponent(id)}`;
  const sentences = [
    `The incident “${name}” (${severity}) is open, and since ${instantWords(since)} nothing was said about it.`,
    firstWordAt === undefined
      ? 'Nobody outside has been told of it yet.'
      : 'Those who wait would like to hear even that there is nothing new.',
  ];
  return {
    subject,
    text: `${[...sentences, `Write an update, or resolve it:\n${link}`].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
<p style="margin:0 0 12px;font-size:20px;font-weight:600">${subject}</p>
${sentences.map((sentence) => html`<p style="margin:0 0 12px">${sentence}</p>\n`)}<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">Write an update</a></p>
</body>
</html>
`.toString(),
  };
}
