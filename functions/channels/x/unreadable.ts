import type * as z from 'zod/mini';
import { Drop } from '../../errors.ts';

/** Reads a part of a fragment that must be there, or drops the fragment: however often it comes, it will not read better. */
export function readable<T>(schema: z.ZodMiniType<T>, part: unknown): T {
  const read = schema.safeParse(part);
  if (!read.success) throw new Drop('x: unreadable fragment', { cause: read.error });
  return read.data;
}
