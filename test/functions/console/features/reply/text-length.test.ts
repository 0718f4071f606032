import { describe, expect, it } from 'vitest';
import { lengthOf, loadWeights } from '../../../../../functions/console/features/reply/text-length.ts';

describe('lengthOf', () => {
  it.each([
    ['code-points', 'Zoé 👍', 5],
    ['utf-16', 'Zoé 👍', 6],
  ])('counts %s', (measure, text, length) => {
    expect(lengthOf(text, measure)).toBe(length);
  });

  it('weighs as X does, once that is loaded', async () => {
    await loadWeights();
    expect(lengthOf('see https://example.com/a/very/long/path/indeed 👍', 'weighted')).toBe(4 + 23 + 1 + 2);
    expect(lengthOf('你好', 'weighted')).toBe(4);
  });
});
