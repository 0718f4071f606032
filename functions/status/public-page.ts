import { createHash } from 'node:crypto';
import { type Html, html } from '../mail/html.ts';
import { stylesheet } from './stylesheet.ts';

/** What a public page may do: show its own style sheet, pictures and films, and send its own form. No script runs on it, ours or anybody's. */
export const statusPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(stylesheet.text).digest('base64')}'`,
  "img-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that customers see. `name` is that of the company, if anybody said. */
export function publicPage({ title, name, statusPath }: PageFrame, body: readonly Html[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="alternate" type="application/atom+xml" href="${statusPath}/feed.atom" title="Feed">
<style>${stylesheet}</style>
</head>
<body>
<main>
<header><h1>${name === undefined ? 'Status' : `${name} status`}</h1>
<a class="button quiet" href="${statusPath}/subscribe">Get mail about it</a></header>
${body}
</main>
</body>
</html>
`.toString();
}

export interface PageFrame {
  title: string;
  name: string | undefined;
  /** Path of the status page. */
  statusPath: string;
}
