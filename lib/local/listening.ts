import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { StartError } from './start-error.ts';

/** A server that listens on 127.0.0.1. */
export interface Listening {
  port: number;
  url: string;
  /** Stops listening and cuts what is still open. */
  close(): Promise<void>;
}

/**
 * Listens on a port of 127.0.0.1; 0 takes a free one.
 * @throws StartError when the port is taken or not allowed.
 */
export async function listen(port: number, handle: RequestListener): Promise<Listening> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(port, error)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = portOf(server);
  return {
    port: taken,
    url: `http://127.0.0.1:${taken}`,
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

function explain(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartError(`This user may not listen on port ${port}. Choose one above 1023 with --port N.`);
  }
  return error;
}
