import { describe, expect, it } from 'vitest';
import { type RouteFacts, routeBy } from '../../../functions/domain/routing.ts';
import { RoutingBook, type RoutingRule } from '../../../functions/domain/routing-schema.ts';
import { at } from './desk.ts';

const office = {
  timeZone: 'UTC',
  week: { fri: [['09:00', '17:00'] satisfies [string, string]] },
  holidays: [],
};

const someFacts = (changes: Partial<RouteFacts> = {}): RouteFacts => ({
  channel: 'x',
  visibility: 'public',
  text: 'Where is my refund?',
  reason: 'inquiry',
  language: 'en',
  followers: 1200,
  verified: false,
  vip: false,
  customer: [
    { key: 'tier', value: 'Gold' },
    { key: 'guest', value: true },
    { key: 'banned', value: false },
  ],
  now: at('12:00'),
  calendars: { office },
  ...changes,
});

const aRule = (
  conditions: RoutingRule['if'],
  consequences: RoutingRule['then'] = {},
  id = 'r1',
): RoutingRule => ({
  id,
  name: `Rule ${id}`,
  if: conditions,
  then: consequences,
});
const routed = (rules: RoutingRule[], facts: Partial<RouteFacts> = {}) =>
  routeBy({ rules, assignment: {} })(someFacts(facts));

const conditions: { name: string; if: RoutingRule['if']; facts?: Partial<RouteFacts>; because?: string[] }[] =
  [
    { name: 'nothing is asked', if: {}, because: [] },
    { name: 'the channel', if: { channel: 'x' }, because: ['the channel is x'] },
    { name: 'another channel', if: { channel: 'facebook' } },
    { name: 'one of several channels', if: { channel: ['facebook', 'x'] }, because: ['the channel is x'] },
    { name: 'where it was said', if: { visibility: 'public' }, because: ['it was said in public'] },
    { name: 'elsewhere', if: { visibility: 'private' } },
    { name: 'the reason', if: { reason: ['inquiry', 'problem'] }, because: ['the reason is inquiry'] },
    { name: 'a reason that nobody knows yet', if: { reason: 'inquiry' }, facts: { reason: undefined } },
    { name: 'the language', if: { language: 'en' }, because: ['the language is en'] },
    { name: 'another language', if: { language: 'de' } },
    { name: 'a word', if: { words: ['broken', 'refund'] }, because: ['it says “refund”'] },
    { name: 'words that are not said', if: { words: ['broken'] } },
    { name: 'reach', if: { reachAtLeast: 1000 }, because: ['1200 followers are at least 1000'] },
    { name: 'more reach', if: { reachAtLeast: 1201 } },
    { name: 'somebody not verified', if: { verified: false }, because: ['the person is not verified'] },
    { name: 'somebody verified', if: { verified: true } },
    { name: 'a VIP', if: { vip: true }, facts: { vip: true }, because: ['the person is a VIP'] },
    { name: 'no VIP', if: { vip: true } },
    {
      name: 'a fact by its value, in any case',
      if: { customerFacts: [{ key: 'tier', value: 'gold' }] },
      because: ['the customer’s tier is Gold'],
    },
    { name: 'a fact by another value', if: { customerFacts: [{ key: 'tier', value: 'silver' }] } },
    { name: 'a flag', if: { customerFacts: [{ key: 'guest' }] }, because: ['the customer’s guest is true'] },
    { name: 'a flag that is off', if: { customerFacts: [{ key: 'banned' }] } },
    { name: 'a fact that nobody noted', if: { customerFacts: [{ key: 'pet' }] } },
    {
      name: 'opening hours',
      if: { businessHours: 'open', calendar: 'office' },
      because: ['it is open by the calendar office'],
    },
    {
      name: 'opening hours, while closed',
      if: { businessHours: 'open', calendar: 'office' },
      facts: { now: at('18:00') },
    },
    {
      name: 'closing time',
      if: { businessHours: 'closed', calendar: 'office' },
      facts: { now: at('18:00') },
      because: ['it is closed by the calendar office'],
    },
    {
      name: 'hours of its own',
      if: { businessHours: 'open', calendar: office },
      because: ['it is open by the hours of the rule'],
    },
    {
      name: 'around the clock',
      if: { businessHours: 'open', calendar: '24x7' },
      because: ['it is open by the calendar 24x7'],
    },
    { name: 'a calendar that there is not', if: { businessHours: 'closed', calendar: 'gone' } },
    {
      name: 'all of several',
      if: { channel: 'x', reason: 'inquiry', words: ['refund'] },
      because: ['the channel is x', 'the reason is inquiry', 'it says “refund”'],
    },
    {
      name: 'all of several, one of which is not so',
      if: { channel: 'x', reason: 'problem', words: ['refund'] },
    },
  ];

describe('a rule', () => {
  it.each(conditions)('goes by $name', ({ if: named, facts, because }) => {
    expect(routed([aRule(named)], facts).fired[0]?.because).toEqual(because);
  });

  it('is one that can be stored', () => {
    const rules = conditions.map(({ if: named }, index) => aRule(named, {}, `r${index}`));
    expect(RoutingBook.parse({ rules })).toEqual({ rules, assignment: {} });
  });

  it('about hours says whose', () => {
    const book = { rules: [{ id: 'a', name: 'A', if: { businessHours: 'open' }, then: {} }] };
    expect(RoutingBook.safeParse(book).error?.issues[0]?.message).toMatch(/needs a calendar/);
  });

  it('has an id of its own', () => {
    expect(RoutingBook.safeParse({ rules: [aRule({}), aRule({})] }).error?.issues[0]?.message).toMatch(
      /same id/,
    );
  });
});

describe('several rules', () => {
  const praise = aRule({ words: ['refund'] }, { teamId: 'money', tags: ['refund'] }, 'refund');
  const all = aRule({}, { teamId: 'others', priority: 'high', tags: ['all', 'refund'] }, 'all');
  const last = aRule({}, { priority: 'low', policyId: 'slow', ownerId: 'mary' }, 'last');

  it('are asked in their order: the first that says something decides, and tags add up', () => {
    const { fired, outcome } = routed([praise, all, last]);
    expect(fired.map(({ id }) => id)).toEqual(['refund', 'all', 'last']);
    expect(outcome).toEqual({
      teamId: 'money',
      priority: 'high',
      tags: ['refund', 'all'],
      policyId: 'slow',
      ownerId: 'mary',
    });
    expect(routed([all, praise]).outcome.teamId).toBe('others');
  });

  it('end with one that says stop', () => {
    const { fired, outcome } = routed([{ ...praise, then: { ...praise.then, stop: true } }, all, last]);
    expect(fired.map(({ id }) => id)).toEqual(['refund']);
    expect(outcome).toEqual({ teamId: 'money', tags: ['refund'] });
  });

  it('say nothing where none fires', () => {
    expect(routed([praise], { text: 'hello' })).toEqual({ fired: [], outcome: { tags: [] } });
  });
});
