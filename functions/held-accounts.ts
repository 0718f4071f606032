import { createHash } from 'node:crypto';
import type { SendingSecret } from './channels/sending.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import type { Account } from './domain/account.ts';
import type { DeskEvent } from './domain/events.ts';
import { requeued } from './domain/intervene.ts';
import { accountName } from './domain/outbound.ts';
import type { Refusal } from './domain/refusal.ts';
import type { ChannelSecrets } from './secrets.ts';
import { getAccount, listAccounts, putAccount } from './store/accounts.ts';
import { getDeparture } from './store/departures.ts';
import { allMessagesIn } from './store/hard-cases.ts';
import type { Telemetry } from './telemetry.ts';

/** How soon an account is tried again when the same token may work later, in seconds. */
const PASSING = 3600;
/** How many messages are let go in one minute; the next minute brings the next ones. */
const RELEASED_AT_ONCE = 500;
/** How often a write is tried again because somebody else wrote the same account meanwhile. */
const ATTEMPTS = 8;

/** What holding and releasing accounts takes. */
export interface Holding {
  desk: Desk;
  telemetry: Telemetry;
  secrets: ChannelSecrets<SendingSecret>;
}

type AccountId = Pick<Account, 'channel'> & { accountId: string };

/**
 * Holds the replies of an account until its token changes, or for an hour if the refusal may pass by itself. False when there is a
 * newer token than the `used` one already: then nothing has to be held.
 */
export async function holdAccount(
  { channel, accountId }: AccountId,
  used: string | undefined,
  refusal: Refusal,
  { desk, telemetry, secrets }: Holding,
): Promise<boolean> {
  const { accounts } = await secrets.of(channel, true);
  const refusedToken = fingerprint(used);
  if (fingerprint(accounts[accountId]?.token) !== refusedToken) return false;
  await changeAccount({ channel, accountId }, desk, (account) => {
    const now = desk.clock();
    const retryAt = new Date(Date.parse(now) + PASSING * 1000).toISOString();
    const { heldSince = now } = account;
    const after: Account = { ...account, state: 'held', refusal, refusedToken, retryAt, heldSince };
    if (account.state === 'held') return { after };
    telemetry.warn('holds the replies of an account', { channel, account: accountId, code: refusal.code });
    return {
      after,
      event: { name: 'account.held', data: { channel, accountId, heldSince, reason: refusal.code } },
    };
  });
  return true;
}

/** The account can send again. What was held for it goes on within a minute. */
export async function freeAccount(
  { channel, accountId }: AccountId,
  { desk, telemetry }: Omit<Holding, 'secrets'>,
): Promise<void> {
  await changeAccount({ channel, accountId }, desk, (account) => {
    if (account.state !== 'held') return undefined;
    const { refusal: _, refusedToken: __, retryAt: ___, heldSince: ____, ...rest } = account;
    telemetry.info('an account can send again', { channel, account: accountId });
    const event = { name: 'account.released', data: { channel, accountId } } as const;
    return { after: { ...rest, state: 'working' }, event };
  });
}

async function changeAccount(
  { channel, accountId }: AccountId,
  { table, clock }: Desk,
  decide: (account: Account) => { after: Account; event?: DeskEvent } | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const decided = decide(await getAccount(table, channel, accountId));
    if (!decided) return;
    const { after, event } = decided;
    const told = event && { event, at: clock(), traceId: accountName({ channel, accountId }) };
    if (await putAccount(table, after, told)) return;
  }
  throw new Error(`Others changed the account ${accountId} on ${channel} ${ATTEMPTS} times in a row.`);
}

/**
 * Lets go what was held for accounts that can send: those whose token is another one now, and those that were freed meanwhile. Of an
 * account whose time to try again has come, one message goes; if it arrives, the others follow.
 */
export async function releaseAccounts(holding: Holding): Promise<void> {
  const { desk, telemetry } = holding;
  const now = desk.clock();
  const held = new Map<string, { isToTry: boolean }>();
  const freed = new Set<string>();
  for (const account of await listAccounts(desk.table)) {
    if (account.state !== 'held') continue;
    const name = accountName({ channel: account.channel, accountId: account.id });
    if (await hasOtherToken(account, holding)) {
      await freeAccount({ channel: account.channel, accountId: account.id }, holding);
      freed.add(name);
    } else {
      held.set(name, { isToTry: account.retryAt !== undefined && account.retryAt <= now });
    }
  }
  let released = 0;
  for await (const id of messagesToRelease(holding, held, freed)) {
    if (await release(id, desk)) released += 1;
    if (released >= RELEASED_AT_ONCE) break;
  }
  if (released > 0) telemetry.info('let held replies go', { released });
}

/** A secret that cannot be read keeps its own accounts waiting, and no others. */
async function hasOtherToken(
  { channel, id, refusedToken }: Account,
  { secrets, telemetry }: Holding,
): Promise<boolean> {
  const secret = await secrets.of(channel, true).catch((error: unknown) => {
    telemetry.error('the secret of a held account cannot be read', { channel, account: id, error });
  });
  return secret !== undefined && fingerprint(secret.accounts[id]?.token) !== refusedToken;
}

/** Held messages that may go, and those of freed accounts that could not be looked for without a token. */
async function* messagesToRelease(
  { desk }: Holding,
  held: Map<string, { isToTry: boolean }>,
  freed: Set<string>,
): AsyncGenerator<string> {
  for await (const page of allMessagesIn(desk.table, 'held')) {
    for (const { id, outbound } of page) {
      const account = held.get(outbound?.heldFor ?? '');
      if (!account || account.isToTry) yield id;
      if (account) account.isToTry = false;
    }
  }
  if (freed.size === 0) return;
  for await (const page of allMessagesIn(desk.table, 'unconfirmed')) {
    for (const { id } of page) {
      const departure = await getDeparture(desk.table, id);
      if (departure && freed.has(accountName(departure.conversation))) yield id;
    }
  }
}

async function release(id: string, { table, clock }: Desk): Promise<boolean> {
  const outcome = await decideUntilCommitted(table, async () => {
    const departure = await getDeparture(table, id);
    if (!departure) return undefined;
    const { channel } = departure.conversation;
    return requeued(departure, { now: clock(), traceId: id, actor: channel });
  });
  return outcome === 'committed';
}

/** Recognises a token without keeping it. */
function fingerprint(token: string | undefined): string {
  return createHash('sha256')
    .update(token ?? '')
    .digest('base64url')
    .slice(0, 16);
}
