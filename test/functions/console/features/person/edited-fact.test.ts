import { describe, expect, it } from 'vitest';
import { editable, factOf } from '../../../../../functions/console/features/person/edited-fact.ts';

describe('a fact while somebody writes it', () => {
  it.each([
    { key: 'pillow', type: 'text', value: 'feather' },
    { key: 'birthday', type: 'date', value: '1990-04-01' },
    { key: 'stays', type: 'number', value: 12 },
    { key: 'member', type: 'flag', value: false },
    { key: 'room', type: 'text', value: '204', until: '2026-11-24' },
  ] as const)('is $key again afterwards', (fact) => {
    expect(factOf(editable(fact, 1))).toEqual(fact);
  });

  it('is none before it says something', () => {
    expect(factOf({ number: 1, key: ' ', type: 'text', value: 'feather', until: '' })).toBeUndefined();
    expect(factOf({ number: 1, key: 'pillow', type: 'text', value: '', until: '' })).toBeUndefined();
  });
});
