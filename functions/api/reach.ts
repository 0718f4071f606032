import type { BroadcastDraft } from '../domain/broadcast.ts';
import type { ChannelName } from '../domain/channel-name.ts';
import { getAccount, noteFollowers } from '../store/accounts.ts';
import { countAffected } from '../store/affected.ts';
import { countSubscribers } from '../store/subscribers.ts';
import type { ApiServices } from './services.ts';

/** How long a number of followers is shown before the platform is asked anew, and how soon when it did not tell, in milliseconds. */
const FRESH = 24 * 3600_000;
const AGAIN = 600_000;

/** How many people each audience of a broadcast has, as far as that is known. */
export async function reachOf(
  { audiences, accounts, incidentId }: Pick<BroadcastDraft, 'audiences' | 'accounts' | 'incidentId'>,
  services: ApiServices,
) {
  const { table } = services.desk;
  const followersOn = (channel: 'facebook' | 'x') =>
    audiences.includes(channel) ? followersOf(channel, accounts?.[channel], services) : undefined;
  const [facebook, x, subscribers, affected] = await Promise.all([
    followersOn('facebook'),
    followersOn('x'),
    audiences.includes('email') ? countSubscribers(table) : undefined,
    incidentId !== undefined && audiences.includes('personal') ? countAffected(table, incidentId) : undefined,
  ]);
  return { facebook, x, email: subscribers?.confirmed, personal: affected?.accepted };
}

/** The followers of all chosen accounts together; undefined when one platform does not tell, because less than all would mislead. */
async function followersOf(
  channel: ChannelName,
  chosen: string[] | undefined,
  services: ApiServices,
): Promise<number | undefined> {
  const { accounts } = await services.secrets.of(channel);
  const ids = chosen ?? Object.keys(accounts);
  const each = await Promise.all(ids.map((id) => followersOfOne(channel, id, services)));
  return each.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    ids.length > 0 ? 0 : undefined,
  );
}

async function followersOfOne(
  channel: ChannelName,
  id: string,
  { desk, secrets, apiUrlOf, senderOf, fetch, nonce }: ApiServices,
): Promise<number | undefined> {
  const { followers, followersAskedAt } = await getAccount(desk.table, channel, id);
  const at = desk.clock();
  const lasts = followers === undefined ? AGAIN : FRESH;
  if (followersAskedAt !== undefined && Date.parse(at) - Date.parse(followersAskedAt) < lasts)
    return followers;
  const told = await senderOf(channel)?.posts.followers({
    ...{ secret: await secrets.of(channel), accountId: id, apiUrl: apiUrlOf(channel) },
    ...{ fetch, now: Date.parse(at), nonce: nonce() },
  });
  await noteFollowers(desk.table, { channel, id }, told, at);
  return told ?? followers;
}
