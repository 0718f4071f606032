import type { IncomingMessage, ServerResponse } from 'node:http';
import { startFacebook } from './platforms/facebook.ts';
import type { SimulatedAccount, Simulator, StartSimulator } from './platforms/simulator.ts';
import { startX } from './platforms/x.ts';
import { localSecrets } from './secrets.ts';

/** The platforms as they look from outside the desk, simulated. */
export interface Outside {
  /** Answers a request below `/_local/outside` and `/_local/platforms`; false when there is nothing at that path. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
  close(): Promise<void>;
}

interface Platform {
  start: StartSimulator;
  consumerKey?: string;
  accounts: SimulatedAccount[];
}

/** Our accounts on each platform, the same as in the recorded deliveries. */
const platforms: Record<string, Platform> = {
  facebook: {
    start: startFacebook,
    accounts: [{ id: '108200000000001', name: 'Larkspur Supply', token: 'local-page-token' }],
  },
  x: {
    start: startX,
    consumerKey: 'local-consumer-key',
    accounts: [
      {
        id: '1800000000000000001',
        name: 'Larkspur Supply',
        handle: 'larkspursupply',
        token: 'local-access-token',
        tokenSecret: 'local-token-secret',
      },
    ],
  },
};

/** Starts the platforms; what people do there is delivered to the webhooks of the stack at `url`. `file` names their files. */
export async function startOutside(url: string, file: (name: string) => string): Promise<Outside> {
  const simulators = new Map<string, Simulator>();
  for (const [name, { start, ...platform }] of Object.entries(platforms)) {
    const simulator = await start({
      ...platform,
      file: file(`platform-${name}.db`),
      port: 0,
      webhookUrl: `${url}/webhooks/${name}`,
      appSecret: localSecrets[name]?.signingKeys[0] ?? '',
      now: Date.now,
    });
    simulators.set(name, simulator);
  }
  return {
    async answer(request, response, pathname) {
      const [, kind, name = '', path = '/'] =
        /^\/_local\/(outside|platforms)\/([a-z]+)(\/.*)?$/.exec(pathname) ?? [];
      const simulator = simulators.get(name);
      if (!simulator) return false;
      if (kind === 'outside') return simulator.outside(request, response, path);
      if (path !== '/calls' || request.method !== 'GET') return false;
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(simulator.calls()));
      return true;
    },
    async close() {
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
    },
  };
}
