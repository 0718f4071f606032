import type { RequestListener } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { expect, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { routes } from '../../functions/api/routes.ts';
import type { ApiServices } from '../../functions/api/services.ts';
import { channelNamed } from '../../functions/channels/index.ts';
import { rateOf } from '../../functions/channels/rates.ts';
import { senderOf } from '../../functions/channels/senders.ts';
import type { SendingSecret } from '../../functions/channels/sending.ts';
import { applyEvent, type Desk } from '../../functions/desk.ts';
import type { Dispatch } from '../../functions/dispatch.ts';
import type { Conversation } from '../../functions/domain/conversation.ts';
import type { Message } from '../../functions/domain/message.ts';
import { sendMessage } from '../../functions/handlers/outbound.ts';
import { letLeave } from '../../functions/let-leave.ts';
import { problem } from '../../functions/problem.ts';
import type { Outgoing } from '../../functions/queues/send-batch.ts';
import type { HttpRequest } from '../../functions/shell.ts';
import { getMessage, latestMessages } from '../../functions/store/conversations.ts';
import { type DueItem, dueBy } from '../../functions/store/due.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import { isMessageId } from '../../functions/store/keys.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import type { Table } from '../../functions/store/table.ts';
import { type Listening, listen } from '../../lib/local/listening.ts';
import { startFacebook } from '../../lib/local/platforms/facebook.ts';
import { readBody } from '../../lib/local/platforms/http-body.ts';
import type { SimulatedAccount, Simulator } from '../../lib/local/platforms/simulator.ts';
import type { XSettings, XSimulator } from '../../lib/local/platforms/x/settings.ts';
import { startX } from '../../lib/local/platforms/x.ts';
import { type RecordedTelemetry, recordTelemetry } from './handlers/recorded-telemetry.ts';

/*
 * A desk between both simulated platforms: people write there, the desk hears of it by webhooks, agents answer by the API, and
 * the outbound worker takes what is due to the platforms over HTTP. Time is the test's to move.
 */

/** 2026-11-20T10:15:00Z, a Friday. */
export const MORNING = 1_795_169_700_000;

/** People of the simulated platforms. Liam takes no private messages. */
export const people = {
  x: { ines: '1900000000000000011', tomas: '1900000000000000012', liam: '1900000000000000016' },
  facebook: { ines: 'ines-okoro', tomas: 'tomas-vidal', mei: 'mei-lindqvist' },
} as const;

/** Where files would be; nobody attaches any here. */
const noBucket = {
  client: new S3Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  }),
  name: 'none',
};

const X_SECRET = 'consumer-secret';
const X_KEY = 'consumer-key';
const APP_SECRET = 'test-meta-app-secret-0123456789ab';

export const brand: SimulatedAccount = {
  id: '1800000000000000001',
  name: 'Larkspur Supply',
  handle: 'larkspursupply',
  token: 'token',
  tokenSecret: 'hush',
};
export const page: SimulatedAccount = {
  id: '108200000000001',
  name: 'Larkspur Supply',
  token: 'EAAtestPageToken1',
};

/**
 * When the desk understands a webhook: before the platform's answer to our call, which waits for it; or when the test lets it
 * `hear`.
 */
export type Hearing = 'at once' | 'later';

export interface WorldOptions {
  hearing?: Hearing;
  x?: Partial<XSettings>;
  xAccounts?: SimulatedAccount[];
  pages?: SimulatedAccount[];
}

export interface OutboundWorld {
  desk: Desk;
  dispatch: Dispatch;
  clock: { now: number };
  telemetry: RecordedTelemetry;
  x: XSimulator;
  facebook: Simulator;
  /** The tokens that the desk has, by channel and account; a test may change them. */
  secrets: Record<'x' | 'facebook', SendingSecret>;
  hearing: Hearing;
  /** Understands all webhooks that were not understood yet. */
  hear(): Promise<void>;
  /** Does something as a person on a platform, and waits for its webhook; gives the id of what it made. */
  act(platform: 'x' | 'facebook', action: string, body: object): Promise<string>;
  /** The same for what the platform tells nobody. */
  actUnseen(platform: 'x' | 'facebook', action: string, body: object): Promise<string>;
  /** What the outside world looks like. */
  state(platform: 'x' | 'facebook'): Promise<unknown>;
  /** Asks the API as an agent. */
  api(method: string, path: string, body?: unknown, asked?: Asked): Promise<Answer>;
  /** Answers in a conversation, a millisecond later; gives the id of the message. */
  reply(conversation: Conversation, body: object, asked?: Asked): Promise<string>;
  /** Moves the clock, and lets everything leave that falls due on the way, each at its instant. */
  pass(seconds: number): Promise<void>;
  /** Lets everything leave that is due now. */
  work(): Promise<void>;
  /** The open conversations, or the only one. */
  conversations(): Promise<Conversation[]>;
  conversation(): Promise<Conversation>;
  message(id: string): Promise<Message>;
  /** What we said in a conversation, as `text: state`; what the person received or read since is just sent. */
  said(conversation: Conversation): Promise<string[]>;
}

export interface Asked {
  role?: string;
  by?: string;
  groups?: string[];
  key?: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

const Made = z.object({ id: z.optional(z.string()), mid: z.optional(z.string()) });
const Stored = z.object({ message: z.object({ id: z.string() }) });

/** Opens a world at a table; it ends with the test. */
export async function openWorld(table: Table, options: WorldOptions = {}): Promise<OutboundWorld> {
  const clock = { now: MORNING };
  const telemetry = recordTelemetry();
  const desk: Desk = { table, clock: () => new Date(clock.now).toISOString(), orderedId };
  const ear = openEar(desk);
  const webhook = await open(ear.listener);
  const { xAccounts = [brand], pages = [page] } = options;
  const common = { file: ':memory:', port: 0, now: () => clock.now };
  const x = await startX({
    ...common,
    webhookUrl: `${webhook.url}/x`,
    appSecret: X_SECRET,
    consumerKey: X_KEY,
    accounts: xAccounts,
    settings: options.x ?? {},
  });
  onTestFinished(() => x.close());
  const facebook = await startFacebook({
    ...common,
    webhookUrl: `${webhook.url}/facebook`,
    appSecret: APP_SECRET,
    accounts: pages,
  });
  onTestFinished(() => facebook.close());
  const outside = await open(outsideOf({ x, facebook }));
  const secrets = {
    x: { signingKeys: [X_SECRET], consumerKey: X_KEY, accounts: tokensOf(xAccounts) },
    facebook: { signingKeys: [APP_SECRET], accounts: tokensOf(pages) },
  };
  const urls: Record<string, string> = { x: x.url, facebook: facebook.url };
  let nonces = 0;
  const dispatch: Dispatch = {
    desk,
    telemetry,
    senderOf,
    secrets: {
      of: async (channel) => structuredClone(channel === 'x' ? world.secrets.x : world.secrets.facebook),
    },
    apiUrlOf: (channel) => urls[channel] ?? '',
    rateOf,
    fetch,
    nonce: () => {
      nonces += 1;
      return `nonce${nonces}`;
    },
    bucket: noBucket,
  };
  const services: ApiServices = {
    ...dispatch,
    deadLetters: { list: async () => [], redrive: async () => undefined },
  };
  const conversations = async () => (await listInbox(table, { status: 'open', limit: 100 })).conversations;
  const world: OutboundWorld = {
    ...{ desk, dispatch, clock, telemetry, x, facebook, secrets, conversations },
    get hearing() {
      return ear.hearing;
    },
    set hearing(hearing) {
      ear.hearing = hearing;
    },
    hear: ear.hear,
    act: async (platform, action, body) => {
      const before = ear.count();
      const made = await ask(outside.url, platform, action, body);
      await expect.poll(() => ear.toldOf(made, before), { timeout: 20_000, interval: 5 }).toBe(true);
      await ear.heard();
      return made;
    },
    actUnseen: (platform, action, body) => ask(outside.url, platform, action, body),
    state: async (platform) => (await fetch(`${outside.url}/${platform}/state`)).json(),
    api: (method, path, body, asked) => askApi({ method, path, body, ...asked }, services),
    reply: async ({ id }, body, asked) => {
      clock.now += 1;
      const answer = await world.api('POST', `/api/conversations/${id}/replies`, body, asked);
      if (answer.status !== 202) throw new Error(`The reply was refused: ${JSON.stringify(answer.body)}`);
      return Stored.parse(answer.body).message.id;
    },
    work: () => workUntil(world, clock.now),
    pass: (seconds) => workUntil(world, clock.now + seconds * 1000),
    conversation: async () => {
      const [conversation, ...others] = await conversations();
      if (!conversation || others.length > 0)
        throw new Error(`There are ${others.length + (conversation ? 1 : 0)} conversations.`);
      return conversation;
    },
    message: async (id) => {
      const message = await getMessage(table, id);
      if (!message) throw new Error(`There is no message ${id}.`);
      return message;
    },
    said: async ({ id }) =>
      (await latestMessages(table, id, 100))
        .filter(({ direction }) => direction === 'outbound')
        .map(({ text, state }) => `${text}: ${state === 'delivered' || state === 'read' ? 'sent' : state}`),
  };
  world.hearing = options.hearing ?? 'at once';
  return world;
}

function tokensOf(accounts: SimulatedAccount[]): SendingSecret['accounts'] {
  return Object.fromEntries(
    accounts.map(({ id, name, token, tokenSecret }) => [id, { name, token, tokenSecret }]),
  );
}

/** The receiving end of the webhooks: understands each body as the edge and the inbound worker do, one after the other. */
function openEar(desk: Desk) {
  let turn = Promise.resolve();
  let unheard: { platform: string; body: unknown }[] = [];
  const arrived: string[] = [];
  const understand = async () => {
    const batch = unheard;
    unheard = [];
    for (const { platform, body } of batch) {
      const channel = channelNamed(platform);
      for (const fragment of channel?.split(body) ?? []) {
        const event = channel?.parse(fragment.body);
        if (event && event.kind !== 'unknown') await applyEvent(event, `webhook ${platform}`, desk);
      }
    }
  };
  const ear = {
    hearing: 'at once' as Hearing,
    hear: () => {
      turn = turn.then(understand);
      return turn;
    },
    count: () => arrived.length,
    /** Whether a webhook after the first ones names something. */
    toldOf: (id: string, after: number) => arrived.slice(after).some((text) => text.includes(id)),
    /** Resolves when all that came at once is understood. */
    heard: () => turn,
    listener: ((request, response) => {
      void readBody(request).then(async (bytes) => {
        // X asks whether the address is ours; it goes on without an answer.
        if (request.method !== 'POST') return response.writeHead(503).end();
        const text = bytes.toString('utf8');
        unheard.push({ platform: (request.url ?? '').slice(1), body: JSON.parse(text) });
        const heard = ear.hearing === 'at once' ? ear.hear() : undefined;
        arrived.push(text);
        await heard;
        return response.end();
      });
    }) satisfies RequestListener,
  };
  return ear;
}

async function open(listener: RequestListener): Promise<Listening> {
  const listening = await listen(0, listener);
  onTestFinished(() => listening.close());
  return listening;
}

/** `/<platform>/<action>`: the person's side of each simulator. */
function outsideOf(simulators: Record<'x' | 'facebook', Simulator>): RequestListener {
  return (request, response) => {
    const [, platform = '', ...rest] = (request.url ?? '').split('/');
    const simulator = platform === 'x' ? simulators.x : simulators.facebook;
    void simulator.outside(request, response, `/${rest.join('/')}`).then((found) => {
      if (!found) response.writeHead(404).end('{}');
    });
  };
}

async function ask(url: string, platform: string, action: string, body: object): Promise<string> {
  const [method = 'POST', path = action] = action.includes(' ') ? action.split(' ') : [undefined, action];
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/${platform}/${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${platform} refused ${action}: ${text}`);
  const { id, mid } = Made.parse(text === '' ? {} : JSON.parse(text));
  return id ?? mid ?? '';
}

let requests = 0;

async function askApi(
  {
    method,
    path,
    body,
    role = 'agent',
    by = `${role}-1`,
    groups = [role],
    key,
  }: Asked & {
    method: string;
    path: string;
    body?: unknown;
  },
  services: ApiServices,
): Promise<Answer> {
  requests += 1;
  const [pathname = '', query = ''] = path.split('?');
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replaceAll('{id}', '(?<id>[^/]+)')}$`);
    const found = pattern.exec(pathname);
    if (!found || route.method !== method) continue;
    const request: HttpRequest = {
      method,
      path: pathname,
      parameters: { ...found.groups },
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: key === undefined ? {} : { 'idempotency-key': key },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
      traceId: `request-${requests}`,
      claims: { sub: by, name: `The ${by}`, 'cognito:groups': groups },
    };
    try {
      const answer = await route.respond(request, services);
      return { status: answer.status, body: JSON.parse(answer.body ?? 'null') };
    } catch (error) {
      const refusal = problem(error, request.traceId);
      if (refusal.statusCode === 500) throw error;
      return { status: refusal.statusCode ?? 0, body: JSON.parse(refusal.body ?? 'null') };
    }
  }
  throw new Error(`There is no ${method} ${path}.`);
}

/** What falls due by the sweep's road: the due worker lets it leave, the outbound worker takes it up. */
async function workUntil(world: OutboundWorld, until: number): Promise<void> {
  const { desk, clock, dispatch } = world;
  for (let round = 0; round < 2000; round += 1) {
    const due = await earliest(desk.table, new Date(until).toISOString());
    const [first] = due;
    if (!first) {
      clock.now = Math.max(clock.now, until);
      return;
    }
    clock.now = Math.max(clock.now, Date.parse(first.dueAt));
    const now = desk.clock();
    const groups = Map.groupBy(
      due.filter(({ dueAt }) => dueAt <= now),
      ({ id }) => id.split('.')[0],
    );
    // The outbound queue is worked off one message after the other in each group, and groups beside each other.
    await Promise.all(
      [...groups.values()].map(async (group) => {
        for (const one of group) {
          const queued: Outgoing[] = [];
          await letLeave(one, {
            desk,
            enqueueOutbound: async (messages) => void queued.push(...messages),
          });
          for (const { body } of queued) await sendMessage({ body }, dispatch);
        }
      }),
    );
  }
  throw new Error('Something is due again and again.');
}

async function earliest(table: Table, until: string): Promise<DueItem[]> {
  const all: DueItem[] = [];
  for await (const dues of dueBy(table, until)) all.push(...dues.filter(({ id }) => isMessageId(id)));
  return all.sort((a, b) => (`${a.dueAt} ${a.id}` < `${b.dueAt} ${b.id}` ? -1 : 1));
}
