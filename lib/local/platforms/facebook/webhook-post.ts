import { signatureHeaders } from './signature.ts';

/** Meta waits this long for an answer. */
const TIMEOUT_MS = 5_000;

/** POSTs a signed body to the desk. Only a 200 in time is a success; nothing is ever thrown. */
export async function postWebhook(
  url: string,
  bytes: Buffer,
  appSecret: string,
  stop: AbortSignal,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...signatureHeaders(appSecret, bytes) },
      body: new Uint8Array(bytes),
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
