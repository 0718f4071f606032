import { expect, it } from 'vitest';
import { statusFiles } from '../../../functions/status/files.ts';
import { statusKeys } from '../../../functions/status/keys.ts';
import { board, entry } from './sample-board.ts';

it('are those that the bucket is for, each with its type', () => {
  const files = statusFiles(board(entry()));
  expect(files.map(({ key }) => key)).toEqual([...statusKeys]);
  expect(files.map(({ contentType }) => contentType.split(';')[0])).toEqual([
    'text/html',
    'text/html',
    'application/json',
    'application/atom+xml',
  ]);
  for (const { text } of files) expect(text).not.toBe('');
});
