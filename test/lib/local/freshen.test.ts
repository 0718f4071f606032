import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshen } from '../../../lib/local/freshen.ts';

const now = Date.parse('2027-03-01T12:00:00.000Z');

function fresh(name: string): string {
  return freshen(readFileSync(join(import.meta.dirname, '../../fixtures/payloads', name), 'utf8'), now);
}

describe('a recorded delivery made fresh', () => {
  const rows: [string, string, string[]][] = [
    [
      'a Page comment',
      'facebook/feed-comment-add.json',
      ['"created_time":1803902400', '"updated_time":"2027-03-01T12:00:00+0000"'],
    ],
    [
      'a Messenger text',
      'facebook/messenger-message-text.json',
      ['"time":1803902400000', '"timestamp":1803902399600'],
    ],
    [
      'an X mention',
      'x/xaa-post-mention-create.json',
      ['"created_at":"2027-03-01T12:00:00.000Z"', '"editable_until":"2027-03-01T13:00:00.000Z"'],
    ],
    [
      'an X mention of the older API',
      'x/aaa-tweet-create-mention.json',
      ['"timestamp_ms":"1803902400000"', '"Mon Mar 01 11:59:59 +0000 2027"'],
    ],
    ['an X direct message', 'x/xaa-dm-received.json', ['"created_timestamp":"1803902400000"']],
  ];
  test.each(rows)('%s happens now', (_name, file, expected) => {
    const text = fresh(file);
    expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  });

  test('the age of an account stays', () => {
    expect(fresh('x/xaa-post-mention-create.json')).toContain('"created_at":"2019-03-05T09:00:00.000Z"');
  });

  test('a post has one new id wherever it is mentioned, also as a number', () => {
    const text = fresh('x/aaa-tweet-create-mention.json');
    const id = /"id_str":"(\d+)","text"/.exec(text)?.[1];
    expect(text).not.toContain('2100000000000000001');
    expect(text).toContain(`"id":${id},"id_str":"${id}"`);
  });

  test('a comment stays under its post, and its author stays the same', () => {
    const text = fresh('facebook/feed-comment-add.json');
    expect(text).toMatch(/"comment_id":"122100000000000101_\d{16}"/);
    expect(text).toContain('"post_id":"108200000000001_122100000000000101"');
    expect(text).toContain('"id":"25100000000000001"');
  });

  test('two deliveries made fresh are two messages', () => {
    expect(fresh('facebook/messenger-message-text.json')).not.toBe(
      fresh('facebook/messenger-message-text.json'),
    );
  });
});
