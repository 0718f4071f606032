import { describe, expect, it } from 'vitest';
import {
  emptyWork,
  isPlannable,
  type Work,
  workOf,
} from '../../../../../functions/console/features/broadcasts/work-form.ts';

const work: Work = {
  ...emptyWork('Europe/Madrid'),
  title: ' New booking system ',
  startsAt: '2026-11-28T22:00:00.000Z',
  endsAt: '2026-11-29T04:00:00.000Z',
  messages: { before: 'Tomorrow night.', start: ' ', end: 'Done. ' },
  audiences: ['x', 'status'],
  accounts: { x: ['18'], facebook: ['22'] },
};

describe('planned work that somebody writes', () => {
  it('says only what has words, by accounts of channels that hear it', () => {
    expect(workOf(work)).toEqual({
      title: 'New booking system',
      startsAt: work.startsAt,
      endsAt: work.endsAt,
      affected: [],
      noticeSeconds: 86_400,
      timeZone: 'Europe/Madrid',
      audiences: ['x', 'status'],
      accounts: { x: ['18'] },
      messages: { before: 'Tomorrow night.', end: 'Done.' },
    });
  });

  it.each([
    { name: 'all that is needed', change: {}, isReady: true },
    { name: 'no title', change: { title: ' ' } },
    { name: 'nothing to say', change: { messages: { before: '', start: ' ', end: '' } } },
    { name: 'no beginning', change: { startsAt: undefined } },
    { name: 'an end before its beginning', change: { endsAt: '2026-11-28T21:00:00.000Z' } },
    { name: 'nobody to hear it', change: { audiences: [] } },
    { name: 'nobody to post it', change: { accounts: { x: [] } } },
  ] satisfies { name: string; change: Partial<Work>; isReady?: boolean }[])(
    'can be planned with $name: $isReady',
    ({ change, isReady = false }) => {
      expect(isPlannable({ ...work, ...change })).toBe(isReady);
    },
  );
});
