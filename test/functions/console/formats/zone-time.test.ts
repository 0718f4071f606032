import { describe, expect, it } from 'vitest';
import { cityOf, instantAt, timesIn, wallTime } from '../../../../functions/console/formats/zone-time.ts';

describe('a wall time in a zone', () => {
  it.each([
    { name: 'in winter', zone: 'Europe/Madrid', wall: '2026-11-28T16:45', at: '2026-11-28T15:45:00.000Z' },
    { name: 'in summer', zone: 'Europe/Madrid', wall: '2026-07-01T16:45', at: '2026-07-01T14:45:00.000Z' },
    { name: 'at midnight', zone: 'Asia/Tokyo', wall: '2026-11-28T00:00', at: '2026-11-27T15:00:00.000Z' },
    {
      name: 'half an hour off',
      zone: 'Asia/Kolkata',
      wall: '2026-11-28T12:00',
      at: '2026-11-28T06:30:00.000Z',
    },
    {
      name: 'far behind',
      zone: 'Pacific/Honolulu',
      wall: '2026-11-28T23:00',
      at: '2026-11-29T09:00:00.000Z',
    },
    { name: 'shown twice', zone: 'Europe/Madrid', wall: '2026-10-25T02:30', at: '2026-10-25T00:30:00.000Z' },
    { name: 'of no zone but UTC', zone: 'UTC', wall: '2026-11-28T12:00', at: '2026-11-28T12:00:00.000Z' },
  ])('$name is an instant, and back', ({ zone, wall, at }) => {
    expect(instantAt(wall, zone)).toBe(at);
    expect(wallTime(at, zone)).toBe(wall);
  });

  it('that the clocks skip lies after the jump', () => {
    expect(instantAt('2027-03-28T02:30', 'Europe/Madrid')).toBe('2027-03-28T01:30:00.000Z');
  });

  it.each(['', '2026-11-28', 'tomorrow', '2026-13-28T12:00'])('is none: “%s”', (text) => {
    expect(instantAt(text, 'UTC')).toBeUndefined();
  });

  it('is empty for no instant', () => {
    expect([wallTime(undefined, 'UTC'), wallTime('soon', 'UTC')]).toEqual(['', '']);
  });
});

describe('an instant in words', () => {
  const at = '2026-11-27T17:45:00.000Z';

  it('is told by both clocks where they differ', () => {
    expect(timesIn(at, 'Europe/Madrid', 'Europe/London', 'en-GB')).toEqual([
      'Fri 27 Nov, 18:45 Madrid',
      'Fri 27 Nov, 17:45 London',
    ]);
  });

  it('is told once where they show the same', () => {
    expect(timesIn(at, 'Europe/Madrid', 'Europe/Paris', 'en-GB')).toEqual(['Fri 27 Nov, 18:45 Madrid']);
  });

  it('names the city of its zone', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(cityOf('UTC')).toBe('UTC');
  });
});
