import type { Audience } from '../../api/incident.ts';

/** Channels on which accounts of ours post. */
export const postingChannels = ['facebook', 'x'] as const satisfies Audience[];
export type PostingChannel = (typeof postingChannels)[number];

/** The accounts that post, by channel; all of a channel that is not named. */
export type Accounts = Partial<Record<PostingChannel, string[]>>;

/** A copy in which an account of a channel posts or does not. Once all of its accounts do, the channel need not be named. */
export function withAccount(
  accounts: Accounts,
  channel: PostingChannel,
  connected: readonly string[],
  account: { id: string; posts: boolean },
): Accounts {
  const { [channel]: chosen = connected, ...others } = accounts;
  const rest = chosen.filter((id) => id !== account.id);
  const now = account.posts ? [...rest, account.id] : rest;
  const isAll = connected.length === now.length && connected.every((id) => now.includes(id));
  return isAll ? others : { ...others, [channel]: now };
}

/** Only the accounts of channels that hear it. */
export function heardAccounts(accounts: Accounts, audiences: readonly Audience[]): Accounts {
  return Object.fromEntries(
    postingChannels.flatMap((channel) => {
      const chosen = accounts[channel];
      return chosen && audiences.includes(channel) ? [[channel, chosen]] : [];
    }),
  );
}

/** Whether every channel that hears it has an account that posts. */
export function isPostedEverywhere(accounts: Accounts, audiences: readonly Audience[]): boolean {
  return Object.values(heardAccounts(accounts, audiences)).every((chosen) => chosen.length > 0);
}
