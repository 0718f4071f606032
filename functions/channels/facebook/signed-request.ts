import * as z from 'zod/mini';
import type { ReceivingSecret } from '../channel.ts';
import { signedWith } from '../hmac.ts';

const Payload = z.object({
  algorithm: z.literal('HMAC-SHA256'),
  /** Epoch seconds. */
  issued_at: z.number(),
  /** Of somebody who signed in to the app with Facebook: another id than any that pages and Messenger know them by. */
  user_id: z.string(),
});

/** Whom a callback of Meta is about, and when it was made (epoch seconds). */
export interface SignedRequest {
  userId: string;
  issuedAt: number;
}

/**
 * Reads the form that Meta posts to the callbacks of an app: `signed_request=<signature>.<payload>`, both base64url, the one over the
 * other as it was sent. Undefined when it is not signed with the app secret, or nothing that is known.
 * Source: developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback.
 */
export function readSignedRequest(
  form: string,
  { signingKeys }: Pick<ReceivingSecret, 'signingKeys'>,
): SignedRequest | undefined {
  const [signature = '', payload = ''] = (new URLSearchParams(form).get('signed_request') ?? '').split('.');
  if (!signedWith(signingKeys, Buffer.from(payload), 'base64url', signature)) return undefined;
  const read = Payload.safeParse(jsonOf(Buffer.from(payload, 'base64url').toString('utf8')));
  return read.success ? { userId: read.data.user_id, issuedAt: read.data.issued_at } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
