import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../lib/local/event-pattern.ts';

const event = {
  source: 'hark',
  'detail-type': 'clock.breached',
  resources: ['arn:one', 'arn:two'],
  detail: {
    count: 5,
    place: 'Kyiv',
    none: null,
    ip: '192.0.2.7',
    tags: { set: ['desk'] },
    list: [{ a: 1 }, { a: 2 }],
  },
};

describe('event patterns', () => {
  const rows: [string, unknown, boolean][] = [
    ['an empty pattern matches all', {}, true],
    ['the exact value', { source: ['hark'] }, true],
    ['another value', { source: ['aws.ses'] }, false],
    ['one of several values', { 'detail-type': ['clock.warned', 'clock.breached'] }, true],
    ['all fields must match', { source: ['hark'], 'detail-type': ['clock.met'] }, false],
    ['a nested value', { detail: { tags: { set: ['desk'] } } }, true],
    ['a nested field that is missing', { detail: { nobody: { set: ['desk'] } } }, false],
    ['a value inside an array of the event', { resources: ['arn:two'] }, true],
    ['a value that no element of the array has', { resources: ['arn:three'] }, false],
    ['an object inside an array of the event', { detail: { list: { a: [2] } } }, true],
    ['a number is not its text', { detail: { count: ['5'] } }, false],
    ['null', { detail: { none: [null] } }, true],
    ['null does not match what is missing', { detail: { nobody: [null] } }, false],
    ['prefix', { 'detail-type': [{ prefix: 'clock.' }] }, true],
    ['prefix of something else', { 'detail-type': [{ prefix: 'message.' }] }, false],
    ['prefix ignoring case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'CLOCK' } }] }, true],
    ['suffix', { 'detail-type': [{ suffix: '.breached' }] }, true],
    ['equals ignoring case', { detail: { place: [{ 'equals-ignore-case': 'KYIV' }] } }, true],
    ['anything but another value', { source: [{ 'anything-but': 'aws.ses' }] }, true],
    ['anything but this value', { source: [{ 'anything-but': ['x', 'hark'] }] }, false],
    ['anything but a prefix', { source: [{ 'anything-but': { prefix: 'ha' } }] }, false],
    ['anything but several prefixes', { source: [{ 'anything-but': { prefix: ['x', 'y'] } }] }, true],
    ['anything but needs a value', { detail: { nobody: [{ 'anything-but': 'x' }] } }, false],
    ['exists', { detail: { count: [{ exists: true }] } }, true],
    ['exists, though null', { detail: { none: [{ exists: true }] } }, true],
    ['does not exist', { detail: { nobody: [{ exists: false }] } }, true],
    ['does not exist, but does', { detail: { count: [{ exists: false }] } }, false],
    ['a number in a range', { detail: { count: [{ numeric: ['>', 0, '<=', 5] }] } }, true],
    ['a number out of a range', { detail: { count: [{ numeric: ['>', 5] }] } }, false],
    ['a number that is equal', { detail: { count: [{ numeric: ['=', 5] }] } }, true],
    ['text is not in a range', { detail: { place: [{ numeric: ['>', 0] }] } }, false],
    ['a wildcard', { 'detail-type': [{ wildcard: 'clock.*ed' }] }, true],
    [
      'a wildcard takes the other characters as they are',
      { 'detail-type': [{ wildcard: 'clock?*' }] },
      false,
    ],
    ['a wildcard with an escaped star', { 'detail-type': [{ wildcard: 'clock\\*' }] }, false],
    ['an address in a network', { detail: { ip: [{ cidr: '192.0.2.0/24' }] } }, true],
    ['an address in another network', { detail: { ip: [{ cidr: '198.51.100.0/24' }] } }, false],
    ['one of two patterns', { $or: [{ source: ['x'] }, { detail: { count: [5] } }] }, true],
    ['none of two patterns', { $or: [{ source: ['x'] }, { detail: { count: [6] } }] }, false],
  ];
  test.each(rows)('%s', (_name, pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  test('an unknown operator is refused by name', () => {
    expect(() => compilePattern({ source: [{ resembles: 'hark' }] })).toThrow(/resembles/);
  });

  test('a field without alternatives is refused', () => {
    expect(() => compilePattern({ source: 'hark' })).toThrow();
  });
});
