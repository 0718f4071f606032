import type { IncomingMessage, ServerResponse } from 'node:http';
import { channelNamed } from '../../functions/channels/index.ts';
import { challenge } from '../../functions/channels/x/challenge.ts';
import { applyEvent, type Desk } from '../../functions/desk.ts';
import { type Listening, listen } from '../../lib/local/listening.ts';
import { readBody } from '../../lib/local/platforms/http-body.ts';
import { appSecret } from './many-accounts.ts';

/**
 * Where simulated platforms deliver their webhooks, at `/<channel>`: each is understood before it is answered, many at a time.
 * What fails is answered with 500, so that the platform delivers it again.
 */
export function openEar(desk: Desk): Promise<Listening> {
  return listen(0, (request, response) => {
    hear(request, response, desk).catch(() => response.writeHead(500).end());
  });
}

async function hear(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const bytes = await readBody(request);
  if (request.method !== 'POST') {
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://ear').searchParams);
    const answer = challenge(query, { signingKeys: [appSecret] });
    response.writeHead(answer?.status ?? 404).end(answer?.body);
    return;
  }
  const name = (request.url ?? '').slice(1);
  const channel = channelNamed(name);
  const fragments = channel?.split(JSON.parse(bytes.toString('utf8'))) ?? [];
  for (const { body } of fragments) {
    const event = channel?.parse(body);
    if (event && event.kind !== 'unknown') await applyEvent(event, `webhook ${name}`, desk);
  }
  response.end();
}
