import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueKey } from '../../../functions/channels/dedup-key.ts';

const hashed = /^[0-9a-f]{64}$/;

const readable: [name: string, parts: string[], key: string][] = [
  ['joins ids by colons', ['facebook', '108', '25100'], 'facebook:108:25100'],
  ['keeps a missing part in its place', ['x', '', 'read'], 'x::read'],
  ['keeps punctuation', ['m_a-b.c/d=', '$x'], 'm_a-b.c/d=:$x'],
  ['keeps 128 characters', ['a'.repeat(64), 'b'.repeat(63)], `${'a'.repeat(64)}:${'b'.repeat(63)}`],
];

const unreadable: [name: string, parts: string[]][] = [
  ['hashes 129 characters', ['a'.repeat(129)]],
  ['hashes blanks', ['facebook', 'Where is my order']],
  ['hashes letters outside ASCII', ['facebook', 'Größe']],
  ['hashes line ends', ['facebook', 'a\n']],
  ['hashes a colon inside a part', ['facebook', 'mid.1457764197618:41d1']],
  ['hashes nothing at all', []],
];

describe('queueKey', () => {
  it.each(readable)('%s', (_name, parts, key) => {
    expect(queueKey(parts)).toBe(key);
  });

  it.each(unreadable)('%s', (_name, parts) => {
    expect(queueKey(parts)).toMatch(hashed);
    expect(queueKey(parts)).toBe(queueKey([...parts]));
  });

  it('tells apart parts that join to the same text', () => {
    const keys = [queueKey(['a:b', 'c']), queueKey(['a', 'b:c']), queueKey(['a', 'b', 'c'])];
    expect(new Set(keys).size).toBe(3);
  });

  it('gives SQS a key that it accepts, and different parts different keys, whatever the parts', () => {
    const parts = fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(queueKey(one)).toMatch(/^[!-~]{1,128}$/);
        expect(queueKey(one) === queueKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
