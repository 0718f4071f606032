import { expect, it } from 'vitest';
import { wholeWords } from '../../../functions/domain/whole-words.ts';

it.each([
  ['à 17h', 'on se voit à 17h'],
  ['été', 'Été 2026'],
  ['an|ab', 'ich rufe an.'],
])('finds “%s” in “%s”', (source, text) => {
  expect(wholeWords(source).test(text)).toBe(true);
});

it.each([
  ['té', 'été'],
  ['an', 'Anruf'],
  ['jour', 'journée'],
  ['h', '17h'],
])('does not find “%s” within a word of “%s”', (source, text) => {
  expect(wholeWords(source).test(text)).toBe(false);
});

it('takes any letter for a letter of a word', () => {
  expect(wholeWords('nächst\\p{L}').test('nächste')).toBe(true);
});
