import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../../functions/domain/clock.ts';
import { nextDueAt } from '../../../functions/domain/conversation.ts';
import type { Decidable } from '../../../functions/domain/receive.ts';
import { at, HOUR, plus } from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';
import { conversations, shuffled, twoPolicies } from './sayings.ts';

/** Deliveries in any order, and between them looks at the clock, each some minutes after what came before. */
const histories = conversations({ deletions: true })
  .chain(shuffled)
  .chain((events) => {
    const looks = fc.array(fc.constant('look' as const), { maxLength: 10 });
    return looks.chain((all) => shuffled([...events, ...all]));
  })
  .chain((happenings) =>
    fc.tuple(
      fc.constant(happenings),
      fc.array(fc.integer({ min: 0, max: 120 }), {
        minLength: happenings.length,
        maxLength: happenings.length,
      }),
    ),
  );

/** Replays a history and ends with looks until nothing is due any more, long after everything. */
function replay([happenings, minutes]: [(Decidable | 'look')[], number[]]): MemoryDesk {
  const desk = new MemoryDesk(twoPolicies);
  let now = at('00:00');
  happenings.forEach((happening, index) => {
    now = plus(now, (minutes[index] ?? 0) * 60_000);
    if (happening === 'look') desk.fallDue(now);
    else desk.receive(happening, now);
  });
  for (let look = 0; look < 3; look += 1) desk.fallDue(plus(now, 100 * HOUR));
  return desk;
}

const alertsOf = (desk: MemoryDesk) =>
  desk.events.flatMap(({ event }) =>
    'step' in event.data ? [`${event.data.clockId} ${event.data.step}`] : [],
  );

describe('alerts', () => {
  it('come at most once per clock and step, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const alerts = alertsOf(replay(history));
        expect(alerts).toEqual([...new Set(alerts)]);
      }),
      { numRuns: 500 },
    );
  });

  it('come at least once for who is never answered: the breach, and every escalation', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const desk = replay(history);
        const alerts = alertsOf(desk);
        for (const conversation of desk.conversations.values()) {
          for (const clock of conversation.clocks.filter(isWaiting)) {
            const steps = ['breach', 'escalation-1', 'escalation-2'].map((step) => `${clock.id} ${step}`);
            expect(alerts).toEqual(expect.arrayContaining(steps));
            expect(clock.state).toBe('breached');
          }
          expect(nextDueAt(conversation)).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never come for a clock that is over', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const over = new Set<string>();
        for (const { event } of replay(history).events) {
          if ('step' in event.data) expect(over).not.toContain(event.data.clockId);
          if (event.name === 'clock.met' || event.name === 'clock.ended') over.add(event.data.clockId);
        }
      }),
    );
  });
});
