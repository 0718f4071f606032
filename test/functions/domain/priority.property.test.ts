import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { mostPoints, type PartName, priorityOf } from '../../../functions/domain/priority.ts';
import type { ConversationTriage } from '../../../functions/domain/triage/labels.ts';
import { aClock, aConversation, ada, at } from './desk.ts';

/*
 * Whatever else is true of a conversation, making one thing about it more pressing never makes it stand further down.
 */

const triage = (urgency: number, sentiment: ConversationTriage['sentiment']): ConversationTriage => ({
  reason: 'problem',
  sentiment,
  urgency,
  language: 'en',
  needsReply: true,
  spam: false,
  topics: [],
});

const warned = aClock({
  steps: aClock().steps.map((step) => (step.name === 'warning' ? { ...step, firedAt: at('11:31') } : step)),
});
/** How far a clock is, in rising order. */
const clocks = [[], [aClock()], [warned], [aClock({ state: 'breached' })]];

/** How far the clock of a promise is, in rising order; of a conversation in which nobody waits for an answer. */
const promised = clocks.map((run) =>
  aConversation({
    clocks: [],
    promises: run.map((clock) => ({ id: 'p1', text: 'By noon.', clock: { ...clock, kind: 'promise' } })),
  }),
);

/** The facts that parts go by, each as a number that rises with how pressing it is. */
const facts = {
  clock: fc.nat(3),
  urgency: fc.double({ min: 0, max: 1, noNaN: true }),
  mark: fc.nat(3),
  reach: fc.nat(50_000_000),
  crowd: fc.nat(2000),
  sentiment: fc.nat(1),
  vip: fc.nat(1),
  incident: fc.nat(1),
  repeated: fc.nat(50),
  verified: fc.nat(1),
};
type Facts = Record<PartName, number>;
const anyFacts: fc.Arbitrary<Facts> = fc.record(facts);
const parts: PartName[] = [...Object.keys(mostPoints)].filter((name): name is PartName => name in mostPoints);

function conversationWith(given: Facts): Conversation {
  const marks = ['low', 'normal', 'high', 'urgent'] as const;
  return aConversation({
    clocks: clocks[given.clock] ?? [],
    triage: triage(given.urgency, given.sentiment > 0 ? 'negative' : 'neutral'),
    priority: marks[given.mark] ?? 'normal',
    contact: { ...ada, followers: given.reach, verified: given.verified > 0 },
    ...(given.crowd > 0 && { crowd: { perMinute: given.crowd, usual: 1, at: at('10:00') } }),
    vip: given.vip > 0,
    ...(given.incident > 0 && { incidentId: 'i1' }),
    unanswered: Array.from({ length: given.repeated }, (_, n) => ({ messageId: `m${n}`, at: at('10:00') })),
  });
}

describe('priority', () => {
  it('is the sum of its parts, from 0 to 100', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { score, parts: told } = priorityOf(conversationWith(given));
        expect(score).toBe(told.reduce((sum, { points }) => sum + points, 0));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('gives each part whole points, no more than it may have, and a reason', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        for (const { part, points, why } of priorityOf(conversationWith(given)).parts) {
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThan(0);
          expect(points).toBeLessThanOrEqual(mostPoints[part]);
          expect(why).toMatch(/^[A-Z0-9].*\.$/);
        }
      }),
    );
  });

  it.each(parts)('never falls when %s rises', (part) => {
    fc.assert(
      fc.property(anyFacts, facts[part], (given, other) => {
        const [less, more] = [Math.min(given[part], other), Math.max(given[part], other)];
        const scored = (value: number) => priorityOf(conversationWith({ ...given, [part]: value })).score;
        expect(scored(more)).toBeGreaterThanOrEqual(scored(less));
      }),
    );
  });

  it('counts the clock of a promise as that of an answer, also where it is the only one', () => {
    const scores = promised.map((conversation) => priorityOf(conversation).score);
    const ofAnswers = clocks.map((run) => priorityOf(aConversation({ clocks: run })).score);
    expect(scores).toEqual(ofAnswers);
    expect([...scores].sort((a, b) => a - b)).toEqual(scores);
  });

  it.each(parts)('lets %s add all that it may', (part) => {
    const most = {
      clock: 3,
      urgency: 1,
      mark: 3,
      reach: 2e6,
      crowd: 200,
      sentiment: 1,
      vip: 1,
      incident: 1,
      repeated: 9,
      verified: 1,
    };
    const told = priorityOf(conversationWith(most)).parts.find((one) => one.part === part);
    expect(told?.points).toBe(mostPoints[part]);
  });

  it('can reach 100 and no more', () => {
    expect(Object.values(mostPoints).reduce((sum, points) => sum + points, 0)).toBe(100);
  });
});
