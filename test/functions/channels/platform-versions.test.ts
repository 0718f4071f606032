import { expect, it } from 'vitest';
import {
  CHECKED_ON,
  endingSoon,
  type PlatformVersion,
  platformVersions,
} from '../../../functions/channels/platform-versions.ts';

const version = (endsOn: string | undefined, name = 'Version 9'): PlatformVersion => ({
  channel: 'x',
  name,
  value: '9',
  endsOn,
  source: 'https://docs.example.com/changelog',
  advice: 'Set the next one.',
});

const now = '2030-01-01T12:00:00.000Z';
const rows: { title: string; endsOn: string | undefined; says: string[] }[] = [
  { title: 'nothing without an end', endsOn: undefined, says: [] },
  { title: 'nothing 61 days before the end', endsOn: '2030-03-03', says: [] },
  {
    title: '60 days before the end',
    endsOn: '2030-03-02',
    says: [expect.stringContaining('Version 9 may end in 60 days, on 2030-03-02. Set the next one.')],
  },
  {
    title: 'on the last day',
    endsOn: '2030-01-02',
    says: [expect.stringContaining('may end in 1 day, on 2030-01-02')],
  },
  {
    title: 'from the day of the end on',
    endsOn: '2030-01-01',
    says: [expect.stringContaining('may have ended on 2030-01-01')],
  },
  {
    title: 'long after the end',
    endsOn: '2027-01-01',
    says: [expect.stringContaining('may have ended on 2027-01-01')],
  },
];

it.each(rows)('says $title', ({ endsOn, says }) => {
  expect(endingSoon(now, [version(endsOn)])).toEqual(says);
});

it('names the soonest end first', () => {
  const later = version('2030-02-01', 'The later');
  const sooner = version('2030-01-15', 'The sooner');
  expect(endingSoon(now, [later, sooner])).toEqual([
    expect.stringContaining('The sooner'),
    expect.stringContaining('The later'),
  ]);
});

it('says where to change it and where the platform tells of it', () => {
  expect(endingSoon(now, [version('2030-01-02')])[0]).toContain(
    'functions/channels/platform-versions.ts; see https://docs.example.com/changelog',
  );
});

it('finds nothing near its end on the day when the table was last checked', () => {
  expect(endingSoon(`${CHECKED_ON}T00:00:00.000Z`)).toEqual([]);
});

it.each(Object.values(platformVersions))('names a source and a real date for "$name"', (entry) => {
  const { source, endsOn }: PlatformVersion = entry;
  expect(source).toMatch(/^https:\/\//);
  expect(endsOn === undefined || new Date(endsOn).toISOString().startsWith(endsOn)).toBe(true);
});
