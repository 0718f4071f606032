import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import { badParameter, GraphError, graphError } from './errors.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { type Params, readParams, urlParam } from './params.ts';
import type { Page } from './people.ts';
import { APP_ID, type World } from './world.ts';

const FIELDS =
  'feed,mention,ratings,messages,messaging_postbacks,message_echoes,message_deliveries,message_reads,message_reactions,message_edits';
const TIMEOUT_MS = 5_000;

const AppSubscription = z.object({
  object: z.literal('page'),
  callback_url: urlParam,
  verify_token: z.string(),
  fields: z.optional(z.string()),
});

/** POST /{page-id}/subscribed_apps: the page's webhooks flow again. */
export function subscribe(call: GraphCall, page: Page): GraphAnswer {
  readParams(z.object({ subscribed_fields: z.string().check(z.minLength(1)) }), call.params);
  call.world.memory.run('UPDATE page SET subscribed = 1 WHERE id = ?', page.id);
  return { body: { success: true } };
}

export function unsubscribe(call: GraphCall, page: Page): GraphAnswer {
  call.world.memory.run('UPDATE page SET subscribed = 0 WHERE id = ?', page.id);
  return { body: { success: true } };
}

export function listSubscriptions(_call: GraphCall, page: Page): GraphAnswer {
  const app = { name: 'Desk', id: String(APP_ID), subscribed_fields: FIELDS.split(',') };
  return { body: { data: page.subscribed ? [app] : [] } };
}

/**
 * POST /{app-id}/subscriptions with the app token `{app-id}|{app-secret}`: asks the callback to repeat a challenge, and
 * from then on sends there. Throws 2200 when the callback does not repeat it word for word.
 */
export async function subscribeApp(world: World, params: Params): Promise<object> {
  if (params.access_token !== `${APP_ID}|${world.appSecret}`) throw graphError('tokenUnknown');
  const wanted = readParams(AppSubscription, params);
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const url = new URL(wanted.callback_url);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', wanted.verify_token);
  if ((await fetchText(url)) !== challenge) {
    const message =
      '(#2200) Callback verification failed: the callback did not answer 200 with the challenge.';
    throw new GraphError({ message, code: 2200 });
  }
  world.deliveries.sendTo(wanted.callback_url);
  return { success: true };
}

async function fetchText(url: URL): Promise<string | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.status === 200 ? await response.text() : undefined;
  } catch {
    throw badParameter('The callback URL could not be reached');
  }
}
