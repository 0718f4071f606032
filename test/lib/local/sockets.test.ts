import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod/mini';
import type { FunctionPool } from '../../../lib/local/function-pool.ts';
import { type Listening, listen } from '../../../lib/local/listening.ts';
import { openSockets, type Sockets } from '../../../lib/local/sockets.ts';
import { eventually } from './eventually.ts';

const Event = z.object({
  requestContext: z.object({ routeKey: z.string(), connectionId: z.string(), stage: z.string() }),
  queryStringParameters: z.optional(z.record(z.string(), z.string())),
  body: z.optional(z.string()),
});
type Event = z.infer<typeof Event>;

let server: Listening;
let sockets: Sockets;
let heard: Event[];
/** What `$connect` answers. */
let admits: number;

beforeEach(async () => {
  heard = [];
  admits = 200;
  const pool: FunctionPool = {
    definition: () => {
      throw new Error('Nobody asks for it.');
    },
    invoke: async (_arn, event) => {
      const parsed = Event.parse(event);
      heard.push(parsed);
      return { statusCode: parsed.requestContext.routeKey === '$connect' ? admits : 200 };
    },
    close: async () => {},
  };
  const routes = new Map(['$connect', '$default', '$disconnect'].map((key) => [key, 'arn']));
  sockets = openSockets([{ path: '/live', routes }], pool, () => {});
  server = await listen(0, (_request, response) => response.end());
  server.onUpgrade(sockets.upgrade);
});
afterEach(async () => {
  await sockets.close();
  await server.close();
});

const address = (path: string) => `${server.url.replace('http', 'ws')}${path}`;
const routesHeard = () => heard.map(({ requestContext }) => requestContext.routeKey);

/** Resolves to an open page and all that it is told, or to the refusal. */
function connect(path = '/live?ticket=t'): Promise<{ page: WebSocket; told: string[] } | string> {
  const page = new WebSocket(address(path));
  const told: string[] = [];
  page.on('message', (data) => told.push(data.toString()));
  return new Promise((resolve) => {
    page.once('open', () => resolve({ page, told }));
    page.once('error', ({ message }) => resolve(message));
  });
}

async function connected() {
  const found = await connect();
  if (typeof found === 'string') throw new Error(found);
  return { ...found, id: heard[0]?.requestContext.connectionId ?? '' };
}

describe('a WebSocket API on one machine', () => {
  it('asks $connect before a page is there, with what its address says', async () => {
    await connected();
    expect(heard).toMatchObject([
      {
        requestContext: { routeKey: '$connect', stage: 'live' },
        queryStringParameters: { ticket: 't' },
      },
    ]);
  });

  it('turns away whom $connect does not let in, and who asks for another path', async () => {
    admits = 401;
    expect(await connect()).toMatch(/401/);
    expect(await connect('/elsewhere')).toMatch(/404/);
    expect(routesHeard()).toEqual(['$connect']);
  });

  it('hands on what a page says, and to the page what a function says', async () => {
    const { page, told, id } = await connected();
    page.send('{"action":"ping"}');
    await eventually('the message', () => heard.find(({ body }) => body === '{"action":"ping"}'));
    expect(sockets.post(id, Buffer.from('{"type":"pong"}'))).toBe(true);
    await eventually('the answer', () => told[0]);
    expect(told).toEqual(['{"type":"pong"}']);
  });

  it.each([
    { name: 'the page goes', end: ({ page }: { page: WebSocket }) => page.close() },
    { name: 'the connection is cut', end: () => void sockets.cut() },
  ])('says that a page is gone when $name, and knows it no more', async ({ end }) => {
    const open = await connected();
    end(open);
    await eventually('the end', () => routesHeard().includes('$disconnect') || undefined);
    expect(sockets.post(open.id, Buffer.from('late'))).toBe(false);
  });
});
