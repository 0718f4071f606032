import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { EventBus } from './event-bus.ts';
import { type Listening, listen } from './listening.ts';
import type { MailBox } from './mail.ts';
import { readBody } from './platforms/http-body.ts';
import { getSecretValue } from './secrets.ts';
import type { Sockets } from './sockets.ts';

/** The services that this endpoint stands in for. */
export interface Services {
  bus: EventBus;
  mails: MailBox;
  secrets: ReadonlyMap<string, string>;
  sockets: Pick<Sockets, 'post'>;
}

interface Answer {
  status: number;
  body: unknown;
}

/**
 * Answers EventBridge and Secrets Manager (AWS JSON 1.1, told apart by `x-amz-target`), SES v2 and the connections of WebSocket APIs
 * (REST), on a free port.
 * A call that it does not know gets an error that names it. The services
 * are asked for with each call, because they are made of functions that know this endpoint's address.
 */
export async function startServiceEndpoint(services: () => Services): Promise<Listening> {
  return listen(0, (request, response) => {
    answer(services(), request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, ...failure(error)),
    );
  });
}

async function answer(services: Services, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request);
  const json = (): unknown => JSON.parse(body.toString('utf8'));
  const target = request.headers['x-amz-target'];
  const operation = target ?? `${request.method} ${request.url}`;
  const connectionId = /^\/@connections\/([^/?]+)$/.exec(request.url ?? '')?.[1];
  if (connectionId !== undefined && request.method === 'POST') {
    const sent = services.sockets.post(decodeURIComponent(connectionId), body);
    return sent ? { status: 200, body: {} } : { status: 410, body: { __type: 'GoneException' } };
  }
  switch (operation) {
    case 'AWSEvents.PutEvents':
      return { status: 200, body: await services.bus.putEvents(json()) };
    case 'secretsmanager.GetSecretValue': {
      const value = getSecretValue(services.secrets, json());
      if (value) return { status: 200, body: value };
      const message = "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT";
      return { status: 400, body: { __type: 'ResourceNotFoundException', message } };
    }
    case 'POST /v2/email/outbound-emails':
      return { status: 200, body: services.mails.send(json()) };
    default:
      return {
        status: 400,
        body: { __type: 'UnknownOperationException', message: `The local runner has no ${operation}.` },
      };
  }
}

function failure(error: unknown): [number, unknown] {
  if (error instanceof z.core.$ZodError || error instanceof SyntaxError) {
    return [400, { __type: 'ValidationException', message: error.message }];
  }
  return [
    500,
    { __type: 'InternalFailure', message: error instanceof Error ? error.message : String(error) },
  ];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const type = z.object({ __type: z.string() }).safeParse(body).data?.__type;
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
  });
  response.end(JSON.stringify(body));
}
