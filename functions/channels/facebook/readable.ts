import * as z from 'zod/mini';
import { Drop } from '../../errors.ts';

/** The value by its schema; what does not fit can never be understood, so it is dropped under `reason`, a constant. */
export function readable<S extends z.ZodMiniType>(schema: S, value: unknown, reason: string): z.output<S> {
  const read = z.safeParse(schema, value);
  if (!read.success) throw new Drop(reason, { cause: read.error });
  return read.data;
}

/** A required member that a payload lacks: nothing can be made of the event without it. */
export function required<T>(value: T | undefined, reason: string): T {
  if (value === undefined) throw new Drop(reason);
  return value;
}
