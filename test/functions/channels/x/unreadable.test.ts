import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readable } from '../../../../functions/channels/x/unreadable.ts';
import { Drop } from '../../../../functions/errors.ts';

test('hands on what the schema reads', () => {
  expect(readable(z.object({ id: z.string() }), { id: '1', more: true })).toEqual({ id: '1' });
});

test('drops what it cannot read, without a word of it in the reason', () => {
  const reading = () => readable(z.object({ id: z.string() }), { text: 'a private matter' });
  expect(reading).toThrow(Drop);
  expect(reading).toThrow(/^x: unreadable fragment$/);
});
