import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RouteFacts, routeBy } from '../../../functions/domain/routing.ts';
import type { RoutingRule } from '../../../functions/domain/routing-schema.ts';
import { at } from './desk.ts';

const words = ['refund', 'late', 'thanks', 'gate', 'broken'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const conditions = fc.record(
  {
    channel: fc.constantFrom('x' as const, 'facebook' as const),
    visibility: fc.constantFrom('public' as const, 'private' as const),
    reason: fc.constantFrom('problem' as const, 'inquiry' as const),
    words: fc.subarray(words, { minLength: 1 }),
    reachAtLeast: fc.nat(100_000),
    verified: fc.boolean(),
    vip: fc.boolean(),
  },
  { requiredKeys: [] },
);
const consequences = fc.record(
  {
    teamId: fc.constantFrom('support', 'money', 'press'),
    priority: fc.constantFrom('low' as const, 'urgent' as const),
    tags: fc.subarray(['a', 'b', 'c']),
    stop: fc.boolean(),
  },
  { requiredKeys: [] },
);
const rules: fc.Arbitrary<RoutingRule[]> = fc
  .array(fc.record({ if: conditions, then: consequences }), { maxLength: 12 })
  .map((all) => all.map((rule, index) => ({ id: `r${index}`, name: `R${index}`, ...rule })));

const facts: fc.Arbitrary<RouteFacts> = fc.record({
  channel: fc.constantFrom('x', 'facebook'),
  visibility: fc.constantFrom('public' as const, 'private' as const),
  text: fc.subarray(words).map((said) => said.join(' ')),
  reason: maybe(fc.constantFrom('problem' as const, 'inquiry' as const)),
  language: fc.constant('en'),
  followers: fc.nat(200_000),
  verified: fc.boolean(),
  vip: fc.boolean(),
  customer: fc.constant([]),
  now: fc.constant(at('12:00')),
  calendars: fc.constant({}),
});

describe('routing', () => {
  it('says the same of the same, whatever was asked before', () => {
    fc.assert(
      fc.property(rules, facts, fc.array(facts, { maxLength: 5 }), (book, asked, others) => {
        const route = routeBy({ rules: book, assignment: {} });
        const first = route(asked);
        for (const other of others) route(other);
        expect(route(asked)).toEqual(first);
        expect(routeBy({ rules: structuredClone(book), assignment: {} })(structuredClone(asked))).toEqual(
          first,
        );
      }),
    );
  });

  it('is not changed by rules that do not fire', () => {
    fc.assert(
      fc.property(rules, facts, (book, asked) => {
        const { fired, outcome } = routeBy({ rules: book, assignment: {} })(asked);
        const only = book.filter(({ id }) => fired.some((one) => one.id === id));
        expect(routeBy({ rules: only, assignment: {} })(asked)).toEqual({ fired, outcome });
      }),
    );
  });

  it('fires what fires alone, whatever else was asked before', () => {
    fc.assert(
      fc.property(rules, facts, fc.array(facts, { maxLength: 5 }), (book, asked, others) => {
        const going = book.map(({ then: { stop: _, ...then }, ...rule }) => ({ ...rule, then }));
        const route = routeBy({ rules: going, assignment: {} });
        for (const other of others) route(other);
        const alone = going.filter(
          (rule) => routeBy({ rules: [rule], assignment: {} })(asked).fired.length > 0,
        );
        expect(route(asked).fired.map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
      }),
    );
  });

  it('fires in the order of the rules, and nothing after a stop', () => {
    fc.assert(
      fc.property(rules, facts, (book, asked) => {
        const ids = routeBy({ rules: book, assignment: {} })(asked).fired.map(({ id }) => id);
        expect(ids).toEqual(book.map(({ id }) => id).filter((id) => ids.includes(id)));
        const stops = ids.map((id) => book.find((rule) => rule.id === id)?.then.stop === true);
        expect(stops.slice(0, -1)).not.toContain(true);
      }),
    );
  });
});
