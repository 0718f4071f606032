import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod/mini';
import type { FunctionPool } from './function-pool.ts';
import { splitUrl } from './http-event.ts';
import type { SocketApi } from './socket-apis.ts';

/** The connections of the stack's WebSocket APIs. */
export interface Sockets {
  /** Takes a request to speak WebSocket; one that leads to no API is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends to a connection; false when it is gone. */
  post(connectionId: string, message: Buffer): boolean;
  /** Cuts all connections without a word, as a train in a tunnel does; says how many. */
  cut(): number;
  close(): Promise<void>;
}

/** API Gateway's bound for a message. */
const MESSAGE_LIMIT_BYTES = 128 * 1024;
/** API Gateway ends a connection on which nothing was said for so long. */
const IDLE_MS = 600_000;

const Answer = z.object({ statusCode: z.number() });
type Kind = 'CONNECT' | 'MESSAGE' | 'DISCONNECT';

/**
 * Stands in for API Gateway's WebSocket APIs: calls `$connect` before a connection is there, then the route that a message names, and
 * `$disconnect` when it is over, however it ended.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html
 */
export function openSockets(
  apis: SocketApi[],
  pool: FunctionPool,
  onTrouble: (what: string, error: unknown) => void,
): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT_BYTES });
  const open = new Map<string, WebSocket>();
  const ending = new Set<Promise<unknown>>();

  async function call(api: SocketApi, kind: Kind, connectionId: string, more: object): Promise<number> {
    const routeKey = routeOf(kind);
    const functionArn = api.routes.get(routeKey);
    if (functionArn === undefined) return 200;
    const event = eventOf(api, { kind, routeKey, connectionId, more });
    return Answer.safeParse(await pool.invoke(functionArn, event)).data?.statusCode ?? 502;
  }

  async function connect(
    api: SocketApi,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    const connectionId = `${randomBytes(9).toString('base64url')}=`;
    const query = new URLSearchParams(splitUrl(request.url).search);
    const queryStringParameters = query.size > 0 ? Object.fromEntries(query) : undefined;
    const status = await call(api, 'CONNECT', connectionId, { queryStringParameters }).catch(() => 500);
    if (status >= 300) return refuse(socket, status);
    server.handleUpgrade(request, socket, head, (page) => attend(api, connectionId, page));
  }

  function attend(api: SocketApi, connectionId: string, page: WebSocket): void {
    open.set(connectionId, page);
    const silence = setTimeout(() => page.close(1001, 'Going away'), IDLE_MS).unref();
    page.on('message', (data: RawData) => {
      silence.refresh();
      const body = data.toString();
      call(api, 'MESSAGE', connectionId, { body }).catch((error: unknown) => onTrouble('live', error));
    });
    page.on('error', () => page.terminate());
    page.once('close', () => {
      clearTimeout(silence);
      open.delete(connectionId);
      const told = call(api, 'DISCONNECT', connectionId, {}).catch(() => {});
      ending.add(told);
      void told.finally(() => ending.delete(told));
    });
  }

  return {
    upgrade(request, socket, head) {
      const { pathname } = splitUrl(request.url);
      const api = apis.find(({ path }) => path === pathname);
      // A page that closes while it is being let in is nobody's trouble.
      socket.on('error', () => socket.destroy());
      if (api) void connect(api, request, socket, head);
      else refuse(socket, 404);
    },
    post(connectionId, message) {
      const page = open.get(connectionId);
      page?.send(message.toString('utf8'));
      return page !== undefined;
    },
    cut() {
      const pages = [...open.values()];
      for (const page of pages) page.terminate();
      return pages.length;
    },
    async close() {
      const closed = [...open.values()].map((page) => once(page, 'close'));
      for (const page of open.values()) page.terminate();
      server.close();
      await Promise.all(closed);
      await Promise.all(ending);
    },
  };
}

function routeOf(kind: Kind): string {
  if (kind === 'MESSAGE') return '$default';
  return kind === 'CONNECT' ? '$connect' : '$disconnect';
}

function eventOf(
  { path }: SocketApi,
  {
    kind,
    routeKey,
    connectionId,
    more,
  }: { kind: Kind; routeKey: string; connectionId: string; more: object },
) {
  return {
    requestContext: {
      routeKey,
      eventType: kind,
      connectionId,
      requestId: randomUUID(),
      requestTimeEpoch: Date.now(),
      stage: path.slice(1),
      apiId: 'local',
    },
    isBase64Encoded: false,
    ...more,
  };
}

function refuse(socket: Duplex, status: number): void {
  const words = status === 401 ? 'Unauthorized' : status === 404 ? 'Not Found' : 'Forbidden';
  socket.end(`HTTP/1.1 ${status} ${words}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
