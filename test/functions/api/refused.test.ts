import { describe, expect, it } from 'vitest';
import { refused } from '../../../functions/api/refused.ts';
import { problem } from '../../../functions/problem.ts';

describe('refused', () => {
  it('says what the channel would refuse, before it does, and what to do instead', () => {
    const refusal = {
      code: 'x:not-summoned',
      explanation: 'They did not mention us.',
      advice: 'Write privately.',
    };
    const { statusCode, body } = problem(refused(refusal), 'trace-1');
    expect(statusCode).toBe(422);
    expect(JSON.parse(body ?? '')).toMatchObject({
      title: 'Cannot be done',
      detail: 'They did not mention us. Write privately.',
      ...refusal,
    });
  });
});
