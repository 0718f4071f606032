import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` is the HMAC-SHA256 of the body, as it came over the wire, under one of the keys. Every key is tried,
 * equal or not, so that neither the answer's delay nor its order tells which key fits. `signature` is the bare digest, without
 * the platform's `sha256=`; hexadecimal digits may be of either case. An empty key signs nothing: a secret that is
 * not filled in yet must refuse everything rather than accept what anybody can compute.
 */
export function signedWith(
  keys: string[],
  body: Buffer,
  encoding: 'hex' | 'base64' | 'base64url',
  signature: string,
): boolean {
  const given = Buffer.from(encoding === 'hex' ? signature.toLowerCase() : signature);
  let signed = false;
  for (const key of keys) {
    if (key === '') continue;
    const expected = Buffer.from(createHmac('sha256', key).update(body).digest(encoding));
    // Comparing the digits rather than the decoded bytes refuses signatures with a tail that a lenient decoder would skip.
    if (given.length === expected.length && timingSafeEqual(given, expected)) signed = true;
  }
  return signed;
}
