import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { personOf } from './profile.ts';
import { readable } from './unreadable.ts';

const Pair = z.object({ source: z.optional(z.unknown()), target: z.optional(z.unknown()) });

/** Somebody follows the account or stops to. Whom the account itself follows is no business of a support desk. */
export function followEvent(accountId: string, at: string, event: unknown, following: boolean): InboundEvent {
  const person = personOf(readable(Pair, event).source);
  const base = { channel: 'x', accountId, at } as const;
  if (person.nativeId === accountId) return { ...base, kind: 'ignored', reason: 'x: own follow' };
  return { ...base, kind: 'follow', person, following };
}
