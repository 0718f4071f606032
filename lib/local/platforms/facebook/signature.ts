import { createHmac } from 'node:crypto';

/**
 * Serialises as Meta does: every character outside ASCII as a lowercase unicode escape, every slash escaped. The signature
 * covers these bytes, so a receiver that parses and serialises again computes another one.
 */
export function encodeBody(value: unknown): Buffer {
  const text = JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(text, 'ascii');
}

/** The headers with which Meta signs a webhook: HMAC of the raw bytes with the app secret. */
export function signatureHeaders(appSecret: string, bytes: Buffer): Record<string, string> {
  return {
    'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`,
    'x-hub-signature': `sha1=${createHmac('sha1', appSecret).update(bytes).digest('hex')}`,
  };
}

/** What `appsecret_proof` must be for this token. */
export function appSecretProof(appSecret: string, token: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex');
}

/** A `signed_request` of the deauthorize and data deletion callbacks: base64url signature, dot, base64url payload. */
export function signedRequest(appSecret: string, userId: string, issuedAtSeconds: number): string {
  const payload = Buffer.from(
    JSON.stringify({ algorithm: 'HMAC-SHA256', issued_at: issuedAtSeconds, user_id: userId }),
  ).toString('base64url');
  return `${createHmac('sha256', appSecret).update(payload).digest('base64url')}.${payload}`;
}
