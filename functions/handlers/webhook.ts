import { edgeNamed } from '../channels/edges.ts';
import { answerChallenge, readDelivery } from '../delivery.ts';
import { Reject } from '../errors.ts';
import { answerCallback, type CallbackDesk } from '../platform-callback.ts';
import { inboundMessage } from '../queues/inbound-message.ts';
import { type ChannelSecrets, channelSecrets } from '../secrets.ts';
import { type Enqueue, openQueues } from '../services/queues.ts';
import { secretsClient } from '../services/secrets.ts';
import { type WallClock, wallClock } from '../services/wall-clock.ts';
import { endpoint, type HttpAnswer, type HttpRequest } from '../shell.ts';

const NO_CHANNEL = 'No such channel. Webhook addresses end in the name of a channel, such as /webhooks/x.';
const METHODS = 'A webhook takes GET for its verification and POST for deliveries.';

interface Services {
  clock: WallClock;
  secrets: ChannelSecrets;
  enqueue: Enqueue;
}

export const handler = endpoint(
  'webhook',
  ({ INBOUND_QUEUE_URL, CHANNEL_SECRETS }, telemetry): Services & CallbackDesk => {
    return {
      telemetry,
      clock: wallClock,
      secrets: channelSecrets({
        openClient: secretsClient,
        arns: CHANNEL_SECRETS,
        now: () => Date.parse(wallClock()),
      }),
      enqueue: openQueues()(INBOUND_QUEUE_URL),
    };
  },
  (request, services) =>
    request.parameters.callback === undefined
      ? receiveDelivery(request, services)
      : answerCallback(request, services),
);

/** Takes what a platform sends: its challenges, and its signed deliveries, which are on the queue before the 200 goes out. */
export async function receiveDelivery(request: HttpRequest, services: Services): Promise<HttpAnswer> {
  const { clock, secrets, enqueue } = services;
  const channel = await edgeNamed(request.parameters.channel ?? '');
  if (!channel) throw new Reject(404, NO_CHANNEL);
  if (request.method === 'GET') return answerChallenge(channel, request, secrets);
  if (request.method !== 'POST') throw new Reject(405, METHODS, {}, { allow: 'GET, POST' });
  const fragments = await readDelivery(channel, request, secrets);
  const arrival = { channel: channel.name, traceId: request.traceId, receivedAt: clock() };
  await enqueue(fragments.map((fragment) => inboundMessage(fragment, arrival)));
  return { status: 200 };
}
