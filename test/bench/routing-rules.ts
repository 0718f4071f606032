import { type RouteFacts, routeBy } from '../../functions/domain/routing.ts';
import type { RoutingRule } from '../../functions/domain/routing-schema.ts';
import type { Section } from './section.ts';
import { seededRandom } from './seeded-random.ts';
import { quantile } from './statistics.ts';

const RULES = 1000;
const MESSAGES = 10_000;
const WORDS =
  'refund late gate card parcel login invoice room broken cancel thanks where help wifi price order'.split(
    ' ',
  );
const REASONS = ['feedback', 'satisfaction', 'dissatisfaction', 'inquiry', 'problem'] as const;
const CHANNELS = ['x', 'facebook'] as const;

/** How long it takes to ask a thousand rules of ten thousand messages. */
export const routingRules: Section = {
  name: 'routing',
  title: `Asking ${RULES.toLocaleString('en')} rules of ${MESSAGES.toLocaleString('en')} messages`,
  async measure() {
    const random = seededRandom(5);
    const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
    const rules = Array.from({ length: RULES }, (_, index) => ruleAt(index, one, random));
    const facts = Array.from({ length: MESSAGES }, () => factsWith(one, random));
    const began = performance.now();
    const route = routeBy({ rules, assignment: {} });
    const ready = performance.now() - began;
    const times: number[] = [];
    let fired = 0;
    for (const asked of facts) {
      const start = performance.now();
      fired += route(asked).fired.length;
      times.push((performance.now() - start) * 1000);
    }
    const total = times.reduce((sum, time) => sum + time, 0) / 1e6;
    const [median, tail] = [quantile(times, 0.5), quantile(times, 0.99)];
    return {
      columns: ['what', 'measured'],
      rows: [
        ['making the rules ready', `${ready.toFixed(1)} ms`],
        ['a message, p50', `${median.toFixed(0)} µs`],
        ['a message, p99', `${tail.toFixed(0)} µs`],
        ['all messages', `${total.toFixed(2)} s`],
        ['rules that fired for a message', (fired / MESSAGES).toFixed(1)],
      ],
      targets: [
        {
          promise: 'a message at most 1 ms (p50)',
          measured: `${(median / 1000).toFixed(2)} ms`,
          met: median <= 1000,
        },
      ],
      notes: ['Rules go by channel, reason, words, reach and who it is, each rule by one to three of them.'],
    };
  },
};

type One = <T>(items: readonly T[]) => T | undefined;

function ruleAt(index: number, one: One, random: () => number): RoutingRule {
  const named: RoutingRule['if'] = { words: [one(WORDS) ?? '', `${one(WORDS)} ${one(WORDS)}`] };
  if (random() < 0.6) named.channel = one(CHANNELS);
  if (random() < 0.4) named.reason = one(REASONS);
  if (random() < 0.2) named.reachAtLeast = Math.floor(random() * 100_000);
  if (random() < 0.1) named.vip = true;
  return { id: `r${index}`, name: `Rule ${index}`, if: named, then: { tags: [`tag-${index % 20}`] } };
}

function factsWith(one: One, random: () => number): RouteFacts {
  return {
    channel: one(CHANNELS) ?? 'x',
    visibility: 'public',
    text: Array.from({ length: 20 }, () => (random() < 0.2 ? one(WORDS) : 'something')).join(' '),
    reason: one(REASONS),
    language: 'en',
    followers: Math.floor(random() ** 8 * 1e6),
    verified: random() < 0.05,
    vip: random() < 0.02,
    customer: [],
    now: '2026-11-20T12:00:00.000Z',
    calendars: {},
  };
}
