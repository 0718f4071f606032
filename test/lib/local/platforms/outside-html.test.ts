import { expect, test } from 'vitest';
import { escapeHtml, html } from '../../../../lib/local/platforms/outside-html.ts';

test('Text of a person cannot become markup, in an element or in a quoted attribute', () => {
  const text = `"><script>alert('x')</script>&amp;`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;';
  expect(escapeHtml(text)).toBe(escaped);
  expect(html`<p title="${text}">${text}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('Templates nest and lists join without being escaped twice', () => {
  const items = ['a & b', 'c'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>a &amp; b</li><li>c</li></ul>');
});

test('What is not there leaves nothing, but zero is shown', () => {
  expect(html`${undefined}${null}${false}${true}${0}`.toString()).toBe('0');
});
