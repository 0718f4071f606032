import { describe, expect, it } from 'vitest';
import { fillPlaceholders, openWord } from '../../../../../functions/console/features/reply/placeholders.ts';

describe('fillPlaceholders', () => {
  const agent = 'Ada Agent';

  it.each([
    {
      name: 'Ines Okoro',
      handle: 'ines',
      text: 'Hello {name} ({handle}), {agent} here',
      filled: 'Hello Ines (@ines), Ada here',
    },
    { name: undefined, handle: 'ines', text: 'Hello {name}!', filled: 'Hello @ines!' },
    { name: undefined, handle: undefined, text: 'Hello {name}, thank you', filled: 'Hello, thank you' },
    { name: 'Ines', handle: undefined, text: 'Use {code} and {name}', filled: 'Use {code} and Ines' },
  ])('fills “$text”', ({ name, handle, text, filled }) => {
    expect(fillPlaceholders(text, { name, handle, agent })).toBe(filled);
  });

  it('fills nothing that a name brings along', () => {
    expect(fillPlaceholders('Hello {name}', { name: '{agent}', agent })).toBe('Hello {agent}');
  });
});

describe('openWord', () => {
  it.each([
    { text: '/', caret: 1, open: { start: 0, typed: '' } },
    { text: 'Hello /tha', caret: 10, open: { start: 6, typed: 'tha' } },
    { text: 'Hello /tha and more', caret: 10, open: { start: 6, typed: 'tha' } },
    { text: 'either/or', caret: 9, open: undefined },
    { text: 'see https://example.com', caret: 23, open: undefined },
    { text: '/a\nb', caret: 4, open: undefined },
  ])('finds in “$text” at $caret: $open', ({ text, caret, open }) => {
    expect(openWord(text, caret, '/')).toEqual(open);
  });
});
