import * as z from 'zod/mini';
import { Drop } from '../errors.ts';

/**
 * Reads what a rule of the bus put into a queue: the whole event, of which `detail` is what was announced.
 * @throws Drop when it is not an event, or not of the expected kind: however often it is delivered, it stays so.
 */
export function readBusEvent<T>(body: string, detail: z.ZodMiniType<T>): T {
  const event = z.object({ detail }).safeParse(jsonOf(body));
  if (!event.success) throw new Drop('unreadable bus event', { cause: event.error });
  return event.data.detail;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Drop('unreadable bus event', { cause: error });
  }
}
