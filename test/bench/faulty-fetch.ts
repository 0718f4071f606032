import type { Simulator } from '../../lib/local/platforms/simulator.ts';
import { seededRandom } from './seeded-random.ts';

/** What a call of a platform's API may meet. */
export type FaultName =
  | 'rate limit'
  | '500 before the work'
  | '500 after the work'
  | 'cut after the work'
  | 'cut before the work';

/** Shares of all calls: 5 % rate limits, 5 % errors, 2 % cut connections. */
const SHARES: readonly (readonly [FaultName, number])[] = [
  ['rate limit', 0.05],
  ['500 before the work', 0.025],
  ['500 after the work', 0.025],
  ['cut after the work', 0.015],
  ['cut before the work', 0.005],
];

/** Graph's own numbers for limits of a page, of the app and of one object, beside a plain 429. */
const GRAPH_LIMITS = [613, 32, 4] as const;

export interface FaultyFetch {
  fetch: typeof fetch;
  calls(): number;
  met: Map<FaultName, number>;
}

/** A `fetch` whose calls of the platforms fail now and then. Which call meets what depends on the seed and the calls' order. */
export function faultyFetch(seed: number, simulators: readonly Simulator[]): FaultyFetch {
  const random = seededRandom(seed);
  const met = new Map<FaultName, number>();
  let calls = 0;
  return {
    met,
    calls: () => calls,
    async fetch(input, init) {
      calls += 1;
      const fault = faultFor(random());
      if (fault === undefined) return fetch(input, init);
      met.set(fault, (met.get(fault) ?? 0) + 1);
      const simulator = simulators.find(({ url }) => String(input).startsWith(url));
      if (fault === 'cut before the work') throw new TypeError('fetch failed', { cause: reset() });
      if (fault === '500 after the work') {
        await fetch(input, init).then((answer) => answer.text());
        return new Response('<!doctype html><title>Error</title>', { status: 500 });
      }
      // Another call of the same instant may meet it instead, which is as good.
      if (fault === 'cut after the work') simulator?.addFault({ count: 1, kind: 'cut' });
      else if (fault === '500 before the work') simulator?.addFault({ count: 1, kind: 'status', value: 500 });
      else if (simulator) simulator.addFault(rateLimit(simulator, random()));
      return fetch(input, init);
    },
  };
}

function faultFor(number: number): FaultName | undefined {
  let below = 0;
  for (const [fault, share] of SHARES) {
    below += share;
    if (number < below) return fault;
  }
  return undefined;
}

function rateLimit({ platform }: Simulator, number: number) {
  const code = GRAPH_LIMITS[Math.floor(number * 4)];
  if (platform === 'x' || code === undefined) return { count: 1, kind: 'status', value: 429 } as const;
  return { count: 1, kind: 'code', value: code } as const;
}

/** As undici has it when the other side resets the connection. */
function reset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}
