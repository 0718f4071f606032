import { expect, it } from 'vitest';
import { fileName } from '../../lib/page-paths.ts';

it.each(['/', '/inbox/unanswered', '/conversations/01J9Z', '/settings/sla-policies', '/people/12', '/v1.2'])(
  'takes %s for a place within the page',
  (path) => expect(fileName.test(path)).toBe(false),
);

it.each(['/index.html', '/assets/index-C84Np57x.js', '/manifest.webmanifest', '/icon-192.png', '/a.woff2'])(
  'takes %s for a file',
  (path) => expect(fileName.test(path)).toBe(true),
);
