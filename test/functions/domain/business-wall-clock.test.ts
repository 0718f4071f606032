import { describe, expect, it } from 'vitest';
import {
  DAY,
  instantOf,
  isTimeZone,
  startOfDay,
  timeOfDay,
} from '../../../functions/domain/business-wall-clock.ts';

const wall = (text: string) => Date.parse(`${text}Z`);
const iso = (epoch: number) => new Date(epoch).toISOString();

// biome-ignore format: a table reads by its rows
const shown: Record<string, [wallTime: string, timeZone: string, instant: string]> = {
  'an ordinary time': ['2026-11-20T09:00', 'Europe/Vienna', '2026-11-20T08:00:00.000Z'],
  'an ordinary time in UTC': ['2026-11-20T09:00', 'UTC', '2026-11-20T09:00:00.000Z'],
  'the last minute before a jump': ['2026-03-29T01:59', 'Europe/Vienna', '2026-03-29T00:59:00.000Z'],
  'the first skipped minute': ['2026-03-29T02:00', 'Europe/Vienna', '2026-03-29T01:00:00.000Z'],
  'the middle of a skipped hour': ['2026-03-29T02:30', 'Europe/Vienna', '2026-03-29T01:00:00.000Z'],
  'the first minute after a jump': ['2026-03-29T03:00', 'Europe/Vienna', '2026-03-29T01:00:00.000Z'],
  'the last minute before a repeated hour': ['2026-10-25T01:59', 'Europe/Vienna', '2026-10-24T23:59:00.000Z'],
  'a repeated minute': ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30:00.000Z'],
  'the first minute after a repeated hour': ['2026-10-25T03:00', 'Europe/Vienna', '2026-10-25T02:00:00.000Z'],
  'a jump of half an hour': ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  'a repetition of half an hour': ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  'a skipped midnight': ['2018-11-04T00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  'a repeated midnight': ['2026-11-01T00:00', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  'a midnight repeated a minute later': ['2010-11-07T00:00', 'America/St_Johns', '2010-11-07T02:30:00.000Z'],
  'the start of a skipped date': ['2011-12-30T00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  'the evening of a skipped date': ['2011-12-30T23:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
};

describe('instantOf', () => {
  it.each(Object.entries(shown))('%s', (_, [wallTime, timeZone, instant]) => {
    expect(iso(instantOf(wall(wallTime), timeZone))).toBe(instant);
  });

  it('refuses a zone it does not know', () => {
    expect(() => instantOf(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('timeOfDay', () => {
  it.each(Object.entries(shown))('agrees on %s', (_, [wallTime, timeZone, instant]) => {
    const day = Math.floor(wall(wallTime) / DAY);
    expect(iso(timeOfDay(day, wall(wallTime) - day * DAY, timeZone))).toBe(instant);
  });

  it('ends a day where the next one starts', () => {
    const day = wall('2026-10-25T00:00') / DAY;
    expect(iso(timeOfDay(day, DAY, 'Europe/Vienna'))).toBe('2026-10-25T23:00:00.000Z');
    expect(timeOfDay(day, DAY, 'Europe/Vienna')).toBe(startOfDay(day + 1, 'Europe/Vienna'));
  });
});

describe('startOfDay', () => {
  it('answers the same after its memory was full', () => {
    const first = wall('2026-01-01T00:00') / DAY;
    const before = startOfDay(first, 'Asia/Kathmandu');
    for (let day = first; day < first + 4100; day += 1) startOfDay(day, 'Asia/Kathmandu');
    expect(startOfDay(first, 'Asia/Kathmandu')).toBe(before);
    expect(iso(before)).toBe('2025-12-31T18:15:00.000Z');
  });
});

describe('isTimeZone', () => {
  const names: Record<string, boolean> = {
    UTC: true,
    'Europe/Vienna': true,
    'America/Argentina/Buenos_Aires': true,
    'America/Port-au-Prince': true,
    'Asia/Calcutta': true,
    'Etc/GMT+5': true,
    '': false,
    Vienna: false,
    'Europe/Atlantis': false,
    '+02:00': false,
    '2026-11-20T10:15:00Z': false,
    '2026-11-20T10:15:00[Europe/Vienna]': false,
  };

  it.each(Object.entries(names))('of "%s" is %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
