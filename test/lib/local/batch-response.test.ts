import { describe, expect, test } from 'vitest';
import { failedItems } from '../../../lib/local/batch-response.ts';

describe('what a batch response says', () => {
  const rows: [string, unknown, string[]][] = [
    ['nothing: all went well', null, []],
    ['an empty object: all went well', {}, []],
    ['an empty list: all went well', { batchItemFailures: [] }, []],
    ['a missing list: all went well', { batchItemFailures: null }, []],
    ['one failure', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['b']],
    ['an unknown identifier: all failed', { batchItemFailures: [{ itemIdentifier: 'z' }] }, ['a', 'b', 'c']],
    ['an empty identifier: all failed', { batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b', 'c']],
    ['another key: all failed', { batchItemFailures: [{ id: 'b' }] }, ['a', 'b', 'c']],
    ['text: all failed', 'done', ['a', 'b', 'c']],
  ];
  test.each(rows)('%s', (_name, answer, expected) => {
    expect([...failedItems(answer, ['a', 'b', 'c'])]).toEqual(expected);
  });
});
