import { createHash } from 'node:crypto';
import type { SendingSecret } from './channels/sending.ts';
import type { Desk } from './desk.ts';
import type { Account } from './domain/account.ts';
import type { Refusal } from './domain/refusal.ts';
import { getAccount, putAccount } from './store/accounts.ts';
import type { Telemetry } from './telemetry.ts';

/** How soon an account is tried again when the same token may work later, in seconds. */
const PASSING = 3600;

interface Holding {
  desk: Desk;
  telemetry: Telemetry;
  secretOf(channel: string): Promise<SendingSecret>;
}

/** Holds the replies of an account until its token changes, or for an hour if the refusal may pass by itself. */
export async function holdAccount(
  channel: Account['channel'],
  id: string,
  refusal: Refusal,
  { desk, telemetry, secretOf }: Holding,
): Promise<void> {
  const { accounts } = await secretOf(channel);
  const now = desk.clock();
  const account = await getAccount(desk.table, channel, id);
  const retryAt = new Date(Date.parse(now) + PASSING * 1000).toISOString();
  const refusedToken = fingerprint(accounts[id]?.token);
  const held: Account = {
    ...account,
    state: 'held',
    refusal,
    refusedToken,
    retryAt,
    heldSince: account.heldSince ?? now,
  };
  if (await putAccount(desk.table, held))
    telemetry.warn('holds the replies of an account', { channel, account: id, code: refusal.code });
}

/** Recognises a token without keeping it. */
export function fingerprint(token: string | undefined): string {
  return createHash('sha256')
    .update(token ?? '')
    .digest('base64url')
    .slice(0, 16);
}
