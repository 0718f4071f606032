import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderedId, orderedIdFloor, shardOf } from '../../../functions/store/ordered-id.ts';

const instant = fc
  .date({ min: new Date(0), max: new Date('2999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('orderedId', () => {
  it('names the same thing alike and different things differently', () => {
    const at = '2026-11-20T10:15:05.000Z';
    expect(orderedId(at, 'one')).toBe(orderedId(at, 'one'));
    expect(orderedId(at, 'one')).not.toBe(orderedId(at, 'other'));
    expect(orderedId(at, 'one')).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('sorts as the instants do, whatever it names', () => {
    fc.assert(
      fc.property(instant, instant, fc.string(), fc.string(), (a, b, key, other) => {
        if (a < b) expect(orderedId(a, key) < orderedId(b, other)).toBe(true);
      }),
    );
  });

  it('lies above the floor of its instant and below that of the next millisecond', () => {
    fc.assert(
      fc.property(instant, fc.string(), (at, key) => {
        const next = new Date(Date.parse(at) + 1).toISOString();
        expect(orderedIdFloor(at) <= orderedId(at, key)).toBe(true);
        expect(orderedId(at, key) < orderedIdFloor(next)).toBe(true);
      }),
    );
  });
});

describe('shardOf', () => {
  it('spreads ids of one instant evenly and always the same way', () => {
    const ids = Array.from({ length: 4000 }, (_, n) => orderedId('2026-11-20T10:15:05.000Z', `${n}`));
    const counts = [0, 1, 2, 3].map((shard) => ids.filter((id) => shardOf(id, 4) === shard).length);
    for (const count of counts) expect(count).toBeGreaterThan(900);
    expect(ids.map((id) => shardOf(id, 4))).toEqual(ids.map((id) => shardOf(id, 4)));
  });

  it('gives every id a shard, even one of another form', () => {
    for (const id of ['', 'x', 'lower-case', '…']) expect([0, 1, 2, 3]).toContain(shardOf(id, 4));
  });
});
