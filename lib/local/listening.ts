import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { StartError } from './start-error.ts';

/** A server that listens on 127.0.0.1. */
export interface Listening {
  port: number;
  url: string;
  /** Hears of requests to speak another protocol. */
  onUpgrade(handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): void;
  /** Stops listening and cuts what is still open. */
  close(): Promise<void>;
}

const Refusal = z.object({ code: z.optional(z.string()) });

/**
 * Listens on a port of 127.0.0.1; 0 takes a free one. `patienceMs` is how long to wait for a taken one, which whoever was
 * killed a moment ago may be about to let go.
 * @throws StartError when the port is taken or not allowed.
 */
export async function listen(port: number, handle: RequestListener, patienceMs = 0): Promise<Listening> {
  const server = createServer(handle);
  for (const until = Date.now() + patienceMs; !server.listening; await sleep(50)) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      break;
    } catch (error) {
      const reason = Refusal.parse(error);
      if (reason.code !== 'EADDRINUSE' || Date.now() >= until) throw explain(port, reason.code) ?? error;
    }
  }
  const taken = portOf(server);
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
    onUpgrade: (handle) => void server.on('upgrade', handle),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address === 'object' && address) return address.port;
  throw new Error('The server has no port.');
}

function explain(port: number, code: string | undefined): StartError | undefined {
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(`This user may not listen on port ${port}. Choose one above 1023 with --port N.`);
  }
  return undefined;
}
