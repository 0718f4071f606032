import { expect, it } from 'vitest';
import { sentWords, shownWords } from '../../../../functions/channels/x/words.ts';

const link = (url: string, expanded_url: string) => ({ url, expanded_url });
const rows: [title: string, sent: string, text: string, urls?: { url: string; expanded_url: string }[]][] = [
  ['plain words', 'We look into it.', 'We look into it.'],
  ['the handles that X puts before an answer', 'We look into it.', '@ines_okoro_ex @other We look into it.'],
  ['a handle that we typed', '@ines_okoro_ex we look', '@ines_okoro_ex we look'],
  ['escaped characters', 'a < b & c', 'a &lt; b &amp; c'],
  ['an escaped escape', 'write &amp;', 'write &amp;amp;'],
  ['space that X trims', ' Hello \n', 'Hello'],
  ['letters put together otherwise', 'cafe\u0301', 'caf\u00e9'],
  [
    'a shortened link',
    'See https://example.com/a?b=1&c=2.',
    'See https://t.co/abc.',
    [link('https://t.co/abc', 'https://example.com/a?b=1&c=2')],
  ],
  [
    'a bare domain',
    'See example.com!',
    'See https://t.co/abc!',
    [link('https://t.co/abc', 'http://example.com')],
  ],
  [
    'a link that X encodes',
    'https://example.com/grün',
    'https://t.co/abc',
    [link('https://t.co/abc', 'https://example.com/gr%C3%BCn')],
  ],
  [
    'a picture',
    'Look',
    'Look https://t.co/pic',
    [link('https://t.co/pic', 'https://x.com/larkspur/status/21/photo/1')],
  ],
  [
    'a picture alone',
    '',
    'https://t.co/pic',
    [link('https://t.co/pic', 'https://twitter.com/messages/media/21')],
  ],
  ['a short link that X does not explain', 'https://t.co/abc', 'https://t.co/abc'],
];

it.each(rows)('recognizes %s', (_title, sent, text, urls = []) => {
  expect(shownWords({ text, entities: { urls } })).toBe(sentWords(sent));
});

it.each([
  ['other words', 'We look into it.', 'We looked into it.', []],
  [
    'another link',
    'See https://example.com/a',
    'See https://t.co/abc',
    [link('https://t.co/abc', 'https://example.com/b')],
  ],
  ['a handle in between', 'We ask @one', 'We ask @two', []],
])('tells %s apart', (_title, sent, text, urls) => {
  expect(shownWords({ text, entities: { urls } })).not.toBe(sentWords(sent));
});

it('reads a post without a text as no words', () => {
  expect(shownWords({ text: undefined, entities: undefined })).toBe('');
});
