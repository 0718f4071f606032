import { expect, it } from 'vitest';
import { limits } from '../../../../functions/channels/x/limits.ts';

it('knows what X takes of an ordinary account', () => {
  expect(limits).toEqual({
    text: { public: 280, private: 10_000 },
    counts: { public: 'weighted', private: 'utf-16' },
    privateWindow: undefined,
  });
});
