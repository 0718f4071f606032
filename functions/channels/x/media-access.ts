import type { Signing } from '../sending.ts';
import { credentialsOf } from './api.ts';
import { authorization } from './signature.ts';

/** Where X keeps the files of direct messages; they open only to whoever takes part in the conversation. */
const GUARDED = new Set(['ton.twitter.com', 'ton.x.com']);

/**
 * What a request for a file must carry: files of direct messages want the account's own signature. No other host gets one, as it
 * would see whose token it is. Source: developer.x.com, direct messages, retrieving media.
 */
export function mediaHeaders(url: string, access: Signing): Record<string, string> {
  if (!GUARDED.has(new URL(url).hostname)) return {};
  const credentials = credentialsOf(access);
  if (credentials === undefined) return {};
  const moment = { nonce: access.nonce, seconds: Math.floor(access.now / 1000) };
  return { authorization: authorization({ method: 'GET', url }, credentials, moment) };
}
