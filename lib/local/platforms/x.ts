import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from '../listening.ts';
import { openCallLog } from './calls.ts';
import { createFaults } from './faults.ts';
import type { StartSimulator } from './simulator.ts';
import { createAnnouncer } from './x/announce.ts';
import { type ApiParts, serveApi } from './x/api.ts';
import { createAuthentication } from './x/authentication.ts';
import { openDatabase } from './x/database.ts';
import { Deliveries } from './x/deliveries.ts';
import { openDeliveryStore } from './x/delivery-store.ts';
import { serveOutside } from './x/outside.ts';
import { servePicture } from './x/pictures.ts';
import type { Platform } from './x/platform.ts';
import { createRateLimits } from './x/rate-limits.ts';
import { seedPeople, seedPosts, seedWebhook } from './x/seed.ts';
import { defaultSettings, type XOptions, type XSettings, type XSimulator } from './x/settings.ts';
import { openSubscriptions } from './x/subscriptions.ts';
import { openWebhooks } from './x/webhooks.ts';
import { openWorld } from './x/world.ts';

/** How long `close` waits for calls that are being answered, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Starts a simulated X: the v2 API for the accounts given, signed webhooks to the desk, and a person's side. It behaves
 * as docs.x.com says of a self-serve app in 2026, errors and rate limits included; `settings` has the rarer cases.
 */
export const startX = (async (options: XOptions): Promise<XSimulator> => {
  const { consumerKey } = options;
  if (!consumerKey)
    throw new Error('The simulated X needs `consumerKey`, the key that the desk signs its calls with.');
  const settings: XSettings = { ...defaultSettings, ...options.settings };
  let answer: RequestListener = (_request, response) => void response.destroy();
  const listening = await listen(options.port, (request, response) => answer(request, response));
  const db = openDatabase(options.file);
  const platform = openPlatform(db, options, settings, listening.url);
  const parts = openApi(db, { ...options, consumerKey }, platform);
  const answering = new Set<Promise<void>>();
  answer = (request, response) => {
    const answered = serve(parts, request, response).catch(() => void response.destroy());
    answering.add(answered);
    void answered.then(() => answering.delete(answered));
  };
  platform.deliveries.start();
  return {
    platform: 'x',
    url: listening.url,
    calls: () => parts.calls.all(),
    addFault: (fault) => parts.faults.add(fault),
    setToken(accountId, state) {
      if (state === 'revoked') platform.announcer.revoked(accountId);
      platform.world.people.setTokenState(accountId, state);
    },
    configure: (changes) => void Object.assign(settings, changes),
    outside: (request, response, path) => serveOutside(platform, request, response, path),
    async close() {
      await listening.close();
      await platform.deliveries.stop();
      await Promise.race([Promise.all(answering), wait(PATIENCE, undefined, { ref: false })]);
      db.close();
    },
  };
}) satisfies StartSimulator;

type Database = ReturnType<typeof openDatabase>;

function openPlatform(db: Database, options: XOptions, settings: XSettings, url: string): Platform {
  const { accounts, appSecret, now, webhookUrl } = options;
  const world = openWorld(db, { now, url: () => url, settings });
  const webhooks = openWebhooks(db);
  const subscriptions = openSubscriptions(db);
  const deliveryStore = openDeliveryStore(db);
  const deliveries = new Deliveries({ store: deliveryStore, webhooks, secret: appSecret, settings, now });
  const announcer = createAnnouncer({ world, webhooks, subscriptions, deliveries });
  seedPeople(world.people, accounts, now());
  seedPosts(world);
  if (settings.registered) seedWebhook({ world, webhooks, subscriptions }, webhookUrl);
  return {
    world,
    webhooks,
    subscriptions,
    deliveryStore,
    deliveries,
    announcer,
    consumerSecret: appSecret,
  };
}

function openApi(db: Database, options: XOptions & { consumerKey: string }, platform: Platform): ApiParts {
  const { accounts, appSecret: consumerSecret, consumerKey, now } = options;
  const { people, settings } = platform.world;
  return {
    platform,
    authentication: createAuthentication({ db, consumerKey, consumerSecret, accounts, people, now }),
    limits: createRateLimits(now, () => settings.limits),
    faults: createFaults(),
    calls: openCallLog(db),
  };
}

async function serve(parts: ApiParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const isPicture = request.method === 'GET' && servePicture(parts.platform.world, path, response);
  if (!isPicture) await serveApi(parts, request, response);
}
