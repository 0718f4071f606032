import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { html } from '../../../functions/mail/html.ts';
import { publicPage, statusPolicy } from '../../../functions/status/public-page.ts';

const shown = publicPage({ title: 'A & B', name: '<Corvid>', statusPath: '/status' }, [html`<p>Hello</p>`]);

it('has a policy that names the style sheet of the page, and lets nothing else in', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(shown)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(statusPolicy).toContain(`style-src 'sha256-${hash}'`);
  expect(statusPolicy).toContain("default-src 'none'");
  expect(statusPolicy).not.toContain('unsafe');
});

it('escapes what it is given', () => {
  expect(shown).toContain('<title>A &amp; B</title>');
  expect(shown).toContain('<h1>&lt;Corvid&gt; status</h1>');
});
