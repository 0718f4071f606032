import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { FragmentBody } from './fragment-body.ts';
import { FromMilliseconds, FromSeconds } from './meta-fields.ts';
import { parseChange } from './parse-change.ts';
import { parseMessaging } from './parse-messaging.ts';
import { readable } from './readable.ts';

/** An entry of a new sort may count either way; milliseconds of our days are beyond any second that has four digits of a year. */
const EntryTime = z.union([FromSeconds, FromMilliseconds]);

/** Understands what `split` cut out. Throws `Drop` when it cannot be read at all, or tells of no instant. */
export function parse(body: unknown): InboundEvent {
  const fragment = readable(FragmentBody, body, 'facebook: unreadable fragment');
  if (fragment.source === 'changes') return parseChange(fragment);
  if (fragment.source !== 'entry') return parseMessaging(fragment);
  const at = readable(EntryTime, fragment.time, 'facebook: entry without time');
  return {
    channel: 'facebook',
    accountId: fragment.page,
    at,
    kind: 'unknown',
    reason: 'facebook: entry other',
  };
}
