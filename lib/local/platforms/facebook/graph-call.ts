import { badParameter, graphError } from './errors.ts';
import type { Params } from './params.ts';
import type { Page } from './people.ts';
import type { Usage } from './usage.ts';
import type { World } from './world.ts';

/** One authenticated call: `page` is the page whose token came with it. */
export interface GraphCall {
  readonly world: World;
  readonly page: Page;
  readonly params: Params;
  readonly usage: Usage;
}

/** The JSON to answer. When `told` is there, the answer waits for it: Meta's webhook usually comes before the answer. */
export interface GraphAnswer {
  body: object;
  told?: Promise<void>;
}

/** Refuses files that Meta could not fetch. The simulator fetches nothing, but a host under `.invalid` never exists (RFC 2606). */
export function checkFetchable(url: string): void {
  if (new URL(url).hostname.endsWith('.invalid')) throw graphError('mediaFetch');
}

/** Refuses a text that is longer than `most` characters; a character outside the basic plane counts once. */
export function checkLength(name: string, text: string | undefined, most: number): void {
  if (text !== undefined && [...text].length > most) {
    throw badParameter(`Length of param ${name} must be less than or equal to ${most}`);
  }
}
