import { describe, expect, it } from 'vitest';
import { html } from '../../../functions/mail/html.ts';

const values: Record<string, [value: Parameters<typeof html>[1], markup: string]> = {
  'what could end a text or an attribute': [
    '<a href="b" title=\'c\'>&',
    '&lt;a href=&quot;b&quot; title=&#39;c&#39;&gt;&amp;',
  ],
  'an entity, as it was typed': ['&amp;', '&amp;amp;'],
  'markup, as it is': [html`<b>${'<'}</b>`, '<b>&lt;</b>'],
  'a list of markup': [[html`<i>1</i>`, html`<i>${'>'}</i>`], '<i>1</i><i>&gt;</i>'],
  'an empty list': [[], ''],
  'replacement patterns of String.replace': ["$& $' $1", '$&amp; $&#39; $1'],
};

describe('html', () => {
  it.each(Object.entries(values))('puts in %s', (_name, [value, markup]) => {
    expect(html`<p>${value}</p>`.toString()).toBe(`<p>${markup}</p>`);
  });
});
