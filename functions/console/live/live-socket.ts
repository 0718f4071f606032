import * as z from 'zod/mini';
import { Row } from '../api/row.ts';
import { jitter } from '../browser/chance.ts';

const Looker = z.object({ agentId: z.string(), name: z.string(), typing: z.optional(z.boolean()) });
export type Looker = z.infer<typeof Looker>;

/** What the desk tells by itself. */
const Push = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('conversation'),
    conversation: Row,
    events: z._default(z.array(z.string()), []),
    by: z.optional(z.unknown()),
  }),
  z.object({ type: z.literal('presence'), conversationId: z.string(), people: z.array(Looker) }),
  z.object({ type: z.literal('counts'), counts: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('pong') }),
]);
export type Push = z.infer<typeof Push>;

/** What the page tells the desk. */
export type Told =
  | { action: 'look'; conversationId: string | null }
  | { action: 'type'; conversationId: string; typing: boolean }
  | { action: 'ping' };

/** `off`: this desk has no live updates. `lost`: it has, and they do not come just now. */
export type LiveState = 'connecting' | 'on' | 'lost' | 'off';

export interface LiveParts {
  /** The address with a new ticket; undefined when the desk has no live updates. Throws when it cannot be reached. */
  address(): Promise<string | undefined>;
  onPush(push: Push): void;
  onState(state: LiveState): void;
  /** The connection stands; `again` after one was lost, so that pushes may have been missed. */
  onOpen(again: boolean): void;
}

export interface LiveSocket {
  tell(told: Told): void;
  close(): void;
}

/** API Gateway ends a connection on which nothing was said for ten minutes. */
const PING_MS = 8 * 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Keeps a connection to the desk: a lost one is made again after growing pauses, and at once when the device is back online. */
export function openLive({ address, onPush, onState, onOpen }: LiveParts): LiveSocket {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE_MS;
  let closed = false;
  let wasOpen = false;

  async function connect(): Promise<void> {
    clearTimeout(timer);
    const url = await address().catch(() => null);
    if (closed) return;
    if (url === undefined) return onState('off');
    if (url === null) return retry();
    const opening = new WebSocket(url);
    socket = opening;
    opening.addEventListener('open', () => {
      pause = FIRST_PAUSE_MS;
      onState('on');
      onOpen(wasOpen);
      wasOpen = true;
    });
    opening.addEventListener('message', ({ data }) => {
      const push = readPush(data);
      if (push) onPush(push);
    });
    opening.addEventListener('close', () => {
      if (socket === opening) retry();
    });
  }

  function retry(): void {
    socket = undefined;
    if (closed) return;
    onState('lost');
    timer = setTimeout(() => void connect(), pause * (0.5 + jitter()));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  const ping = setInterval(() => tell({ action: 'ping' }), PING_MS);
  const onOnline = () => {
    if (socket === undefined) void connect();
  };
  window.addEventListener('online', onOnline);

  function tell(told: Told): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(told));
  }

  void connect();
  return {
    tell,
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(ping);
      window.removeEventListener('online', onOnline);
      socket?.close();
    },
  };
}

/** A push that this page understands; a newer desk may send others. */
export function readPush(data: unknown): Push | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return Push.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
