import { expect, test } from 'vitest';
import { unkeptPromise } from '../../../../functions/domain/coach/unkept-promise.ts';

test('reminds of a promise whose time has passed, unless the answer says sorry', () => {
  const draft = {
    reply: 'It is 12 euros.',
    to: '',
    visibility: 'public' as const,
    broken: [{ text: "I'll call you by 5", dueAt: '2026-03-04T16:00:00.000Z' }],
  };
  expect(unkeptPromise(draft)?.why).toContain("“I'll call you by 5” was promised");
  expect(unkeptPromise({ ...draft, reply: 'Sorry that I did not call! It is 12 euros.' })).toBeUndefined();
  expect(unkeptPromise({ ...draft, broken: [] })).toBeUndefined();
});
