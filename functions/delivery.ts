import type { ChannelEdge, Fragment } from './channels/channel.ts';
import { Reject } from './errors.ts';
import type { ChannelSecrets } from './secrets.ts';
import type { HttpAnswer, HttpRequest } from './shell.ts';

/** The largest delivery that is read, in bytes. */
const LARGEST = 1_000_000;

/** Answers a platform that wants to know whether this address is ours. @throws Reject 400 for a query that asks nothing */
export async function answerChallenge(
  channel: ChannelEdge,
  { query }: HttpRequest,
  secrets: ChannelSecrets,
): Promise<HttpAnswer> {
  const answer = channel.challenge(query, await secrets.of(channel.name));
  if (answer)
    return { status: answer.status, headers: { 'content-type': answer.contentType }, body: answer.body };
  throw new Reject(400, 'This address is for the verification by the platform; its parameters are missing.');
}

/**
 * The events of a signed delivery. Nothing of the body is looked at before its signature fits.
 * @throws Reject 413, 401 or 400
 */
export async function readDelivery(
  channel: ChannelEdge,
  request: HttpRequest,
  secrets: ChannelSecrets,
): Promise<Fragment[]> {
  if (request.body.length > LARGEST) throw new Reject(413, 'A delivery may have at most 1 MB.');
  await verify(channel, request, secrets);
  return channel.split(parseJson(request.body));
}

/** A signature that does not fit may be made with a key that was rotated in since, so the secret is read again before refusing. */
async function verify(channel: ChannelEdge, request: HttpRequest, secrets: ChannelSecrets): Promise<void> {
  if (channel.verify(request, await secrets.of(channel.name))) return;
  if (channel.verify(request, await secrets.of(channel.name, true))) return;
  throw new Reject(401, 'The signature is missing or does not fit the body.');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Reject(400, 'The body is not JSON.');
  }
}
