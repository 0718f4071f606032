import { describe, expect, it } from 'vitest';
import { alwaysOpen } from '../../../functions/domain/business-time.ts';
import {
  calendarOf,
  defaultPolicies,
  Policy,
  PolicyBook,
  policyFor,
} from '../../../functions/domain/policy.ts';
import { aPolicy, aPolicyBook } from './desk.ts';

const office = { timeZone: 'Europe/Vienna', week: { mon: [['09:00', '17:00']] }, holidays: [] };
const written = {
  id: 'x',
  match: { channel: 'x' },
  targets: { firstResponse: 'PT2H', nextResponse: 'PT2H' },
};

describe('the default policies', () => {
  it.each([
    { channel: 'x' as const, firstResponse: 'PT2H' },
    { channel: 'facebook' as const, firstResponse: 'PT24H' },
  ])('allow $firstResponse on $channel', ({ channel, firstResponse }) => {
    const policy = policyFor(defaultPolicies, { channel, visibility: 'public', priority: 'normal' });
    expect(policy).toMatchObject({
      targets: { firstResponse },
      warnAt: 0.75,
      escalation: [
        { after: 'PT15M', to: 'lead' },
        { after: 'PT60M', to: 'admin' },
      ],
    });
  });

  it('are policies as an admin could write them', () => {
    expect(PolicyBook.parse(defaultPolicies)).toEqual(defaultPolicies);
  });
});

describe('policyFor', () => {
  const book = aPolicyBook(
    aPolicy({ id: 'urgent', match: { priority: 'urgent' } }),
    aPolicy({ id: 'x-private', match: { channel: 'x', visibility: 'private' } }),
    aPolicy({ id: 'x', match: { channel: 'x' } }),
  );
  it.each([
    {
      name: 'all that it names fits',
      channel: 'x',
      visibility: 'private',
      priority: 'normal',
      id: 'x-private',
    },
    { name: 'one thing does not fit', channel: 'x', visibility: 'public', priority: 'normal', id: 'x' },
    {
      name: 'two fit and it comes first',
      channel: 'x',
      visibility: 'private',
      priority: 'urgent',
      id: 'urgent',
    },
    {
      name: 'none fits: the fallback',
      channel: 'facebook',
      visibility: 'public',
      priority: 'low',
      id: 'default',
    },
  ] as const)('takes the first that fits: $name', ({ channel, visibility, priority, id }) => {
    expect(policyFor(book, { channel, visibility, priority }).id).toBe(id);
  });

  it('gives everybody a clock even on an empty book', () => {
    const policy = policyFor(aPolicyBook(), { channel: 'x', visibility: 'public', priority: 'normal' });
    expect(policy.targets).toEqual({ firstResponse: 'PT24H', nextResponse: 'PT24H' });
  });
});

describe('Policy', () => {
  it('runs around the clock, warns at three quarters and does not escalate unless it says so', () => {
    expect(Policy.parse(written)).toEqual({ ...written, calendar: '24x7', warnAt: 0.75, escalation: [] });
  });

  it.each([
    { name: 'a target of no time', change: { targets: { firstResponse: 'PT0S', nextResponse: 'PT2H' } } },
    { name: 'a target in months', change: { targets: { firstResponse: 'P1M', nextResponse: 'PT2H' } } },
    {
      name: 'a target of more than a year',
      change: { targets: { firstResponse: 'P999999W', nextResponse: 'PT2H' } },
    },
    { name: 'one target only', change: { targets: { firstResponse: 'PT2H' } } },
    { name: 'a channel that we do not speak', change: { match: { channel: 'fax' } } },
    { name: 'a warning at the start', change: { warnAt: 0 } },
    { name: 'a warning at the end', change: { warnAt: 1 } },
    { name: 'an escalation to nobody', change: { escalation: [{ after: 'PT5M', to: 'somebody' }] } },
    { name: 'an escalation after no time', change: { escalation: [{ after: 'PT0S', to: 'lead' }] } },
    { name: 'ten escalations', change: { escalation: Array(10).fill({ after: 'PT5M', to: 'lead' }) } },
    { name: 'an empty id', change: { id: '' } },
    { name: 'hours that never open', change: { calendar: { timeZone: 'UTC', week: {}, holidays: [] } } },
  ])('is refused with $name', ({ change }) => {
    expect(Policy.safeParse({ ...written, ...change }).success).toBe(false);
  });

  it('may escalate to a mail address', () => {
    const escalation = [{ after: 'PT5M', to: 'owner@shop.example' }];
    expect(Policy.parse({ ...written, escalation }).escalation).toEqual(escalation);
  });
});

describe('PolicyBook', () => {
  it.each([
    { name: 'two policies of one id', book: { policies: [written, written] }, problem: /same id/ },
    {
      name: 'a calendar that it lacks',
      book: { policies: [{ ...written, calendar: 'office' }] },
      problem: /not in calendars/,
    },
  ])('is refused with $name', ({ book, problem }) => {
    expect(PolicyBook.safeParse(book).error?.message).toMatch(problem);
  });

  it('resolves a calendar by its name', () => {
    const book = PolicyBook.parse({ policies: [{ ...written, calendar: 'office' }], calendars: { office } });
    const [policy] = book.policies;
    expect(policy && calendarOf(policy, book)).toEqual(office);
  });
});

describe('calendarOf', () => {
  it('knows 24x7 by its name, and calendars that a policy holds itself', () => {
    expect(calendarOf(aPolicy(), aPolicyBook())).toBe(alwaysOpen);
    expect(calendarOf(aPolicy({ calendar: alwaysOpen }), aPolicyBook())).toBe(alwaysOpen);
    expect(calendarOf(aPolicy({ calendar: 'office' }), aPolicyBook())).toBeUndefined();
  });
});
