import type { SendingSecret } from '../../functions/channels/sending.ts';
import type { SimulatedAccount } from '../../lib/local/platforms/simulator.ts';

const EACH = 25;
const numbers = Array.from({ length: EACH }, (_, index) => String(index + 1).padStart(2, '0'));

/** Pages of ours on a simulated Facebook. */
export const pages: SimulatedAccount[] = numbers.map((number) => ({
  id: `1082000000000${number}`,
  name: `Larkspur Supply ${number}`,
  token: `page-token-${number}`,
}));

/** Accounts of ours on a simulated X. */
export const handles: SimulatedAccount[] = numbers.map((number) => ({
  id: `18000000000000000${number}`,
  name: `Larkspur Supply ${number}`,
  handle: `larkspur${number}`,
  token: `token-${number}`,
  tokenSecret: `hush-${number}`,
}));

export const appSecret = 'test-app-secret-0123456789abcdef';
export const consumerKey = 'consumer-key';

/** What the desk has of them. */
export function secretOf(channel: string): SendingSecret {
  const accounts = Object.fromEntries(
    (channel === 'x' ? handles : pages).map(({ id, name, token, tokenSecret }) => [
      id,
      { name, token, tokenSecret },
    ]),
  );
  return { signingKeys: [appSecret], accounts, ...(channel === 'x' && { consumerKey }) };
}
