import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  APIGatewayProxyWebsocketEventV2,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { type Config, type FunctionName, readConfig } from './config.ts';
import { Drop, Reject } from './errors.ts';
import { problem } from './problem.ts';
import { type Telemetry, telemetryOf } from './telemetry.ts';

/** An HTTP request without its transport. Header names are in lower case; the body is the bytes that were sent. */
export interface HttpRequest {
  method: string;
  path: string;
  parameters: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Names this request in every log line, event and alert that follows from it. */
  traceId: string;
  /** Claims of the verified token; empty on open routes. */
  claims: Readonly<Record<string, unknown>>;
}

export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** Builds what a function works with from its checked settings, once per cold start. */
export type Build<F extends FunctionName, S> = (config: Config<F>, telemetry: Telemetry) => S;

/** What a function works with; each part is built when it is first asked for, and kept while the function lives. */
interface Ready<S> {
  services: () => S;
  telemetry: () => Telemetry;
}

function onFirstUse<F extends FunctionName, S>(name: F, build: Build<F, S>): Ready<S> {
  let built: { services: S } | undefined;
  let telemetry: Telemetry | undefined;
  const telemetryOfThis = () => {
    telemetry ??= telemetryOf(name);
    return telemetry;
  };
  return {
    telemetry: telemetryOfThis,
    services: () => {
      built ??= { services: build(readConfig(name), telemetryOfThis()) };
      return built.services;
    },
  };
}

type Respond<S> = (request: HttpRequest, services: S) => Promise<HttpAnswer>;

/** A function behind one route of the HTTP API. A `Reject` becomes its 4xx problem; everything else is logged and becomes an opaque 500. */
export function endpoint<F extends FunctionName, S>(name: F, build: Build<F, S>, respond: Respond<S>) {
  const ready = onFirstUse(name, build);
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .onError(answerProblem(ready.telemetry))
    .handler(async (event) => resultOf(await respond(requestOf(event), ready.services())));
}

/** A function behind many routes of the HTTP API; what none of them answers is a 404 problem. */
export function router<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  routes: { method: Method; path: string; respond: Respond<S> }[],
) {
  const ready = onFirstUse(name, build);
  const dispatch = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes: routes.map(({ method, path, respond }) => ({
      method,
      path,
      handler: async (event: APIGatewayProxyEventV2) =>
        resultOf(await respond(requestOf(event), ready.services())),
    })),
    notFoundResponse: ({ method, path }) => {
      throw new Reject(404, `There is no ${method} ${path}. The README lists what there is.`);
    },
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(dispatch).onError(
    answerProblem(ready.telemetry),
  );
}

function resultOf({ status, headers, body }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, ...(headers && { headers }), body: body ?? '' };
}

function answerProblem(telemetry: () => Telemetry) {
  return async function answerProblem(
    request: middy.Request<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>,
  ): Promise<void> {
    const { error, event } = request;
    const { requestId: traceId } = event.requestContext;
    if (error instanceof Reject) telemetry().count('Refused', { status: `${error.status}` });
    else telemetry().error('the request failed', { traceId, error });
    request.response = problem(error, traceId);
  };
}

function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const { requestContext, headers, rawPath, isBase64Encoded } = event;
  return {
    method: requestContext.http.method,
    path: rawPath,
    parameters: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers,
    body: Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    traceId: requestContext.requestId,
    claims: claimsOf(requestContext),
  };
}

/** The authorizer's addition to the context, which the type of an open route does not have. */
function claimsOf(context: object): Record<string, unknown> {
  const authorizer = 'authorizer' in context ? context.authorizer : undefined;
  const jwt = isRecord(authorizer) ? authorizer.jwt : undefined;
  const claims = isRecord(jwt) ? jwt.claims : undefined;
  return isRecord(claims) ? claims : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a queue function does with one record, and what it does with one that can never succeed. */
export interface Work<S> {
  record: (record: SQSRecord, services: S) => Promise<void>;
  /** Keeps what was dropped; without it a drop is only counted. */
  drop?: (record: SQSRecord, drop: Drop, services: S) => Promise<void>;
}

/** A function behind a queue. Each record succeeds or fails for itself; a `Drop` is counted and acknowledged. */
export function worker<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  work: Work<S>,
  queue: 'standard' | 'fifo' = 'standard',
) {
  const { services, telemetry } = onFirstUse(name, build);
  const settle = async (record: SQSRecord): Promise<void> => {
    try {
      await settleDrop(record, services(), work, telemetry());
    } catch (error) {
      const { messageId } = record;
      telemetry().error('a record failed and will be delivered again', { messageId, error });
      throw error;
    }
  };
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event, context) => {
    const options = { context, throwOnFullBatchFailure: false };
    return queue === 'fifo'
      ? processPartialResponse(event, settle, new SqsFifoPartialProcessorAsync(), {
          ...options,
          skipGroupOnError: true,
        })
      : processPartialResponse(event, settle, new BatchProcessor(EventType.SQS), options);
  });
}

/** A function behind a queue that gains by taking what came together as one: what became of each record, in their order. */
export function batchWorker<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  work: (records: SQSRecord[], services: S) => Promise<PromiseSettledResult<void>[]>,
) {
  const { services, telemetry } = onFirstUse(name, build);
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const outcomes = await work(Records, services());
    const batchItemFailures = Records.flatMap(({ messageId }, index) => {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') return [];
      const error: unknown = outcome?.reason;
      if (error instanceof Drop) {
        telemetry().count('Dropped', { reason: error.reason });
        return [];
      }
      telemetry().error('a record failed and will be delivered again', { messageId, error });
      return [{ itemIdentifier: messageId }];
    });
    return { batchItemFailures };
  });
}

/** What is dropped counts as dropped only once it is kept. */
async function settleDrop<S>(
  record: SQSRecord,
  services: S,
  work: Work<S>,
  telemetry: Telemetry,
): Promise<void> {
  try {
    await work.record(record, services);
  } catch (error) {
    if (!(error instanceof Drop)) throw error;
    await work.drop?.(record, error, services);
    telemetry.count('Dropped', { reason: error.reason });
  }
}

/** A function behind the table's stream: the batch succeeds or is delivered again as a whole, in order. */
export function streamWorker<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  work: (records: DynamoDBRecord[], services: S) => Promise<void>,
) {
  const ready = onFirstUse(name, build);
  return middy<DynamoDBStreamEvent, void>().handler(async (event) => work(event.Records, ready.services()));
}

/** What happens on a page's live connection. */
export interface SocketEvent {
  kind: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  connectionId: string;
  /** Of the address that the page connected to; empty afterwards. */
  query: Readonly<Record<string, string | undefined>>;
  body: string;
}

/** Only the first event of a connection has an address, and so a query, which the type does not know of. */
type SocketInput = APIGatewayProxyWebsocketEventV2 & {
  queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
};

/** A function behind the WebSocket API, answering with a status; one of 400 and more on connecting turns the page away. */
export function socket<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  respond: (event: SocketEvent, services: S) => Promise<number>,
) {
  const ready = onFirstUse(name, build);
  return middy<SocketInput, APIGatewayProxyStructuredResultV2>().handler(async (event) => {
    const { eventType: kind, connectionId } = event.requestContext;
    const query = event.queryStringParameters ?? {};
    const statusCode = await respond({ kind, connectionId, query, body: event.body ?? '' }, ready.services());
    return { statusCode };
  });
}

/** A function behind a schedule. */
export function tick<F extends FunctionName, S>(
  name: F,
  build: Build<F, S>,
  work: (services: S) => Promise<void>,
) {
  const ready = onFirstUse(name, build);
  return middy<unknown, void>().handler(async () => work(ready.services()));
}
