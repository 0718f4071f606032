import { expect, it } from 'vitest';
import { bothClocks } from '../../../../../functions/console/features/conversation/both-clocks.ts';

const madrid = 'Europe/Madrid';
const london = 'Europe/London';
const auckland = 'Pacific/Auckland';

it.each([
  {
    name: 'the clock of the team first when it is chosen by that',
    given: ['2026-11-30T08:00:00.000Z', madrid, madrid, london],
    said: 'Mon 30 Nov, 9:00 in Madrid, 8:00 for you',
  },
  {
    name: 'the clock of the device first when it is chosen by that',
    given: ['2026-11-30T08:00:00.000Z', london, madrid, london],
    said: 'Mon 30 Nov, 8:00 for you, 9:00 in Madrid',
  },
  {
    name: 'both days where they differ',
    given: ['2026-11-30T12:00:00.000Z', london, auckland, london],
    said: 'Mon 30 Nov, 12:00 for you, Tue 1 Dec, 1:00 in Auckland',
  },
] as const)('says $name', ({ given: [at, chosen, team, device], said }) => {
  expect(bothClocks(at, chosen, team, device, 'en-GB')).toBe(said);
});
