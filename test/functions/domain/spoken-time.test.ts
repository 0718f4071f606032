import { describe, expect, it } from 'vitest';
import { spokenTime } from '../../../functions/domain/spoken-time.ts';

describe('a time as it is said', () => {
  it.each([
    { name: 'today', at: '2026-11-20T16:00:00.000Z', zone: 'Europe/Madrid', said: '17:00 Madrid' },
    {
      name: 'another day',
      at: '2026-11-23T08:00:00.000Z',
      zone: 'Europe/Madrid',
      said: 'Mon 23 Nov, 09:00 Madrid',
    },
    {
      name: 'today here, tomorrow there',
      at: '2026-11-20T16:30:00.000Z',
      zone: 'Asia/Tokyo',
      said: 'Sat 21 Nov, 01:30 Tokyo',
    },
    {
      name: 'a city of two words',
      at: '2026-11-20T16:00:00.000Z',
      zone: 'America/Argentina/Buenos_Aires',
      said: '13:00 Buenos Aires',
    },
    { name: 'no city', at: '2026-11-20T16:00:00.000Z', zone: 'UTC', said: '16:00 UTC' },
  ])('$name', ({ at, zone, said }) => {
    expect(spokenTime(at, '2026-11-20T10:00:00.000Z', zone)).toBe(said);
  });
});
