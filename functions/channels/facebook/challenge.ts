import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChallengeAnswer, ReceivingSecret } from '../channel.ts';

const refusal =
  'The verify token is not the one in the channel secret of this desk. Enter the same token in both places.';

/**
 * Meta asks this when the callback address is saved: the answer is its own challenge, to the letter, if the token is ours.
 * Source: developers.facebook.com/docs/graph-api/webhooks/getting-started.
 */
export function challenge(
  query: Readonly<Record<string, string | undefined>>,
  secret: ReceivingSecret,
): ChallengeAnswer | undefined {
  const mode = query['hub.mode'];
  if (mode === undefined) return undefined;
  const word = query['hub.challenge'];
  const accepted =
    mode === 'subscribe' && word !== undefined && sameToken(query['hub.verify_token'], secret.verifyToken);
  return accepted
    ? { status: 200, contentType: 'text/plain', body: word }
    : { status: 403, contentType: 'text/plain', body: refusal };
}

/** Digests are of one length, so that the comparison tells nothing, not even how long the token is. */
function sameToken(given: string | undefined, ours: string | undefined): boolean {
  if (given === undefined || ours === undefined || ours === '') return false;
  const digest = (token: string) => createHash('sha256').update(token).digest();
  return timingSafeEqual(digest(given), digest(ours));
}
