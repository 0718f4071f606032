import { createHmac } from 'node:crypto';
import type { ChallengeAnswer, ReceivingSecret } from '../channel.ts';

/**
 * Answers X's challenge-response check, which X repeats for as long as the webhook lives: `crc_token`, signed with the newest
 * consumer secret. A wrong answer disables the webhook at once and a 4xx only after a day, so without a key we refuse.
 */
export function challenge(
  query: Readonly<Record<string, string | undefined>>,
  secret: ReceivingSecret,
): ChallengeAnswer | undefined {
  const token = query.crc_token;
  if (token === undefined) return undefined;
  const key = secret.signingKeys[0];
  if (key === undefined || key === '') {
    return {
      status: 403,
      contentType: 'text/plain',
      body: 'No consumer secret of X is stored yet; store one and try again.',
    };
  }
  const digest = createHmac('sha256', key).update(token).digest('base64');
  return {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ response_token: `sha256=${digest}` }),
  };
}
