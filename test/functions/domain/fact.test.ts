import { describe, expect, it } from 'vitest';
import { type Fact, Facts, ownFacts, withLinkedFacts } from '../../../functions/domain/fact.ts';

const pillow: Fact = { key: 'pillow', type: 'text', value: 'feather' };
const stay: Fact = { key: 'staying', type: 'flag', value: true, until: '2026-11-24' };

describe('facts', () => {
  const wrong: { name: string; fact: object }[] = [
    { name: 'a date in words', fact: { key: 'birthday', type: 'date', value: 'tomorrow' } },
    { name: 'a number as text', fact: { key: 'room', type: 'number', value: '12' } },
    { name: 'no name', fact: { key: ' ', type: 'text', value: 'x' } },
    { name: 'a kind that there is not', fact: { key: 'x', type: 'colour', value: 'x' } },
  ];

  it.each(wrong)('are not $name', ({ fact }) => {
    expect(Facts.safeParse([fact]).success).toBe(false);
  });

  it('have each name once', () => {
    expect(Facts.safeParse([pillow, { ...stay, key: 'pillow' }]).success).toBe(false);
    expect(Facts.safeParse([pillow, stay]).success).toBe(true);
  });

  it('of linked contacts stand behind the own, which win', () => {
    expect(withLinkedFacts([pillow], [{ ...pillow, value: 'down' }, stay])).toEqual([pillow, stay]);
  });

  it('stay with whom they came from, until somebody changes them', () => {
    expect(ownFacts([pillow, stay], [pillow], [stay])).toEqual([pillow]);
    const longer = { ...stay, until: '2026-11-30' };
    expect(ownFacts([pillow, longer], [pillow], [stay])).toEqual([pillow, longer]);
    expect(ownFacts([stay], [stay], [stay])).toEqual([stay]);
  });
});
