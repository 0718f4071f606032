import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInstants, earlier, Instant, later } from '../../../functions/domain/instant.ts';

const ten = '2026-11-20T10:00:00.000Z';
const eleven = '2026-11-20T11:00:00.000Z';

describe('Instant', () => {
  it.each([
    ['as toISOString writes it', '2026-11-20T10:00:00.000Z', true],
    ['without milliseconds', '2026-11-20T10:00:00Z', false],
    ['with microseconds', '2026-11-20T10:00:00.000000Z', false],
    ['with an offset', '2026-11-20T10:00:00.000+01:00', false],
    ['a date alone', '2026-11-20', false],
    ['something after it', '2026-11-20T10:00:00.000Z ', false],
  ])('is one form only: %s', (_, text, isInstant) => {
    expect(Instant.safeParse(text).success).toBe(isInstant);
  });

  it('sorts as text the way its moments follow each other', () => {
    const moment = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const order = Math.sign(a.getTime() - b.getTime());
        expect(compareInstants(a.toISOString(), b.toISOString())).toBe(order);
      }),
    );
  });
});

describe('later and earlier', () => {
  it.each([
    ['in order', ten, eleven],
    ['the other way round', eleven, ten],
  ])('choose by time: %s', (_, a, b) => {
    expect(later(a, b)).toBe(eleven);
    expect(earlier(a, b)).toBe(ten);
  });
});
