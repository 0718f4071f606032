import type { Conversation } from '../domain/conversation.ts';
import type { Spike } from '../domain/spike.ts';
import type { Mail } from './alert-mail.ts';
import { channelLabels } from './alert-words.ts';
import { html } from './html.ts';
import { isolated, oneLine, shorten } from './plain-words.ts';
import { instantWords } from './time-words.ts';

const NAME_LENGTH = 60;

/** The mail that tells a team's lead, once, that many more than usual speak of the same, and who. */
export function spikeMail({
  spike,
  conversations,
  consoleUrl,
}: {
  spike: Spike;
  /** Some of those who speak of it, the latest last. */
  conversations: Conversation[];
  consoleUrl: string;
}): Mail {
  const { count, usual, windowMinutes, topic, noticedAt, severity, id } = spike;
  const about = topic.map((word) => isolated(oneLine(word))).join(', ');
  const subject = `${count} people write about “${about}” in ${windowMinutes} minutes, usual is ${usualWords(usual)}`;
  const since = `Noticed ${instantWords(noticedAt)}; as it looks, ${severity}. You are told once: more of the same only raises the number in Hark.`;
  const link = `${consoleUrl}/incidents?spike=${encodeURIComponent(id)}`;
  const people = conversations.toReversed().map(({ contact, channel, preview, id: conversationId }) => ({
    who: `${isolated(shorten(oneLine(contact.name ?? contact.handle ?? 'Somebody'), NAME_LENGTH))} on ${channelLabels[channel]}`,
    words: isolated(oneLine(preview)),
    link: `${consoleUrl}/conversations/${encodeURIComponent(conversationId)}`,
  }));
  return {
    subject,
    text: `${[
      `${subject}.`,
      since,
      `Look at it, open an incident or put it aside:\n${link}`,
      ...people.map(({ who, words, link: one }) => `${who}: ${words}\n${one}`),
    ].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
<p style="margin:0 0 12px;font-size:20px;font-weight:600">${subject}</p>
<p style="margin:0 0 12px">${since}</p>
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">Look at it</a></p>
${people.map(({ who, words, link: one }) => html`<p style="margin:0 0 12px"><a href="${one}"><strong>${who}</strong></a><br>${words}</p>\n`)}</body>
</html>
`.toString(),
  };
}

/** A mean as people say it. */
function usualWords(usual: number): string {
  if (usual < 0.5) return 'none';
  return usual < 1.5 ? '1' : `${Math.round(usual)}`;
}
