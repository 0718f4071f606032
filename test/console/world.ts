import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';
import type { Role } from '../../lib/local/local-people.ts';
import { startLocalStack } from '../bench/local-stack.ts';
import { eventually } from '../lib/local/eventually.ts';
import { startChromium } from './chromium.ts';
import { openSeat, type Seat, type SeatOptions } from './seat.ts';

/** People of the simulated platforms. */
export const customers = {
  x: { ines: '1900000000000000011', tomas: '1900000000000000012' },
  facebook: { ines: 'ines-okoro', tomas: 'tomas-vidal', mei: 'mei-lindqvist' },
} as const;

/** A desk that runs, customers who can write to it, and a browser for those who answer. */
export interface World {
  url: string;
  /** Address of the database. */
  dynamodb: string;
  browser: Browser;
  /** Somebody of that role sits down and signs in by the real page. */
  seat(role: Role, options?: SeatOptions): Promise<Seat>;
  /** Does something as a person on a platform. */
  act(platform: 'x' | 'facebook', action: string, body: object): Promise<void>;
  /** What the platform looks like from outside. */
  outside(platform: 'x' | 'facebook'): Promise<unknown>;
  /** Asks the API past the page. */
  api(
    role: Role,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  /** Waits until the desk has a conversation whose latest words are these; gives its id. */
  conversationSaying(text: string): Promise<string>;
  /** Cuts every live connection, as a train in a tunnel does. */
  cut(): Promise<number>;
  close(): Promise<void>;
}

const Cut = z.object({ cut: z.number() });
const Rows = z.object({ items: z.array(z.object({ id: z.string(), preview: z.string() })) });

/** Starts a stack with an empty table, and a browser. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hark-console-'));
  const [stack, browser] = await Promise.all([startLocalStack(folder), startChromium()]);
  const { url, dynamodb } = stack;
  const seats: Seat[] = [];
  const tokens = new Map<Role, Promise<string>>();
  const tokenOf = (role: Role) => {
    const token = tokens.get(role) ?? fetchAccessToken(url, role);
    tokens.set(role, token);
    return token;
  };

  const api: World['api'] = async (role, method, path, body, headers) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(role)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  return {
    url,
    dynamodb,
    browser,
    api,
    async seat(role, options) {
      const seat = await openSeat(browser, url, role, options);
      seats.push(seat);
      return seat;
    },
    async act(platform, action, body) {
      const answer = await fetch(`${url}/_local/outside/${platform}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${platform} refused ${action}: ${answer.status} ${text}`);
    },
    async outside(platform) {
      const answer = await fetch(`${url}/_local/outside/${platform}/state`);
      return answer.json();
    },
    conversationSaying: (text) =>
      eventually(`a conversation saying “${text}”`, async () => {
        const { body } = await api('agent', 'GET', '/api/conversations?limit=100');
        return Rows.safeParse(body).data?.items.find(({ preview }) => preview === text)?.id;
      }),
    async cut() {
      const answer = await fetch(`${url}/_local/live/cut`, { method: 'POST' });
      return Cut.parse(await answer.json()).cut;
    },
    async close() {
      await Promise.all(seats.map((seat) => seat.leave()));
      await browser.close();
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
