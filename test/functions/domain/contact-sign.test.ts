import { describe, expect, it } from 'vitest';
import { signsOfProfile, signsOfText, speaksFor, whyOf } from '../../../functions/domain/contact-sign.ts';

describe('the signs of a person', () => {
  const rows: { text: string; signs: string[] }[] = [
    { text: 'Write to Ines.Okoro@Example.com please', signs: ['email:ines.okoro@example.com'] },
    { text: 'Call +44 20 7946 0958.', signs: ['phone:442079460958'] },
    { text: 'Call 020 7946 0958, my order is 1234567890', signs: [] },
    { text: 'a@b.example a@b.example', signs: ['email:a@b.example'] },
    { text: 'a@x.example b@x.example c@x.example d@x.example', signs: [] },
    { text: '@ines_okoro is my handle', signs: [] },
  ];

  it.each(rows)('in “$text” are $signs', ({ text, signs }) => {
    expect(signsOfText(text).map(({ kind, value }) => `${kind}:${value}`)).toEqual(signs);
  });

  it('are a handle too, unless it is a short one', () => {
    expect(signsOfProfile({ handle: 'Ines_Okoro' })).toEqual([{ kind: 'handle', value: 'ines_okoro' }]);
    expect(signsOfProfile({ handle: 'ines' })).toEqual([]);
    expect(signsOfProfile({})).toEqual([]);
  });

  it('say nothing where one handle cannot be two people’s', () => {
    const handle = { kind: 'handle' as const, value: 'ines_okoro' };
    expect(speaksFor(handle, ['x', 'x'])).toBe(false);
    expect(speaksFor(handle, ['x', 'facebook'])).toBe(true);
    expect(speaksFor({ kind: 'email', value: 'a@b.example' }, ['x', 'x'])).toBe(true);
  });

  it('are told to whoever decides', () => {
    expect(whyOf({ kind: 'handle', value: 'ines_okoro' })).toContain('@ines_okoro');
    expect(whyOf({ kind: 'email', value: 'a@b.example' })).toContain('a@b.example');
    expect(whyOf({ kind: 'phone', value: '44' })).toContain('+44');
  });
});
