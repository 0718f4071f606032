import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readable, required } from '../../../../functions/channels/facebook/readable.ts';

const reason = 'facebook: unreadable test';

describe('readable', () => {
  it('gives back what fits the schema', () => {
    expect(readable(z.object({ n: z.number() }), { n: 1, more: 2 }, reason)).toEqual({ n: 1 });
  });

  it('drops what does not, for a constant reason, with the schema’s complaint as the cause', () => {
    expect(() => readable(z.object({ n: z.number() }), { n: 'private words' }, reason)).toThrow(
      expect.objectContaining({ name: 'Drop', reason, cause: expect.anything() }),
    );
  });
});

describe('required', () => {
  it('gives back what is there, be it empty', () => {
    expect(required('', reason)).toBe('');
  });

  it('drops what is missing', () => {
    expect(() => required(undefined, reason)).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});
