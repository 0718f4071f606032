import type { ChannelSender, SendingSecret } from './channels/sending.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import { emptyChange } from './domain/change.ts';
import { mergeProfile } from './domain/contact.ts';
import type { ChannelSecrets } from './secrets.ts';
import { takeAboveReserve } from './store/budget.ts';
import { getConversation } from './store/conversations.ts';
import { getIdentity } from './store/identity.ts';

/** What asking a platform for a name needs beside the desk. */
export interface NamingDesk {
  desk: Desk;
  senderOf(channel: string): ChannelSender | undefined;
  secrets: ChannelSecrets<SendingSecret>;
  apiUrlOf(channel: string): string;
  fetch: typeof fetch;
  nonce(): string;
}

/** Names are worth few calls: when many strangers write at once, some stay unnamed. */
const RATE = { burst: 20, seconds: 10 };
const USE = 'profiles';

/** Asks the platform for the name of a stranger with whom a conversation was opened. Nothing depends on it, so what fails is left. */
export async function namePerson(conversationId: string, traceId: string, naming: NamingDesk): Promise<void> {
  const { desk, senderOf, secrets, apiUrlOf, fetch, nonce } = naming;
  const { table, clock } = desk;
  const found = await getConversation(table, conversationId);
  const sender = found && senderOf(found.channel);
  if (!sender?.profile || found?.visibility !== 'private' || found.contact.name !== undefined) return;
  const { channel, accountId, contact } = found;
  const now = Date.parse(clock());
  if ((await takeAboveReserve(table, { channel, accountId, use: USE }, RATE, { now, reserve: 0 })) > 0)
    return;
  const told = await sender.profile(contact.nativeId, {
    ...{ secret: await secrets.of(channel), accountId, apiUrl: apiUrlOf(channel) },
    ...{ fetch, now, nonce: nonce() },
  });
  if (!told) return;
  await decideUntilCommitted(table, async () => {
    const before = await getConversation(table, conversationId);
    const known = await getIdentity(table, channel, told.nativeId);
    if (!before || before.contact.name !== undefined) return undefined;
    return {
      ...emptyChange({ traceId, at: clock(), actor: channel }),
      conversation: { before, after: { ...before, contact: mergeProfile(before.contact, told) } },
      ...(known && {
        identity: { before: known, after: { ...known, profile: mergeProfile(known.profile, told) } },
      }),
    };
  });
}
