import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseAgent, type Seat } from '../../../functions/domain/assignment.ts';
import { at, plus } from './desk.ts';

/** What happens at a team's desk: a conversation comes, or an agent is done with one. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constant('comes' as const) },
  { weight: 2, arbitrary: fc.record({ doneBy: fc.nat(4) }) },
);
const day = fc.record({
  agents: fc.integer({ min: 1, max: 5 }).map((count) => ['ann', 'bob', 'cem', 'dee', 'eve'].slice(0, count)),
  method: fc.constantFrom('round-robin' as const, 'least-loaded' as const),
  capacity: fc.integer({ min: 1, max: 4 }),
  happenings: fc.array(happening, { maxLength: 60 }),
});

/** Lives through a day; `onGiven` sees each assignment with the seats as they were before it. */
function live(
  { agents, method, capacity, happenings }: typeof day extends fc.Arbitrary<infer T> ? T : never,
  onGiven: (agentId: string | undefined, before: Map<string, Seat>, previous: string | undefined) => void,
): Map<string, Seat> {
  const seats = new Map<string, Seat>(agents.map((agentId) => [agentId, { agentId, held: 0 }]));
  let previous: string | undefined;
  happenings.forEach((what, minute) => {
    if (what !== 'comes') {
      const seat = seats.get(agents[what.doneBy % agents.length] ?? '');
      if (seat && seat.held > 0) seats.set(seat.agentId, { ...seat, held: seat.held - 1 });
      return;
    }
    const agentId = chooseAgent(agents, [...seats.values()], { method, capacity });
    onGiven(agentId, new Map(seats), previous);
    const seat = seats.get(agentId ?? '');
    if (!seat) return;
    previous = agentId;
    seats.set(seat.agentId, {
      ...seat,
      held: seat.held + 1,
      lastAssignedAt: plus(at('00:00'), minute * 60_000),
    });
  });
  return seats;
}

describe('assignment', () => {
  it('never exceeds what an agent can hold', () => {
    fc.assert(
      fc.property(day, (lived) => {
        live(lived, (agentId, before) => {
          if (agentId !== undefined) expect(before.get(agentId)?.held).toBeLessThan(lived.capacity);
        });
      }),
    );
  });

  it('gives nobody two in a row while somebody else has none', () => {
    fc.assert(
      fc.property(day, (lived) => {
        live(lived, (agentId, before, previous) => {
          if (agentId === undefined || agentId !== previous) return;
          const others = [...before.values()].filter((seat) => seat.agentId !== agentId);
          expect(others.every(({ held }) => held > 0)).toBe(true);
        });
      }),
    );
  });

  it('leaves nothing lying while somebody has room', () => {
    fc.assert(
      fc.property(day, (lived) => {
        live(lived, (agentId, before) => {
          if (agentId === undefined)
            expect([...before.values()].every(({ held }) => held >= lived.capacity)).toBe(true);
        });
      }),
    );
  });

  it('in turn, gives everybody the same number when nobody is ever full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(50), (count, comes) => {
        const agents = ['ann', 'bob', 'cem', 'dee', 'eve'].slice(0, count);
        const happenings = Array.from({ length: comes }, () => 'comes' as const);
        const seats = live({ agents, method: 'round-robin', capacity: 100, happenings }, () => {});
        const held = [...seats.values()].map((seat) => seat.held);
        expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
