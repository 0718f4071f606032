import type { Account } from '../domain/account.ts';
import type { Mail } from './alert-mail.ts';
import { channelLabels } from './alert-words.ts';
import { html } from './html.ts';
import { isolated, oneLine } from './plain-words.ts';
import { instantWords } from './time-words.ts';

/** The mail that tells admins, once for each hold, that an account of ours cannot send, why, and what to do. */
export function accountMail({ channel, id, name, refusal, heldSince, retryAt }: Account): Mail {
  const account = name === undefined ? id : isolated(oneLine(name));
  const where = channelLabels[channel];
  const subject = `Replies are held: ${account} on ${where} cannot send`;
  const sentences = [
    `Since ${instantWords(heldSince ?? '')} nothing that is written for the account ${account} on ${where} leaves.`,
    oneLine(refusal?.explanation ?? 'The platform takes nothing from it.'),
    `What to do: ${oneLine(refusal?.advice ?? 'Connect the account anew.')}`,
    'Nothing is lost: replies wait, and go on within a minute once the account can send again. What customers write still comes in.',
    ...(retryAt === undefined ? [] : [`Hark itself tries again at ${instantWords(retryAt)}.`]),
  ];
  return {
    subject,
    text: `${sentences.join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:20px;font-family:sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
${sentences.map((sentence) => html`<p style="margin:0 0 12px">${sentence}</p>\n`)}</body>
</html>
`.toString(),
  };
}
