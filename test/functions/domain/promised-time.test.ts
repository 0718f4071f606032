import { describe, expect, it } from 'vitest';
import { promisedTime } from '../../../functions/domain/promised-time.ts';

const shop = {
  timeZone: 'Europe/Vienna',
  week: {
    mon: [['09:00', '18:00']],
    tue: [['09:00', '18:00']],
    wed: [
      ['09:00', '12:30'],
      ['14:00', '17:00'],
    ],
    thu: [['09:00', '18:00']],
    sat: [['10:00', '13:00']],
  } satisfies Record<string, [string, string][]>,
  holidays: ['2026-03-12'],
};
const wednesday = { at: '2026-03-04T10:00:00.000Z', timeZone: 'Europe/Vienna' };

describe('promisedTime', () => {
  it('ends a day when its calendar closes', () => {
    const open = { ...wednesday, calendar: shop };
    expect(promisedTime('by the end of the day', open)).toBe('2026-03-04T16:00:00.000Z');
    expect(promisedTime('tomorrow', open)).toBe('2026-03-05T17:00:00.000Z');
    expect(promisedTime('by close of business', open)).toBe('2026-03-04T16:00:00.000Z');
    expect(promisedTime('by the end of the week', open)).toBe('2026-03-07T12:00:00.000Z');
  });

  it('ends a closed day, and one that has closed already, at midnight', () => {
    expect(promisedTime('on Friday', { ...wednesday, calendar: shop })).toBe('2026-03-06T22:59:59.000Z');
    const evening = { ...wednesday, at: '2026-03-04T18:00:00.000Z', calendar: shop };
    expect(promisedTime('by the end of the day', evening)).toBe('2026-03-04T22:59:59.000Z');
  });

  it('counts working days by the calendar, holidays left out', () => {
    // Thu, Sat, Mon, Tue, Wed; Thursday the 12th is a holiday, so the sixth is Saturday.
    const open = { ...wednesday, calendar: shop };
    expect(promisedTime('within 2 working days', open)).toBe('2026-03-07T12:00:00.000Z');
    expect(promisedTime('within 6 working days', open)).toBe('2026-03-14T12:00:00.000Z');
  });

  it.each([
    // The clocks go forward on 29 March and back on 25 October.
    ['2026-03-28T10:00:00.000Z', 'tomorrow at 5pm', '2026-03-29T15:00:00.000Z'],
    ['2026-03-28T10:00:00.000Z', 'by the end of the day', '2026-03-28T22:59:59.000Z'],
    ['2026-03-28T10:00:00.000Z', 'tomorrow', '2026-03-29T21:59:59.000Z'],
    ['2026-03-28T10:00:00.000Z', 'in 2 days', '2026-03-30T09:00:00.000Z'],
    ['2026-03-28T10:00:00.000Z', 'within 48 hours', '2026-03-30T10:00:00.000Z'],
    ['2026-10-24T09:00:00.000Z', 'tomorrow at noon', '2026-10-25T11:00:00.000Z'],
    ['2026-10-24T09:00:00.000Z', 'next week', '2026-10-30T22:59:59.000Z'],
    ['2026-10-24T22:30:00.000Z', 'today', '2026-10-25T22:59:59.000Z'],
  ])('minds the change of clocks: at %s, %s means %s', (at, words, due) => {
    expect(promisedTime(words, { at, timeZone: 'Europe/Vienna' })).toBe(due);
  });

  it.each([
    ['Pacific/Auckland', 'by the end of the day', '2026-03-04T10:59:59.000Z'],
    ['America/Los_Angeles', 'by the end of the day', '2026-03-05T07:59:59.000Z'],
    ['America/Los_Angeles', 'tomorrow at 9am', '2026-03-05T17:00:00.000Z'],
    ['Asia/Kolkata', 'by 5pm', '2026-03-04T11:30:00.000Z'],
    ['Asia/Kathmandu', 'on Friday at 10', '2026-03-06T04:15:00.000Z'],
  ])('in %s, %s means %s', (timeZone, words, due) => {
    expect(promisedTime(words, { at: '2026-03-04T10:00:00.000Z', timeZone })).toBe(due);
  });

  it('takes a zone that is named for what it is', () => {
    expect(promisedTime('by 5pm EST', wednesday)).toBe('2026-03-04T22:00:00.000Z');
  });

  it.each(['soon', 'shortly', 'as soon as possible', 'in due course', 'in a few minutes', 'last Friday'])(
    'takes “%s” for no time',
    (words) => {
      expect(promisedTime(words, wednesday)).toBeUndefined();
    },
  );
});
