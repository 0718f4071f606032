import { describe, expect, it } from 'vitest';
import { isolated, manyLines, oneLine, shorten } from '../../../functions/mail/plain-words.ts';

const lines: Record<string, [typed: string, line: string]> = {
  'line breaks of every kind': ['a\r\nb\nc\rd\u2028e\u2029f\u0085g\vh', 'a b c d e f g h'],
  'a mail header': ['late\r\nBcc: everybody@example.com', 'late Bcc: everybody@example.com'],
  'control characters': ['a\u0000b\u001Bc\u007Fd\u009Be', 'a b c d e'],
  'characters that turn the line around': ['a\u202Eb\u2066c\u2069\u202Cd', 'abcd'],
  'half a character': ['a\uD83Db', 'a\uFFFDb'],
  'an emoji family': ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
  'space at both ends': ['  a\u00A0 b\t', 'a b'],
};

const texts: Record<string, [typed: string, text: string]> = {
  'line breaks of every kind': ['a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
  'control characters': ['a\u0000b\u001B[31mc\vd', 'ab[31mcd'],
  'a long gap': ['a\n \n\t\n\n\nb', 'a\n\nb'],
  'one empty line': ['a\n\nb', 'a\n\nb'],
  'space at both ends': ['\n\n a \n', 'a'],
};

const cuts: Record<string, [text: string, most: number, shown: string]> = {
  'a text that fits exactly': ['abcde', 5, 'abcde'],
  'a text that is one too long': ['abcdef', 5, 'abcde…'],
  'a cut after a space': ['abcd ef', 5, 'abcd…'],
  'emoji of several code points': ['👩‍👩‍👧‍👦👍🏽🇫🇮', 2, '👩‍👩‍👧‍👦👍🏽…'],
  'letters with accents of their own': ['e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301e\u0301'],
  'a letter under a heap of accents': [`ae${'\u0301'.repeat(500)}`, 3, 'a…'],
};

describe('oneLine', () => {
  it.each(Object.entries(lines))('leaves %s fit for a header', (_name, [typed, line]) => {
    expect(oneLine(typed)).toBe(line);
  });
});

describe('manyLines', () => {
  it.each(Object.entries(texts))('makes plain lines of %s', (_name, [typed, text]) => {
    expect(manyLines(typed)).toBe(text);
  });
});

describe('shorten', () => {
  it.each(Object.entries(cuts))('handles %s', (_name, [text, most, shown]) => {
    expect(shorten(text, most)).toBe(shown);
  });
});

describe('isolated', () => {
  it.each(['שלום', 'مرحبا', 'X مرحبا'])('keeps %s from turning the sentence around it', (text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`);
  });

  it.each(['Ines', 'Łucja Żółć', '李雷', 'Олена', '👍'])('leaves %s as it is', (text) => {
    expect(isolated(text)).toBe(text);
  });
});
