import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '../../../functions/domain/policy.ts';
import type { RoutingRule } from '../../../functions/domain/routing-schema.ts';
import { routingWarnings } from '../../../functions/domain/routing-warnings.ts';

const office = {
  timeZone: 'UTC',
  week: { fri: [['09:00', '17:00'] satisfies [string, string]] },
  holidays: [],
};
const documents = {
  teams: { teams: [{ id: 'money', name: 'Money', recipients: { team: [], lead: [], admin: [] } }] },
  policies: { ...defaultPolicies, calendars: { office } },
  tags: { tags: [{ name: 'refund' }] },
};
const warningsOf = (conditions: RoutingRule['if'], then: RoutingRule['then']) =>
  routingWarnings(
    { rules: [{ id: 'r1', name: 'Refunds', if: conditions, then }], assignment: {} },
    documents,
  );
const hours = (calendar: string | typeof office): RoutingRule['if'] => ({ businessHours: 'open', calendar });

describe('a rule that names what there is not', () => {
  it.each([
    { name: 'a team', if: {}, then: { teamId: 'gone' }, warned: [{ kind: 'team', name: 'gone' }] },
    { name: 'a policy', if: {}, then: { policyId: 'slow' }, warned: [{ kind: 'policy', name: 'slow' }] },
    { name: 'a calendar', if: hours('night'), then: {}, warned: [{ kind: 'calendar', name: 'night' }] },
    {
      name: 'tags, each once',
      if: {},
      then: { tags: ['refund', 'refnud', 'refnud'] },
      warned: [{ kind: 'tag', name: 'refnud' }],
    },
    {
      name: 'several things',
      if: hours('night'),
      then: { teamId: 'gone', tags: ['late'] },
      warned: [
        { kind: 'team', name: 'gone' },
        { kind: 'calendar', name: 'night' },
        { kind: 'tag', name: 'late' },
      ],
    },
  ])('is warned of: $name', ({ if: conditions, then, warned }) => {
    const warnings = warningsOf(conditions, then);
    expect(warnings.map(({ kind, name }) => ({ kind, name }))).toEqual(warned);
    expect(warnings.every(({ ruleId, rule }) => ruleId === 'r1' && rule === 'Refunds')).toBe(true);
  });

  it('is told what comes of it and what to do', () => {
    expect(warningsOf({}, { teamId: 'gone' })[0]?.text).toBe(
      'There is no team “gone”. Conversations would wait where nobody looks. Add the team, or name another.',
    );
  });

  it.each([
    { name: 'nothing at all', if: {}, then: {} },
    {
      name: 'what there is',
      if: hours('office'),
      then: { teamId: 'money', policyId: 'x', tags: ['refund'] },
    },
    {
      name: 'what is there on every desk',
      if: hours('24x7'),
      then: { teamId: 'support', policyId: 'incident' },
    },
    { name: 'hours of its own', if: hours(office), then: {} },
  ])('is none that names $name', ({ if: conditions, then }) => {
    expect(warningsOf(conditions, then)).toEqual([]);
  });
});
