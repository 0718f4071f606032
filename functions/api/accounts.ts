import type { Account } from '../domain/account.ts';
import { ChannelName } from '../domain/channel-name.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { listAccounts } from '../store/accounts.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/** `GET /api/accounts`: every account that has a token or was ever heard of, and how it fares. */
export async function showAccounts(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  return json(200, { items: await accountItems(services) });
}

/** The accounts as the API shows them. */
export async function accountItems({ desk, secrets }: Pick<ApiServices, 'desk' | 'secrets'>) {
  const known = await listAccounts(desk.table);
  const connected = await Promise.all(
    ChannelName.options.map(async (channel) => {
      const secret = await secrets.of(channel, true).catch(() => undefined);
      return Object.entries(secret?.accounts ?? {}).map(([id, { name, handle, expiresAt }]) => ({
        channel,
        id,
        name,
        handle,
        tokenValidUntil: expiresAt,
      }));
    }),
  );
  const tokens = connected.flat();
  const heard = known.filter(
    ({ channel, id }) => !tokens.some((token) => token.channel === channel && token.id === id),
  );
  return [
    ...tokens.map((token) => ({
      ...token,
      hasToken: true,
      health: healthOf(known.find((account) => account.channel === token.channel && account.id === token.id)),
    })),
    ...heard.map((account) => ({
      channel: account.channel,
      id: account.id,
      name: account.name,
      hasToken: false,
      health: healthOf(account),
    })),
  ];
}

function healthOf(account: Account | undefined) {
  const {
    state = 'working',
    refusal,
    heldSince,
    retryAt,
    lastInboundAt,
    lastOutboundAt,
    lastFailure,
    lastFailureAt,
  } = account ?? {};
  return { state, refusal, heldSince, retryAt, lastInboundAt, lastOutboundAt, lastFailure, lastFailureAt };
}
