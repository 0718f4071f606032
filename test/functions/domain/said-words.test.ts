import { describe, expect, it } from 'vitest';
import { saidIn, wordOf } from '../../../functions/domain/said-words.ts';

describe('a word', () => {
  it.each([
    ['refund', 'I want a REFUND!', true],
    ['refund', 'refunded', false],
    ['cancelled flight', 'my cancelled   flight…', true],
    ['cancelled flight', 'cancelled the flight', false],
    ['don’t', "I don't know", true],
    ['straße', 'In der STRASSE', false],
    ['Größe', 'falsche größe', true],
    ['#outage', 'another #Outage today', true],
    ['@desk', 'hello @desk.', true],
    ['返金', 'すぐに返金してください', true],
    ['wifi', 'the wi-fi is down', false],
    ['wi-fi', 'the Wi-Fi is down', true],
    ['⁉️', 'what ⁉️', false],
    ['😡', 'again😡😡', true],
    ['❤️', 'love ❤ you', true],
    ['a', '', false],
  ])('“%s” in “%s”: %s', (word, text, is) => {
    expect(wordOf(word)(saidIn(text))).toBe(is);
  });
});
