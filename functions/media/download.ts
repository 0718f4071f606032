import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Admitted, admit } from './media-origins.ts';
import { isPublicAddress } from './public-address.ts';

/** Finds all addresses of a host. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** How one file is to be fetched. */
export interface Download {
  /** From where, as `media-origins.ts` explains. */
  origins: readonly string[];
  /** In bytes. */
  largest: number;
  signal: AbortSignal;
  /** What a request must carry at this address. */
  headersFor?: ((url: string) => Record<string, string>) | undefined;
  resolve?: Resolve | undefined;
}

/**
 * What became of it. `never`: not at this address. `later`: the other side, or the way there, fails for now.
 */
export type Downloaded =
  | { outcome: 'got'; bytes: Uint8Array }
  | { outcome: 'never'; reason: 'elsewhere' | 'gone' | 'too-large' }
  | { outcome: 'later' };

const REDIRECTS = 3;
/** Answers of a host that is busy or broken; all others but success and redirects mean that there is nothing to get. */
const PASSING = new Set([408, 421, 425, 429]);

/** The host leads into a network that is not public. */
class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/**
 * Fetches a file from the hosts of a platform and nowhere else. Each redirect is looked at like the first address, and the
 * addresses that a host leads to are the ones that are connected to, so that nothing can change between looking and asking.
 */
export async function download(address: string, how: Download): Promise<Downloaded> {
  let next = address;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const admitted = admit(how.origins, next);
    if (!admitted) return { outcome: 'never', reason: 'elsewhere' };
    const step = await ask(admitted, how).catch((error: unknown): Downloaded => {
      return error instanceof NotPublic ? { outcome: 'never', reason: 'elsewhere' } : { outcome: 'later' };
    });
    if ('outcome' in step) return step;
    next = step.redirect;
  }
  return { outcome: 'never', reason: 'elsewhere' };
}

async function ask(admitted: Admitted, how: Download): Promise<Downloaded | { redirect: string }> {
  const response = await open(admitted, how);
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return await receive(response, how.largest);
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
      return { redirect: URL.parse(headers.location, admitted.url.href)?.href ?? '' };
    if (statusCode >= 500 || PASSING.has(statusCode)) return { outcome: 'later' };
    return { outcome: 'never', reason: 'gone' };
  } finally {
    response.destroy();
  }
}

function open({ url, network }: Admitted, how: Download): Promise<http.IncomingMessage> {
  const { signal, headersFor, resolve = resolveAll } = how;
  const headers = { accept: '*/*', 'accept-encoding': 'identity', ...headersFor?.(url.href) };
  return new Promise((answer, fail) => {
    const request =
      network === 'named'
        ? http.get(url, { headers, signal }, answer)
        : https.get(url, { headers, signal, lookup: publicLookup(resolve) }, answer);
    request.once('error', fail);
  });
}

/** Stops reading as soon as it is too much, whatever was announced. */
async function receive(response: http.IncomingMessage, largest: number): Promise<Downloaded> {
  const tooLarge = { outcome: 'never', reason: 'too-large' } as const;
  if (Number(response.headers['content-length'] ?? 0) > largest) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) return tooLarge;
    chunks.push(bytes);
  }
  return { outcome: 'got', bytes: Buffer.concat(chunks) };
}

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * A lookup for sockets that gives out only public addresses; a host with any other is not asked at all. Sockets that connect to
 * a literal address look nothing up, but no origin is one.
 */
export function publicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
          answer(new NotPublic(`${hostname} does not lead to the public internet.`), '', 0);
        } else if (options.all) answer(null, addresses);
        else answer(null, first.address, first.family);
      },
      (error: unknown) => answer(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
}
