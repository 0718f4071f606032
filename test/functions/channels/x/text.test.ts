import { expect, test } from 'vitest';
import { typedText } from '../../../../functions/channels/x/text.ts';

const texts = [
  { title: 'undoes the three escapes of X', given: 'a &amp; b &lt;3 &gt;', typed: 'a & b <3 >' },
  { title: 'undoes one layer only', given: '&amp;amp; &amp;lt;', typed: '&amp; &lt;' },
  { title: 'leaves other entities as typed', given: '&quot; &nbsp; &#39; &', typed: '&quot; &nbsp; &#39; &' },
  {
    title: 'leaves links and other scripts alone',
    given: 'ありがとう 👋🏽 https://t.co/abc',
    typed: 'ありがとう 👋🏽 https://t.co/abc',
  },
];

test.each(texts)('$title', ({ given, typed }) => {
  expect(typedText(given)).toBe(typed);
});
