import * as z from 'zod/mini';
import { Reject } from '../../errors.ts';
import type { Fragment } from '../channel.ts';
import { queueKey } from '../dedup-key.ts';
import { changeKeys } from './change-keys.ts';
import type { FragmentBody } from './fragment-body.ts';
import { messagingKeys } from './messaging-keys.ts';
import { lenient, NativeId } from './meta-fields.ts';

const Entry = z.looseObject({
  id: NativeId,
  time: lenient(z.number()),
  changes: z.optional(z.array(z.unknown())),
  messaging: z.optional(z.array(z.unknown())),
  standby: z.optional(z.array(z.unknown())),
});
type Entry = z.infer<typeof Entry>;
type QueueKeys = Pick<Fragment, 'threadKey' | 'dedupKey'>;

const Envelope = z.object({ object: z.literal('page'), entry: z.array(Entry) });

/**
 * Every change and message of every entry; Meta sends up to 1,000 in one body, of several pages. An entry of a new sort becomes
 * one fragment as a whole.
 */
export function split(body: unknown): Fragment[] {
  const envelope = z.safeParse(Envelope, body);
  if (!envelope.success)
    throw new Reject(400, 'This address takes webhook deliveries of Facebook pages only (object "page").');
  return envelope.data.entry.flatMap(fragmentsOf);
}

function fragmentsOf(entry: Entry): Fragment[] {
  const { id: page, time, changes, messaging, standby } = entry;
  const fragment = (source: FragmentBody['source'], event: unknown, keys: QueueKeys): Fragment => ({
    accountId: page,
    ...keys,
    body: { source, page, time, event } satisfies FragmentBody,
  });
  if (changes === undefined && messaging === undefined && standby === undefined)
    return [fragment('entry', entry, entryKeys(entry))];
  return [
    ...(changes ?? []).map((event) => fragment('changes', event, changeKeys(page, time, event))),
    ...(messaging ?? []).map((event) => fragment('messaging', event, messagingKeys(page, event))),
    ...(standby ?? []).map((event) => fragment('standby', event, messagingKeys(page, event))),
  ];
}

const entryKeys = (entry: Entry): QueueKeys => ({
  threadKey: queueKey(['facebook', entry.id, 'entry']),
  dedupKey: queueKey(['facebook', entry.id, 'entry', JSON.stringify(entry)]),
});
