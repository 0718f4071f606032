import { expect, test } from 'vitest';
import { tooLong } from '../../../../functions/domain/coach/too-long.ts';

test('says how long the text is, and how long it may be', () => {
  const draft = { reply: 'Hi', to: '', visibility: 'public' as const };
  expect(tooLong({ ...draft, measured: { length: 280, limit: 280, channel: 'X' } })).toBeUndefined();
  expect(tooLong({ ...draft, measured: { length: 300, limit: 280, channel: 'X' } })?.why).toBe(
    'The answer has 300 characters as X counts them; 280 fit.',
  );
  expect(tooLong(draft)).toBeUndefined();
});
