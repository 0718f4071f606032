import { describe, expect, it } from 'vitest';
import { coach } from '../../../functions/domain/coach.ts';
import { flagged, good } from './coach-drafts.ts';

describe('coach', () => {
  it.each(flagged)('to “%s” – “%s” (%s): %s', (to, reply, visibility, rules) => {
    expect(coach({ to, reply, visibility }).map(({ rule }) => rule)).toEqual(rules);
  });

  it.each(good)('has nothing to say of: “%s” – “%s”', (to, reply, visibility = 'public') => {
    expect(coach({ to, reply, visibility })).toEqual([]);
  });

  it('gives a reason and a suggestion each, and asks twice only for personal data', () => {
    for (const [to, reply, visibility] of flagged) {
      for (const finding of coach({ to, reply, visibility })) {
        expect(finding.why).toMatch(/\.$/);
        expect(finding.suggestion).toMatch(/\.$/);
        expect(finding.level).toBe(finding.rule === 'personal-data' ? 'confirm' : 'hint');
      }
    }
  });

  it('has nothing to say of nothing', () => {
    expect(coach({ to: 'Worst airline ever. When do we leave?', reply: ' ', visibility: 'public' })).toEqual(
      [],
    );
  });
});
