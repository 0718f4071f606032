import type { ChannelEdge } from '../channels/channel.ts';
import { edgeNamed } from '../channels/edges.ts';
import { Reject } from '../errors.ts';
import { inboundMessage } from '../queues/inbound-message.ts';
import { type ChannelSecrets, channelSecrets } from '../secrets.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { secretsClient } from '../services/secrets.ts';
import { type WallClock, wallClock } from '../services/wall-clock.ts';
import { endpoint, type HttpAnswer, type HttpRequest } from '../shell.ts';

/** The largest delivery that is read, in bytes. */
const LARGEST = 1_000_000;
const METHODS = 'A webhook takes GET for its verification and POST for deliveries.';

interface Services {
  clock: WallClock;
  secrets: ChannelSecrets;
  enqueue: Enqueue;
}

export const handler = endpoint(
  'webhook',
  ({ INBOUND_QUEUE_URL, CHANNEL_SECRETS }): Services => {
    return {
      clock: wallClock,
      secrets: channelSecrets({
        client: secretsClient(),
        arns: CHANNEL_SECRETS,
        now: () => Date.parse(wallClock()),
      }),
      enqueue: openQueues()(INBOUND_QUEUE_URL),
    };
  },
  receiveDelivery,
);

/** Takes what a platform sends: its challenges, and its signed deliveries, which are on the queue before the 200 goes out. */
export async function receiveDelivery(request: HttpRequest, services: Services): Promise<HttpAnswer> {
  const channel = edgeNamed(request.parameters.channel ?? '');
  if (!channel)
    throw new Reject(
      404,
      'No such channel. Webhook addresses end in the name of a channel, such as /webhooks/x.',
    );
  if (request.method === 'GET') return answerChallenge(channel, request, services);
  if (request.method !== 'POST') throw new Reject(405, METHODS, {}, { allow: 'GET, POST' });
  if (request.body.length > LARGEST) throw new Reject(413, 'A delivery may have at most 1 MB.');
  await verify(channel, request, services);
  const arrival = { channel: channel.name, traceId: request.traceId, receivedAt: services.clock() };
  const fragments = channel.split(parseJson(request.body));
  await services.enqueue(fragments.map((fragment) => inboundMessage(fragment, arrival)));
  return { status: 200 };
}

async function answerChallenge(
  channel: ChannelEdge,
  { query }: HttpRequest,
  { secrets }: Services,
): Promise<HttpAnswer> {
  const answer = channel.challenge(query, await secrets.of(channel.name));
  if (!answer)
    throw new Reject(
      400,
      'This address is for the verification by the platform; its parameters are missing.',
    );
  return { status: answer.status, headers: { 'content-type': answer.contentType }, body: answer.body };
}

/** A signature that does not fit may be made with a key that was rotated in since, so the secret is read again before refusing. */
async function verify(channel: ChannelEdge, request: HttpRequest, { secrets }: Services): Promise<void> {
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
