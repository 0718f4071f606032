import type { Delivery, ReceivingSecret } from '../channel.ts';
import { signedWith } from '../hmac.ts';

const scheme = 'sha256=';

/**
 * Meta signs the bytes that it sends, with every character beyond ASCII escaped, under the app secret. The SHA-1 header that it
 * may send as well is not looked at. Source: developers.facebook.com/docs/graph-api/webhooks/getting-started.
 */
export function verify(delivery: Delivery, secret: ReceivingSecret): boolean {
  const header = delivery.headers['x-hub-signature-256'];
  if (!header?.startsWith(scheme)) return false;
  return signedWith(secret.signingKeys, delivery.body, 'hex', header.slice(scheme.length));
}
