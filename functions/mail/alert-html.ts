import type { Fact } from './alert-words.ts';
import { type Html, html } from './html.ts';
import type { QuotedMessage } from './quoted-message.ts';

/** Everything that an alert's mail shows. */
export interface AlertPage {
  subject: string;
  /** Name of the step; decides the colour. */
  step: string;
  /** What happened, in the fewest words. */
  happening: string;
  /** Who waits how long; when it is due. */
  headline: readonly [wait: string, due: string];
  quoted: QuotedMessage;
  facts: readonly Fact[];
  link: string;
}

/** White words stand out on both colours, and both on white and on black, whichever the mail program chooses. */
const ACCENT = { warning: '#b45309', late: '#c81e1e' };
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The mail as HTML: one column, styles inline, because many programs drop everything else, and no colour for text or ground,
 * so that it follows the reader's light or dark setting.
 */
export function alertHtml({
  subject,
  step,
  happening,
  headline: [wait, due],
  quoted,
  facts,
  link,
}: AlertPage): string {
  const accent = step === 'warning' ? ACCENT.warning : ACCENT.late;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0;font-family:${FONT};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:20px;border-top:6px solid ${accent};overflow-wrap:anywhere">
<p style="margin:0 0 12px"><span style="display:inline-block;padding:2px 10px;border-radius:4px;background-color:${accent};color:#ffffff;font-size:14px;font-weight:600">${happening}</span></p>
<p style="margin:0;font-size:20px;line-height:1.35;font-weight:600">${wait}</p>
<p style="margin:4px 0 20px">${due}</p>
${quoteHtml(quoted, accent)}
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">Open the conversation</a></p>
${facts.map(factHtml)}
</div>
</body>
</html>
`.toString();
}

function quoteHtml({ words, notes }: QuotedMessage, accent: string): Html[] {
  const quote = html`<blockquote dir="auto" style="margin:0 0 12px;padding:4px 16px;border-inline-start:4px solid ${accent}">${breaks(words.split('\n'))}</blockquote>\n`;
  return [
    ...(words === '' ? [] : [quote]),
    ...notes.map((note) => html`<p style="margin:0 0 12px;font-size:14px;font-style:italic">${note}</p>\n`),
  ];
}

function factHtml({ label, lines }: Fact): Html {
  return html`<p style="margin:0 0 12px;font-size:14px"><strong>${label}</strong><br>${breaks(lines)}</p>\n`;
}

function breaks(lines: readonly string[]): Html[] {
  return lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}
