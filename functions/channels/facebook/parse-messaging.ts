import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { parsePolicy, threadControl } from './account-notices.ts';
import type { FragmentBody } from './fragment-body.ts';
import type { Happening } from './happening.ts';
import { parseEdit, parsePostback, parseReaction, receipt } from './messenger-events.ts';
import { FromMilliseconds, lenient, NativeId } from './meta-fields.ts';
import { parseMessage } from './parse-message.ts';
import { readable, required } from './readable.ts';

const unreadable = 'facebook: unreadable messaging event';
const Party = lenient(z.object({ id: NativeId }));
const Instant = lenient(FromMilliseconds);
const Members = z.record(z.string(), z.unknown());
const Messaging = z.object({ sender: Party, recipient: Party, timestamp: Instant });

/** The event's name is not in the body: it is the key that is there. */
const readers = new Map<string, (happening: Happening, raw: unknown) => InboundEvent>([
  ['message', parseMessage],
  ['message_edit', parseEdit],
  ['reaction', parseReaction],
  ['delivery', receipt('delivered')],
  ['read', receipt('read')],
  ['postback', parsePostback],
  ['policy_enforcement', parsePolicy],
  ['policy-enforcement', parsePolicy],
  ['pass_thread_control', threadControl('pass_thread_control')],
  ['take_thread_control', threadControl('take_thread_control')],
  ['request_thread_control', threadControl('request_thread_control')],
  ['app_roles', threadControl('app_roles')],
]);

/** Nobody waits for an answer to these: where a person came from, consents, orders and ratings of an answer. */
const ignored = ['referral', 'optin', 'account_linking', 'order', 'response_feedback'];

/**
 * Understands one element of `entry[].messaging[]` or `entry[].standby[]`. In standby another app owns the thread, but the words
 * are a customer's all the same.
 */
export function parseMessaging({ page, time, event }: FragmentBody): InboundEvent {
  const members = readable(Members, event, unreadable);
  const { sender, recipient, timestamp } = readable(Messaging, event, unreadable);
  const at = required(
    timestamp ?? readable(Instant, time, unreadable),
    'facebook: messaging event without time',
  );
  const base = { channel: 'facebook', accountId: page, at } as const;
  for (const [key, read] of readers)
    if (members[key] !== undefined)
      return read({ base, sender: sender?.id, recipient: recipient?.id }, members[key]);
  const useless = ignored.find((key) => members[key] !== undefined);
  if (useless !== undefined) return { ...base, kind: 'ignored', reason: `facebook: messaging ${useless}` };
  return { ...base, kind: 'unknown', reason: 'facebook: messaging other' };
}
