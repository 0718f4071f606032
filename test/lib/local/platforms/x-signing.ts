import { createHmac, randomUUID } from 'node:crypto';
import type { SimulatedAccount } from '../../../../lib/local/platforms/simulator.ts';
import { CONSUMER_KEY, CONSUMER_SECRET } from './x-accounts.ts';

/** What a test may falsify about a signature. */
export interface Signing {
  account: SimulatedAccount;
  /** Epoch milliseconds. */
  now: number;
  nonce?: string;
  consumerSecret?: string;
  consumerKey?: string;
  form?: Record<string, string>;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** An OAuth 1.0a header, written for the tests alone so that the simulator's own code is checked against another. */
export function authorization(method: string, address: string, signing: Signing): string {
  const url = new URL(address);
  const oauth = {
    oauth_consumer_key: signing.consumerKey ?? CONSUMER_KEY,
    oauth_nonce: signing.nonce ?? randomUUID(),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(signing.now / 1000)),
    oauth_token: signing.account.token,
    oauth_version: '1.0',
  };
  const all = [...Object.entries(oauth), ...url.searchParams, ...Object.entries(signing.form ?? {})];
  const sorted = all.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const base = [method, `${url.origin}${url.pathname}`, sorted.join('&')].map(encode).join('&');
  const key = `${encode(signing.consumerSecret ?? CONSUMER_SECRET)}&${encode(signing.account.tokenSecret ?? '')}`;
  const oauth_signature = createHmac('sha1', key).update(base).digest('base64');
  const pairs = Object.entries({ ...oauth, oauth_signature });
  return `OAuth ${pairs.map(([name, value]) => `${name}="${encode(value)}"`).join(', ')}`;
}
