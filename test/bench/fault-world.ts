import { S3Client } from '@aws-sdk/client-s3';
import { rateOf } from '../../functions/channels/rates.ts';
import { senderOf } from '../../functions/channels/senders.ts';
import type { Desk } from '../../functions/desk.ts';
import type { Dispatch } from '../../functions/dispatch.ts';
import { freshNonce } from '../../functions/services/platform-calls.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { type Listening, listen } from '../../lib/local/listening.ts';
import { startFacebook } from '../../lib/local/platforms/facebook.ts';
import type { Simulator } from '../../lib/local/platforms/simulator.ts';
import { startX } from '../../lib/local/platforms/x.ts';
import { recordTelemetry } from '../functions/handlers/recorded-telemetry.ts';
import { localAccess, openTestEngine } from '../functions/store/engine.ts';
import { type FaultyFetch, faultyFetch } from './faulty-fetch.ts';
import { type ForwardClock, forwardClock } from './forward-clock.ts';
import { appSecret, consumerKey, handles, pages, secretOf } from './many-accounts.ts';
import { openEar } from './platform-ear.ts';

/** A desk in this process on a real table, between two simulated platforms whose answers fail now and then. */
export interface FaultWorld {
  desk: Desk;
  dispatch: Dispatch;
  clock: ForwardClock;
  faults: FaultyFetch;
  simulators: readonly Simulator[];
  /** The people's side of the platforms: `/<platform>/<action>`. */
  outside: string;
  close(): Promise<void>;
}

/** A thousandfold of what X allows, so that only the faults limit. */
const LIMITS = Object.fromEntries(
  [
    'POST /2/tweets',
    'GET /2/users/:id/tweets',
    'POST /2/dm_conversations/with/:id/messages',
    'GET /2/dm_conversations/with/:id/dm_events',
  ].map((endpoint) => [endpoint, 100_000]),
);

export async function openFaultWorld(seed: number): Promise<FaultWorld> {
  const engine = await openTestEngine();
  const clock = forwardClock();
  const table = await engine.newTable();
  const desk: Desk = { table, clock: () => new Date(clock.now()).toISOString(), orderedId };
  const ear = await openEar(desk);
  const common = { file: ':memory:', port: 0, now: clock.now, appSecret };
  const facebook = await startFacebook({ ...common, webhookUrl: `${ear.url}/facebook`, accounts: pages });
  const x = await startX({
    ...common,
    webhookUrl: `${ear.url}/x`,
    consumerKey,
    accounts: handles,
    settings: { limits: LIMITS },
  });
  const simulators = [facebook, x];
  const outside = await openOutside(simulators);
  const faults = faultyFetch(seed, simulators);
  const dispatch: Dispatch = {
    ...{ desk, senderOf, rateOf, fetch: faults.fetch, nonce: freshNonce, telemetry: recordTelemetry() },
    secrets: { of: async (channel) => secretOf(channel) },
    apiUrlOf: (channel) => simulators.find(({ platform }) => platform === channel)?.url ?? '',
    // Answers without files never touch it.
    bucket: { client: new S3Client(localAccess), name: 'none' },
  };
  return {
    ...{ desk, dispatch, clock, faults, simulators, outside: outside.url },
    async close() {
      await outside.close();
      await Promise.all(simulators.map((simulator) => simulator.close()));
      await ear.close();
      await engine.close();
    },
  };
}

function openOutside(simulators: readonly Simulator[]): Promise<Listening> {
  return listen(0, (request, response) => {
    const [, platform = '', ...rest] = (request.url ?? '').split('/');
    const simulator = simulators.find((one) => one.platform === platform);
    void Promise.resolve(simulator?.outside(request, response, `/${rest.join('/')}`)).then((found) => {
      if (!found) response.writeHead(404).end('{}');
    });
  });
}
