import * as z from 'zod/mini';
import { queueKey } from '../dedup-key.ts';
import { lenient, NativeId } from './meta-fields.ts';

const Party = lenient(z.object({ id: NativeId }));
const Mid = lenient(z.string());
const Count = lenient(z.union([z.string(), z.number()]));

/** The members that name a Messenger event; anything unreadable counts as missing, so that no event is refused here. */
const Messaging = z.object({
  sender: Party,
  recipient: Party,
  timestamp: Count,
  message: lenient(z.object({ mid: Mid, is_echo: lenient(z.boolean()), is_deleted: lenient(z.boolean()) })),
  message_edit: lenient(z.object({ mid: Mid, num_edit: Count })),
  postback: lenient(z.object({ mid: Mid })),
});
type Messaging = z.infer<typeof Messaging>;

/** Queue keys of one element of `entry[].messaging[]` or `entry[].standby[]`: both may tell of the same message. */
export function messagingKeys(page: string, event: unknown) {
  const read = z.safeParse(Messaging, event);
  const psid = read.success ? person(page, read.data) : undefined;
  const name = read.success ? nativeName(read.data) : undefined;
  return {
    threadKey: queueKey(['facebook', page, psid ?? 'messaging']),
    dedupKey: queueKey(['facebook', page, ...(name ?? ['messaging', JSON.stringify(event) ?? ''])]),
  };
}

/** The person on the other side; a policy notice has none. */
function person(page: string, event: Messaging): string | undefined {
  const echo = event.message?.is_echo === true || event.sender?.id === page;
  return echo ? event.recipient?.id : event.sender?.id;
}

/**
 * What Meta itself tells events apart by. Receipts, reactions and the rest have no id: the whole element, which holds person,
 * instant and content, names them.
 */
function nativeName({ message, message_edit: edit, postback }: Messaging): string[] | undefined {
  if (message?.mid !== undefined) return [message.is_deleted === true ? 'unsent' : 'message', message.mid];
  if (edit?.mid !== undefined && edit.num_edit !== undefined)
    return ['edit', edit.mid, String(edit.num_edit)];
  if (postback?.mid !== undefined) return ['postback', postback.mid];
  return undefined;
}
