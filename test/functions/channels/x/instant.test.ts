import { expect, test } from 'vitest';
import {
  fromDate,
  fromMilliseconds,
  fromSnowflake,
  whenMade,
} from '../../../../functions/channels/x/instant.ts';

const milliseconds = [
  { title: 'a string', given: '1795169700123', instant: '2026-11-20T10:15:00.123Z' },
  { title: 'a number', given: 1795169700123, instant: '2026-11-20T10:15:00.123Z' },
  { title: 'nothing', given: undefined, instant: undefined },
  { title: 'a word', given: 'yesterday', instant: undefined },
  { title: 'no number', given: Number.NaN, instant: undefined },
  { title: 'a negative number', given: -1, instant: undefined },
  { title: 'an instant beyond the calendar', given: '999999999999999', instant: undefined },
];

test.each(milliseconds)('reads milliseconds from $title', ({ given, instant }) => {
  expect(fromMilliseconds(given)).toBe(instant);
});

const dates = [
  { title: 'the v1.1 form', given: 'Fri Nov 20 10:15:00 +0000 2026', instant: '2026-11-20T10:15:00.000Z' },
  {
    title: 'the v1.1 form in another zone',
    given: 'Fri Nov 20 12:15:00 +0200 2026',
    instant: '2026-11-20T10:15:00.000Z',
  },
  { title: 'ISO 8601', given: '2026-11-20T10:15:00.000Z', instant: '2026-11-20T10:15:00.000Z' },
  {
    title: 'ISO 8601 with an offset',
    given: '2026-11-20T10:15:00+00:00',
    instant: '2026-11-20T10:15:00.000Z',
  },
  {
    title: 'ISO 8601, cutting what is below the second',
    given: '2026-11-20T10:15:00.987Z',
    instant: '2026-11-20T10:15:00.000Z',
  },
  { title: 'nothing', given: undefined, instant: undefined },
  { title: 'a word', given: 'yesterday', instant: undefined },
  { title: 'a day that does not exist', given: '2026-13-41T10:15:00Z', instant: undefined },
  { title: 'a v1.1 month that does not exist', given: 'Fri Foo 20 10:15:00 +0000 2026', instant: undefined },
];

test.each(dates)('reads a date from $title', ({ given, instant }) => {
  expect(fromDate(given)).toBe(instant);
});

const ids = [
  // The id and date of a post in X's own documentation of long posts.
  { title: 'a post id', given: '1924465506158878979', instant: '2025-05-19T14:01:46.000Z' },
  { title: 'a UUID, which holds none', given: 'e4f4d3fc-8bbf-4928-92eb-e5058d6b0001', instant: undefined },
  { title: 'an id from before ids held instants', given: '20', instant: undefined },
];

test.each(ids)('reads the instant in $title', ({ given, instant }) => {
  expect(fromSnowflake(given)).toBe(instant);
});

const made = [
  {
    title: 'the milliseconds of its id within the second of its date',
    date: 'Mon May 19 14:01:46 +0000 2025',
    instant: '2025-05-19T14:01:46.165Z',
  },
  {
    title: 'the same by the date of the other kind',
    date: '2025-05-19T14:01:46.000Z',
    instant: '2025-05-19T14:01:46.165Z',
  },
  { title: 'the same without a date', date: undefined, instant: '2025-05-19T14:01:46.165Z' },
  {
    title: 'its date where the id tells another second',
    date: '2026-11-20T10:15:00.000Z',
    instant: '2026-11-20T10:15:00.000Z',
  },
];

test.each(made)('takes for the making of a post $title', ({ date, instant }) => {
  expect(whenMade('1924465506158878979', date)).toBe(instant);
});

test('takes the date alone of what has no id that holds an instant', () => {
  expect(whenMade('20', '2006-03-21T20:50:14.000Z')).toBe('2006-03-21T20:50:14.000Z');
});
