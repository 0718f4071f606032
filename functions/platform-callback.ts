import { callbackNamed } from './channels/edges.ts';
import { Reject } from './errors.ts';
import type { ChannelSecrets } from './secrets.ts';
import type { HttpAnswer, HttpRequest } from './shell.ts';
import type { Telemetry } from './telemetry.ts';

/** What callbacks are answered with. */
export interface CallbackDesk {
  secrets: ChannelSecrets;
  telemetry: Pick<Telemetry, 'warn'>;
}

/**
 * Answers what a platform asks of an app beside its deliveries, such as to delete what it has of somebody.
 * @throws Reject 404 for what nobody asks, 401 for what the platform did not sign
 */
export async function answerCallback(
  request: HttpRequest,
  { secrets, telemetry }: CallbackDesk,
): Promise<HttpAnswer> {
  const { channel = '', callback = '' } = request.parameters;
  const answerOf = await callbackNamed(channel, callback);
  if (!answerOf) throw new Reject(404, 'Nobody is called back here.');
  const asked = { ...request, url: `https://${request.headers.host ?? ''}${request.path}` };
  // A signature that does not fit may be made with a key that was rotated in since.
  const answer =
    answerOf(asked, await secrets.of(channel)) ?? answerOf(asked, await secrets.of(channel, true));
  if (!answer) throw new Reject(401, 'The signed request is missing, or its signature does not fit.');
  const { told, ...rest } = answer;
  if (told !== undefined) telemetry.warn(told, { channel, traceId: request.traceId });
  return rest;
}
