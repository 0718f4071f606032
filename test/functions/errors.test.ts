import { expect, it } from 'vitest';
import { Drop, Reject } from '../../functions/errors.ts';

it('tells a refusal from a failure: only a Reject has a status for the caller', () => {
  const reject = new Reject(409, 'Something came in.', { lastMessage: 'm1' });
  expect(reject).toBeInstanceOf(Error);
  expect({ ...reject, message: reject.message }).toMatchObject({
    status: 409,
    message: 'Something came in.',
    extra: { lastMessage: 'm1' },
  });
});

it('keeps the reason of a Drop short and constant, and its cause beside it', () => {
  const cause = new Error('what a customer wrote');
  const drop = new Drop('x: unreadable fragment', { cause });
  expect(drop.reason).toBe('x: unreadable fragment');
  expect(drop.message).not.toContain('customer');
  expect(drop.cause).toBe(cause);
});
