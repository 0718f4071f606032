import { describe, expect, it } from 'vitest';
import { idempotencyKeyOf } from '../../../functions/api/idempotency-key.ts';

const keyOf = (key: string | undefined, traceId = 'trace-1') =>
  idempotencyKeyOf({ headers: { 'idempotency-key': key }, traceId });

describe('idempotencyKeyOf', () => {
  it('is the same for the same key, whatever the request, and fits into a key of the table', () => {
    expect(keyOf('a', 'trace-1')).toBe(keyOf('a', 'trace-2'));
    expect(keyOf('a')).not.toBe(keyOf('b'));
    expect(keyOf('#'.repeat(255))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is each request’s own without a key, and never one that a caller could choose', () => {
    expect(keyOf(undefined, 'trace-1')).not.toBe(keyOf(undefined, 'trace-2'));
    expect(keyOf('request:trace-1')).not.toBe(keyOf(undefined, 'trace-1'));
  });

  it('refuses a key that is too long', () => {
    expect(() => keyOf('a'.repeat(256))).toThrow(expect.objectContaining({ status: 400 }));
  });
});
