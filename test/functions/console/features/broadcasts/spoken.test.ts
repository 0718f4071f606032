import { describe, expect, it } from 'vitest';
import {
  heardBy,
  type Spoken,
  sampleOf,
  spokenVariants,
  withoutVariant,
  withVariant,
} from '../../../../../functions/console/features/broadcasts/spoken.ts';

const spoken: Spoken = { text: 'We are back.', variants: {}, audiences: ['x', 'email'] };

describe('what is said to many', () => {
  it('can be said differently to one of them, and the same again', () => {
    const differently = withVariant(spoken, 'email', 'Dear reader', 'We are back');
    expect(differently.variants).toEqual({ email: { subject: 'We are back', text: 'Dear reader' } });
    expect(withoutVariant(differently, 'email')).toEqual(spoken);
  });

  it('has no subject but in mails', () => {
    expect(withVariant(spoken, 'x', 'Back!', 'A subject').variants).toEqual({ x: { text: 'Back!' } });
  });

  it('is heard by whoever is chosen, once', () => {
    expect(heardBy(heardBy(spoken, 'x', true), 'status', true).audiences).toEqual(['email', 'x', 'status']);
    expect(heardBy(spoken, 'x', false).audiences).toEqual(['email']);
  });

  it('leaves out what was written for those who do not hear it', () => {
    const written = withVariant(withVariant(spoken, 'x', 'Back!'), 'facebook', 'Hello page');
    expect(spokenVariants(written)).toEqual({ x: { text: 'Back!' } });
  });
});

describe('a sample for one person', () => {
  it('fills what it knows and leaves the rest', () => {
    expect(sampleOf('Hello {name}, {what}', { name: 'Ines' })).toBe('Hello Ines, {what}');
  });
});
