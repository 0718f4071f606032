import { S3Client } from '@aws-sdk/client-s3';
import type { ApiServices } from '../../../functions/api/services.ts';
import { applyEvent, type Desk } from '../../../functions/desk.ts';
import type { MessageEvent } from '../../../functions/domain/inbound-event.ts';
import type { Bucket } from '../../../functions/media/bucket.ts';
import { problem } from '../../../functions/problem.ts';
import type { HttpAnswer, HttpRequest } from '../../../functions/shell.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Table } from '../../../functions/store/table.ts';

/** When customers write in these tests; X has two hours to answer. */
export const ASKED = '2026-11-20T10:00:00.000Z';

type Respond = (request: HttpRequest, services: ApiServices) => Promise<HttpAnswer>;

/** An answer with its body read as JSON. */
export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** What routes work with, at a table; the time is the test's to set. Nothing is sent to a platform. */
export interface ApiDesk {
  desk: Desk;
  services: ApiServices;
  time: { now: string };
  /** Asks a route; a refusal comes back as the problem that the shell makes of it. */
  ask(respond: Respond, request?: Partial<HttpRequest>): Promise<Answered>;
  /** Lets a customer, or our side on the platform, say something. */
  say(nativeId: string, fields?: Partial<MessageEvent>): Promise<void>;
  /** The id of the only open conversation. */
  conversationId(): Promise<string>;
}

export function claimsOf(role: string, id = `${role}-1`): Record<string, unknown> {
  return { sub: id, name: `The ${role}`, 'cognito:groups': [role] };
}

/** A request by an agent; the body is sent as JSON. */
export function apiRequest(fields: Partial<HttpRequest> = {}, body?: unknown): Partial<HttpRequest> {
  return {
    claims: claimsOf('agent'),
    ...(body !== undefined && { body: Buffer.from(JSON.stringify(body)) }),
    ...fields,
  };
}

let requests = 0;
/** A bucket for desks without files, which nobody asks for any. */
const noFiles: Bucket = { client: new S3Client({ region: 'us-east-1' }), name: 'no-files' };

export function openApiDesk(table: Table, bucket = noFiles): ApiDesk {
  const time = { now: ASKED };
  const desk: Desk = { table, clock: () => time.now, orderedId };
  const services: ApiServices = {
    desk,
    senderOf: () => undefined,
    secrets: { of: async () => Promise.reject(new Error('No secret is needed here.')) },
    apiUrlOf: () => '',
    fetch: async () => Promise.reject(new Error('Nothing is sent here.')),
    nonce: () => 'nonce',
    deadLetters: { list: async () => [], redrive: async () => undefined },
    bucket,
  };
  return {
    desk,
    services,
    time,
    ask: async (respond, fields = apiRequest()) => {
      requests += 1;
      const request: HttpRequest = {
        method: 'GET',
        path: '/api',
        parameters: {},
        query: {},
        headers: {},
        body: Buffer.alloc(0),
        traceId: `request-${requests}`,
        claims: claimsOf('agent'),
        ...fields,
      };
      return answered(await respond(request, services).catch((error) => refusal(error, request.traceId)));
    },
    say: async (nativeId, fields = {}) => {
      await applyEvent(saying(nativeId, fields), `trace of ${nativeId}`, desk);
    },
    conversationId: async () => {
      const { conversations } = await listInbox(table, { status: 'open', limit: 2 });
      if (conversations.length !== 1) throw new Error(`There are ${conversations.length} conversations.`);
      return conversations[0]?.id ?? '';
    },
  };
}

function saying(nativeId: string, fields: Partial<MessageEvent>): MessageEvent {
  return {
    kind: 'message',
    channel: 'x',
    accountId: '18',
    at: ASKED,
    nativeId,
    direction: 'inbound',
    visibility: 'public',
    person: { nativeId: 'ines', name: 'Ines Okoro', handle: 'ines_okoro_ex', followers: 51_200 },
    text: `text of ${nativeId}`,
    attachments: [],
    ...fields,
  };
}

function refusal(error: unknown, traceId: string): HttpAnswer {
  const { statusCode = 0, headers = {}, body = '' } = problem(error, traceId);
  const texts = Object.entries(headers).map(([name, value]) => [name, `${value}`]);
  return { status: statusCode, headers: Object.fromEntries(texts), body };
}

function answered({ status, headers = {}, body = '' }: HttpAnswer): Answered {
  return { status, headers, body: body === '' ? undefined : JSON.parse(body) };
}
