import { describe, expect, it } from 'vitest';
import { settingsSummary } from '../../../functions/domain/settings-summary.ts';

const policy = (id: string, first: string) => ({ id, targets: { firstResponse: first } });

describe('the summary of a change of settings', () => {
  const rows: { name: string; before: unknown; after: unknown; summary: string }[] = [
    {
      name: 'an entry that changed',
      before: { policies: [policy('x', 'PT2H')] },
      after: { policies: [policy('x', 'PT1H')] },
      summary: 'policies “x”.targets.firstResponse: “PT2H” → “PT1H”.',
    },
    {
      name: 'entries that came and went',
      before: { tags: [{ name: 'vip' }, { name: 'old' }] },
      after: { tags: [{ name: 'vip' }, { name: 'new' }] },
      summary: 'tags: “new” added; tags: “old” removed.',
    },
    {
      name: 'another order, which decides what is tried first',
      before: { policies: [policy('x', 'PT2H'), policy('y', 'PT2H')] },
      after: { policies: [policy('y', 'PT2H'), policy('x', 'PT2H')] },
      summary: 'policies: the order changed.',
    },
    {
      name: 'a setting that is new, one that is gone, and a list without names',
      before: { a: 1, days: ['mon'] },
      after: { b: true, days: ['mon', 'tue'] },
      summary: 'a is gone, it was 1; days: ["mon"] → ["mon","tue"]; b is now true.',
    },
    { name: 'nothing', before: { a: [] }, after: { a: [] }, summary: 'Saved without a change.' },
  ];

  it.each(rows)('tells of $name', ({ before, after, summary }) => {
    expect(settingsSummary(before, after)).toBe(summary);
  });

  it('stays short, however much changed', () => {
    const many = (value: string) =>
      Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`k${n}`, value]));
    const summary = settingsSummary(many('a'.repeat(900)), many('b'.repeat(900)));
    expect(summary.length).toBeLessThan(2000);
    expect(summary).toMatch(/and 78 more\.$/);
  });
});
