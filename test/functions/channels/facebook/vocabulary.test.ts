import { describe, expect, it } from 'vitest';
import { fieldName, itemName, verbName } from '../../../../functions/channels/facebook/vocabulary.ts';

describe('vocabulary', () => {
  it.each([
    ['a field', fieldName, 'standby'],
    ['an item', itemName, 'timeline cover'],
    ['a verb', verbName, 'unhide'],
  ])('keeps %s that Meta published and calls all else other', (_name, nameOf, word) => {
    expect(nameOf(word)).toBe(word);
    expect(nameOf(`${word} `)).toBe('other');
    expect(nameOf(undefined)).toBe('other');
    expect(nameOf('toString')).toBe('other');
  });
});
