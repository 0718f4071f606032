import type { CrowdNews } from '../domain/raise.ts';
import type { Mail } from './alert-mail.ts';
import { channelLabels } from './alert-words.ts';
import { html } from './html.ts';
import { isolated, manyLines, shorten } from './plain-words.ts';

/** How much of the post the mail shows. */
const MOST_SHOWN = 600;

/** What the mail shows beside the numbers, as far as it is known. */
export interface CrowdContext {
  text?: string | undefined;
  permalink?: string | undefined;
  conversationId?: string | undefined;
  consoleUrl: string;
}

/** The mail that tells a lead, once and then only of tenfold growth, that a crowd forms around a post. */
export function crowdMail(
  { channel, perMinute, usual, window, age, likes, shares, replies }: CrowdNews,
  { text, permalink, conversationId, consoleUrl }: CrowdContext,
): Mail {
  const subject = `A crowd forms on ${channelLabels[channel]}: ${perMinute} a minute where ${usual} is usual`;
  const words = shorten(manyLines(text ?? ''), MOST_SHOWN);
  const before = [
    `A post on ${channelLabels[channel]} gathers speed: ${perMinute} likes, shares and replies a minute, where posts of this account usually draw ${usual}.`,
    `In the last ${window} minutes: ${likes} likes, ${shares} shares, ${replies} replies. The post is ${ageWords(age)} old.`,
  ];
  const after = [
    'Its conversations stand higher in the inbox now. You are told again only when it is ten times as fast.',
  ];
  const links = [
    ...(conversationId === undefined
      ? []
      : [{ label: 'Open the conversation', href: `${consoleUrl}/conversations/${conversationId}` }]),
    ...(permalink !== undefined && /^https:\/\//.test(permalink)
      ? [{ label: 'See the post', href: permalink }]
      : []),
  ];
  const quoted = words === '' ? [] : [isolated(words)];
  const plainLinks = links.map(({ label, href }) => `${label}: ${href}`);
  const paragraph = (sentence: string) => html`<p style="margin:0 0 12px">${sentence}</p>\n`;
  return {
    subject,
    text: `${[...before, ...quoted.map((line) => `> ${line.replaceAll('\n', '\n> ')}`), ...after, ...plainLinks].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
${before.map(paragraph)}
${quoted.map((line) => html`<blockquote dir="auto" style="margin:0 0 12px;padding:4px 16px;border-inline-start:4px solid #b45309;white-space:pre-line">${line}</blockquote>\n`)}
${after.map(paragraph)}
${links.map(({ label, href }) => html`<p style="margin:0 0 12px"><a href="${href}">${label}</a></p>\n`)}</body>
</html>
`.toString(),
  };
}

function ageWords(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 1440)} days`;
}
