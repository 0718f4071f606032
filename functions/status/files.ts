import { statusFeed } from './feed.ts';
import type { StatusKey } from './keys.ts';
import type { StatusBoard } from './site.ts';
import { statusHtml } from './status-html.ts';
import { statusJson } from './status-json.ts';
import { subscriptionPage } from './subscription-pages.ts';

/** A file of the public page. */
export interface StatusFile {
  key: StatusKey;
  contentType: string;
  text: string;
}

/** The files that the public page consists of. */
export function statusFiles(board: StatusBoard): StatusFile[] {
  const html = 'text/html; charset=utf-8';
  return [
    { key: 'status', contentType: html, text: statusHtml(board) },
    { key: 'status/subscribe', contentType: html, text: subscriptionPage('subscribe', board.site.name) },
    { key: 'status.json', contentType: 'application/json; charset=utf-8', text: statusJson(board) },
    { key: 'status/feed.atom', contentType: 'application/atom+xml; charset=utf-8', text: statusFeed(board) },
  ];
}
