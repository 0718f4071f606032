import type { Delivery, ReceivingSecret } from '../channel.ts';
import { signedWith } from '../hmac.ts';

const SCHEME = 'sha256=';

/**
 * Whether X signed the body: `x-twitter-webhooks-signature: sha256=<base64>` over the raw bytes, keyed with the app's consumer
 * secret. There is no timestamp in it; a delivery that somebody plays again is stopped by its native ids.
 */
export function verify(delivery: Delivery, secret: ReceivingSecret): boolean {
  const signature = delivery.headers['x-twitter-webhooks-signature'];
  if (signature === undefined || !signature.startsWith(SCHEME)) return false;
  return signedWith(secret.signingKeys, delivery.body, 'base64', signature.slice(SCHEME.length));
}
