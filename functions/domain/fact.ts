import * as z from 'zod/mini';

const key = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day; write it as 2026-11-24'));
const common = { key, until: z.optional(day) };

/**
 * Something that we know of a person and that helps to answer them: when they stay, which pillow they like, their birthday. `until` is
 * the last day on which it is of interest.
 */
export const Fact = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), value: z.string().check(z.minLength(1), z.maxLength(500)) }),
  z.object({ ...common, type: z.literal('date'), value: day }),
  z.object({ ...common, type: z.literal('number'), value: z.number() }),
  z.object({ ...common, type: z.literal('flag'), value: z.boolean() }),
]);
export type Fact = z.infer<typeof Fact>;

/** All facts of a person, each key once. */
export const Facts = z.array(Fact).check(
  z.maxLength(50, 'has more than 50 facts'),
  z.refine((facts) => new Set(facts.map((fact) => fact.key)).size === facts.length, {
    error: 'two facts have the same name',
  }),
);

/** What is known of a person with what is known of those who are the same person; their own facts come first and win. */
export function withLinkedFacts(own: readonly Fact[], linked: readonly Fact[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const fact of [...own, ...linked]) if (!facts.has(fact.key)) facts.set(fact.key, fact);
  return [...facts.values()];
}

/**
 * Which of the facts that somebody saved for a person are their own: all but those that came unchanged from a linked contact, so that
 * undoing the link leaves each of the two with what was theirs.
 */
export function ownFacts(saved: readonly Fact[], own: readonly Fact[], linked: readonly Fact[]): Fact[] {
  const isOwn = ({ key: name }: Fact) => own.some((fact) => fact.key === name);
  const isLinked = (fact: Fact) => linked.some((other) => isSame(fact, other));
  return saved.filter((fact) => isOwn(fact) || !isLinked(fact));
}

function isSame(a: Fact, b: Fact): boolean {
  return a.key === b.key && a.type === b.type && a.value === b.value && a.until === b.until;
}
