import { createHash } from 'node:crypto';
import type { SendingSecret } from './channels/sending.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import type { Account } from './domain/account.ts';
import { requeued } from './domain/outbound.ts';
import type { Refusal } from './domain/refusal.ts';
import type { ChannelSecrets } from './secrets.ts';
import { getAccount, listAccounts, putAccount } from './store/accounts.ts';
import { getDeparture } from './store/departures.ts';
import { listHardCases } from './store/hard-cases.ts';
import type { Telemetry } from './telemetry.ts';

/** How soon an account is tried again when the same token may work later, in seconds. */
const PASSING = 3600;

/** What holding and releasing accounts takes. */
export interface Holding {
  desk: Desk;
  telemetry: Telemetry;
  secrets: ChannelSecrets<SendingSecret>;
}

/** Holds the replies of an account until its token changes, or for an hour if the refusal may pass by itself. */
export async function holdAccount(
  channel: Account['channel'],
  id: string,
  refusal: Refusal,
  { desk, telemetry, secrets }: Holding,
): Promise<void> {
  const { accounts } = await secrets.of(channel, true);
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

/** Looks at every held account, and lets its replies go when its token is another one now, or its time to try again has come. */
export async function releaseAccounts(holding: Holding): Promise<void> {
  const { desk, secrets } = holding;
  const held = (await listAccounts(desk.table)).filter(({ state }) => state === 'held');
  for (const account of held) {
    const { accounts } = await secrets.of(account.channel, true);
    const isOther = fingerprint(accounts[account.id]?.token) !== account.refusedToken;
    const isTime = account.retryAt !== undefined && account.retryAt <= desk.clock();
    if (isOther || isTime) await releaseAccount(account, holding);
  }
}

/** How many held messages of a shard are let go in one minute; the next minute brings the next ones. */
const RELEASED_AT_ONCE = 200;

async function releaseAccount(account: Account, { desk, telemetry }: Holding): Promise<void> {
  const { refusal: _, refusedToken: __, retryAt: ___, heldSince: ____, ...rest } = account;
  if (!(await putAccount(desk.table, { ...rest, state: 'working' }))) return;
  const messages = await listHardCases(desk.table, 'held', RELEASED_AT_ONCE);
  let released = 0;
  for (const { id } of messages) {
    const outcome = await decideUntilCommitted(desk.table, async () => {
      const departure = await getDeparture(desk.table, id);
      if (departure?.conversation.channel !== account.channel) return undefined;
      if (departure.conversation.accountId !== account.id) return undefined;
      return requeued(departure, { now: desk.clock(), traceId: id, actor: account.channel });
    });
    if (outcome === 'committed') released += 1;
  }
  telemetry.info('released the replies of an account', {
    channel: account.channel,
    account: account.id,
    released,
  });
}

/** Recognises a token without keeping it. */
export function fingerprint(token: string | undefined): string {
  return createHash('sha256')
    .update(token ?? '')
    .digest('base64url')
    .slice(0, 16);
}
