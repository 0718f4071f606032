import type { Desk } from './desk.ts';
import { accountName } from './domain/outbound.ts';
import { noteTraffic, TRAFFIC_GRAIN } from './store/accounts.ts';

/**
 * A desk that notes when something last came in for an account, so that a silent one is noticed. It remembers what it noted: a busy
 * page must not cost a write for every message.
 */
export function listening(desk: Desk): Desk {
  const noted = new Map<string, number>();
  return {
    ...desk,
    heard: async ({ channel, accountId }) => {
      const name = accountName({ channel, accountId });
      const now = desk.clock();
      const since = Date.parse(now) - (noted.get(name) ?? 0);
      if (since <= TRAFFIC_GRAIN * 1000) return;
      await noteTraffic(desk.table, { channel, id: accountId }, 'lastInboundAt', now);
      noted.set(name, Date.parse(now));
    },
  };
}
