import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { listen } from './listening.ts';

/** Pages of which origins may use a bucket, and how; as CloudFormation writes it. */
export interface CorsRule {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders: string[];
  MaxAge?: number | undefined;
}

/** S3 as functions and browsers reach it. */
export interface BucketDoor {
  /** Address, without a trailing slash. */
  url: string;
  /** Lets pages use a bucket by these rules. */
  allow(bucket: string, rules: CorsRule[]): void;
  close(): Promise<void>;
}

/** Stands before the engine and answers what it does not know of: a browser's question whether a page may upload. */
export async function startBucketDoor(engine: string): Promise<BucketDoor> {
  const rulesOf = new Map<string, CorsRule[]>();
  const server = await listen(0, (request, response) => {
    const bucket = /^\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
    const rule = ruleFor(request, rulesOf.get(bucket) ?? []);
    if (rule) response.setHeaders(corsHeaders(request, rule));
    if (request.method === 'OPTIONS') response.writeHead(rule ? 200 : 403).end();
    else pass(engine, request, response).catch(() => response.destroy());
  });
  return {
    url: server.url,
    allow: (bucket, rules) => void rulesOf.set(bucket, rules),
    close: server.close,
  };
}

function ruleFor({ method, headers }: IncomingMessage, rules: CorsRule[]): CorsRule | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const wanted = method === 'OPTIONS' ? headers['access-control-request-method'] : method;
  return rules.find(
    ({ AllowedOrigins, AllowedMethods }) =>
      AllowedOrigins.some((allowed) => allowed === '*' || allowed === origin) &&
      AllowedMethods.some((allowed) => allowed === wanted),
  );
}

function corsHeaders({ headers }: IncomingMessage, rule: CorsRule): Map<string, string> {
  return new Map([
    ['access-control-allow-origin', headers.origin ?? ''],
    ['access-control-allow-methods', rule.AllowedMethods.join(', ')],
    ['access-control-allow-headers', rule.AllowedHeaders.join(', ')],
    ['access-control-max-age', `${rule.MaxAge ?? 0}`],
    ['vary', 'origin'],
  ]);
}

async function pass(engine: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, headers, url = '/' } = request;
  const onward = send(`${engine}${url}`, { method, headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve).once('error', reject);
  });
  const [answer] = await Promise.all([answered, pipeline(request, onward)]);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
