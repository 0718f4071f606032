import * as z from 'zod/mini';
import { Reject } from '../../errors.ts';
import type { Fragment } from '../channel.ts';
import { queueKey } from '../dedup-key.ts';
import { type Address, addressOfPost, BY_KEY, BY_TYPE } from './address.ts';
import { type Activity, type Envelope, eventsOf, type KeyedEvent, readEnvelope, SINGLE } from './envelope.ts';

const Members = z.record(z.string(), z.unknown());

/**
 * Cuts a delivery into its events, each in an envelope of its own and otherwise as X wrote it. Events that cannot be addressed
 * go through all the same, in their account's group: whoever reads them decides what becomes of them. Throws `Reject(400)`
 * when the body is none of X's envelopes.
 */
export function split(body: unknown): Fragment[] {
  const envelope = readEnvelope(body);
  switch (envelope?.generation) {
    case 'account-activity': {
      const { forUserId, events, users } = envelope;
      const head = forUserId === undefined ? {} : { for_user_id: forUserId };
      return events.map((one) => keyed(envelope, one, users, (members) => ({ ...head, ...members })));
    }
    case 'activity':
      return splitActivity(envelope);
    case 'filtered-stream': {
      const { accountId, post, includes, matchingRules } = envelope;
      const whole = { data: post, includes, matching_rules: matchingRules };
      return [fragment(envelope, addressOfPost(accountId, post), ['post', written(post)], whole)];
    }
    default:
      throw new Reject(
        400,
        'This body is no delivery of X, so nothing was stored. Check that only the webhook of X points to this address.',
      );
  }
}

/** One event a delivery, except that direct messages come as a list inside. */
function splitActivity(activity: Activity): Fragment[] {
  const { accountId, eventType, eventId, payload, data } = activity;
  const withPayload = (part: unknown) => ({ data: { ...data, payload: part } });
  if (eventType.startsWith('dm.')) {
    const members = Members.safeParse(payload).data ?? {};
    const lists = Object.entries(members).filter(([, value]) => Array.isArray(value));
    const events = eventsOf(Object.fromEntries(lists));
    if (events.length > 0) return events.map((one) => keyed(activity, one, members.users, withPayload));
  }
  const address = own(BY_TYPE, eventType)?.(accountId, payload);
  return [fragment(activity, address, [eventType, eventId ?? written(payload)], withPayload(payload))];
}

/** A fragment for one event of the Account Activity API's sort, with the one user whom it concerns. */
function keyed(
  envelope: Envelope,
  { key, event }: KeyedEvent,
  users: unknown,
  enclose: (members: Record<string, unknown>) => unknown,
): Fragment {
  const address = own(BY_KEY, key)?.(envelope.accountId, event);
  const user = address === undefined ? undefined : own(Members.safeParse(users).data ?? {}, address.group);
  const members = { [key]: SINGLE.has(key) ? event : [event] };
  const body = enclose(
    user === undefined || address === undefined ? members : { ...members, users: { [address.group]: user } },
  );
  return fragment(envelope, address, [key, written(event)], body);
}

function fragment(
  { accountId }: Envelope,
  address: Address | undefined,
  otherwise: string[],
  body: unknown,
): Fragment {
  return {
    accountId,
    threadKey: queueKey(['x', accountId, address?.group ?? accountId]),
    dedupKey: queueKey(['x', accountId, ...(address?.identity ?? otherwise)]),
    body,
  };
}

function written(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** A member that the record itself has: a key from outside may be called like something that every object inherits. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
