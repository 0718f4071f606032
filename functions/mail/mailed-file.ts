import type { PublicFile } from '../domain/public-file.ts';
import { type Html, html } from './html.ts';
import { oneLine } from './plain-words.ts';
import { sizeWords } from './size-words.ts';

/** A picture or film of a mail: as it stands among its HTML, and as its text tells of it. */
export interface MailedFile {
  html: Html;
  text: string;
}

/** As wide as the column is at most; the one width that a mail program on Windows heeds. */
const WIDTH = '560';

/**
 * A picture is fetched when the mail is looked at; until then, or where that is never done, its description stands there. A film does
 * not play in a mail: a link leads to it. The text has the address of both.
 */
export function mailedFile({ type, path, size, alt }: PublicFile, statusUrl: string): MailedFile {
  const url = `${statusUrl}/${path}`;
  const described = oneLine(alt ?? '');
  if (type === 'image') {
    const words = described === '' ? 'Picture' : described;
    return {
      html: html`<p style="margin:0 0 12px"><a href="${url}"><img src="${url}" alt="${words}" width="${WIDTH}" style="display:block;width:auto;max-width:100%;height:auto;border:0;border-radius:6px"></a></p>\n`,
      text: `${described === '' ? 'Picture' : `Picture: ${described}`}\n${url}`,
    };
  }
  const words = `Watch the film${described === '' ? '' : `: ${described}`}${size === undefined ? '' : ` (${sizeWords(size)})`}`;
  return {
    html: html`<p style="margin:0 0 12px"><a href="${url}">${words}</a></p>\n`,
    text: `${words}\n${url}`,
  };
}
