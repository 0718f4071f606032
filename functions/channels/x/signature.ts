import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';

/** What X knows the app and one account of ours by. */
export interface Credentials {
  consumer: { key: string; secret: string };
  token: { key: string; secret: string };
}

/**
 * The `Authorization` header of a call, OAuth 1.0a with HMAC-SHA1. X signs the query only, never a JSON or multipart body.
 * `seconds` is Unix time; X refuses a nonce that it has seen with this token before.
 */
export function authorization(
  call: { method: string; url: string },
  { consumer, token }: Credentials,
  moment: { nonce: string; seconds: number },
): string {
  const oauth = new OAuth({
    consumer,
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  oauth.getNonce = () => moment.nonce;
  oauth.getTimeStamp = () => moment.seconds;
  return oauth.toHeader(oauth.authorize(call, token)).Authorization;
}
