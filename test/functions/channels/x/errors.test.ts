import { expect, it } from 'vitest';
import { type Operation, rules } from '../../../../functions/channels/x/errors.ts';
import { failureOf } from '../../../../functions/channels/x/outcome.ts';
import { answered, MORNING } from './scripted-api.ts';

const operations: Operation[] = ['post', 'message', 'hide', 'delete', 'upload', 'look'];

it.each(operations)('has a line for whatever X answers to "%s"', (operation) => {
  for (let status = 100; status < 600; status += 1) {
    expect(() => failureOf(answered(status), operation, {}, MORNING)).not.toThrow();
  }
  for (const written of [true, false]) {
    expect(() => failureOf({ answered: false, written }, operation, {}, MORNING)).not.toThrow();
  }
});

it('decides by words only together with a status and what the call was to do', () => {
  for (const rule of rules.filter(({ says }) => says !== undefined)) {
    expect(rule).toMatchObject({ status: 403, operations: ['post'] });
    expect(rule.codes?.length).toBeGreaterThan(0);
  }
});

it('never sends a post again of which it does not know whether it arrived', () => {
  const after = rules.filter(
    ({ status }) => status === 'unanswered' || (typeof status === 'object' && status[0] >= 500),
  );
  for (const rule of after.filter(({ operations: of }) => of?.includes('post'))) {
    expect(rule.outcome).toBe('unconfirmed');
  }
  expect(after.length).toBeGreaterThan(0);
});
