import { describe, expect, it } from 'vitest';
import type { Expert } from '../../../functions/domain/directory.ts';
import { suggestExperts } from '../../../functions/domain/experts.ts';

const anna: Expert = { id: 'anna', name: 'Anna', email: 'anna@x.example', topics: ['refund', 'payment'] };
const ben: Expert = {
  id: 'ben',
  name: 'Ben',
  email: 'ben@x.example',
  topics: ['lost bag', 'refunds'],
  hours: { timeZone: 'UTC', week: { mon: [['09:00', '17:00']] }, holidays: [] },
};
const directory = { people: [ben, anna] };
/** A Friday; Ben answers on Mondays. */
const now = '2026-11-20T10:00:00.000Z';
const names = (words: string, at = now) =>
  suggestExperts(words, directory, at).map(({ expert }) => expert.name);

describe('suggestExperts', () => {
  it.each([
    ['Where is my refund?', ['Anna', 'Ben']],
    ['The payments were refunded twice', ['Anna', 'Ben']],
    ['You lost bags of mine', ['Ben']],
    ['My bag was lost', []],
    ['Hello there', []],
  ])('for “%s”: %s', (words, people) => {
    expect(names(words)).toEqual(people);
  });

  it('says until when somebody answers, by the clock of where they are', () => {
    const carmen: Expert = {
      ...anna,
      hours: { timeZone: 'Europe/Madrid', week: { fri: [['09:00', '17:00']] }, holidays: [] },
    };
    const whyAt = (at: string) => suggestExperts('refund', { people: [carmen] }, at)[0]?.why;
    expect(whyAt(now)).toBe('knows about refund; answers until 17:00 Madrid');
    expect(whyAt('2026-11-20T17:00:00.000Z')).toBe(
      'knows about refund; answers again Fri 27 Nov, 09:00 Madrid',
    );
  });

  it('puts who answers now before who does not, and says why', () => {
    const [first, second] = suggestExperts('refund', directory, now);
    expect(first?.why).toBe('knows about refund; answers now');
    expect(second?.why).toBe('knows about refunds; answers again Mon 23 Nov, 09:00 UTC');
    expect(names('refund', '2026-11-23T10:00:00.000Z')).toEqual(['Ben', 'Anna']);
  });
});
