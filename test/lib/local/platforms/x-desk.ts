import { createHmac } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { readBody } from '../../../../lib/local/platforms/http-body.ts';
import { CONSUMER_SECRET } from './x-accounts.ts';

const Activity = z.object({
  data: z.object({
    event_uuid: z.string(),
    event_type: z.string(),
    filter: z.record(z.string(), z.string()),
    tag: z.optional(z.string()),
    payload: z.record(z.string(), z.unknown()),
    includes: z.optional(z.record(z.string(), z.unknown())),
  }),
});
export type Activity = z.infer<typeof Activity>['data'];

/** A desk that answers challenges, checks signatures with node:crypto, and keeps what it took. */
export interface Desk {
  url: string;
  /** Raw bodies, in the order in which they came. */
  bodies: string[];
  challenges: number;
  /** Those of the X Activity API. */
  activities(): Activity[];
  types(): string[];
  /** Status that a delivery is answered with. */
  status: () => number;
  /** What a challenge is answered with, by the right token. */
  answerChallenge: (token: string) => { status: number; body: string };
}

export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const signed = (bytes: string | Buffer) =>
  `sha256=${createHmac('sha256', CONSUMER_SECRET).update(bytes).digest('base64')}`;

export async function startDesk(): Promise<Desk> {
  const desk: Desk = {
    url: '',
    bodies: [],
    challenges: 0,
    activities: () =>
      desk.bodies.flatMap((body) => {
        const read = Activity.safeParse(JSON.parse(body));
        return read.success ? [read.data.data] : [];
      }),
    types: () => desk.activities().map(({ event_type }) => event_type),
    status: () => 200,
    answerChallenge: (token) => ({ status: 200, body: JSON.stringify({ response_token: signed(token) }) }),
  };
  const origin = await listen(async (request, response) => {
    const bytes = await readBody(request);
    if (request.method === 'GET') {
      desk.challenges += 1;
      const token = new URL(request.url ?? '', 'http://desk').searchParams.get('crc_token') ?? '';
      const { status, body } = desk.answerChallenge(token);
      response.writeHead(status).end(body);
      return;
    }
    const isSigned = request.headers['x-twitter-webhooks-signature'] === signed(bytes);
    const status = isSigned ? desk.status() : 403;
    if (status === 200) desk.bodies.push(bytes.toString());
    response.writeHead(status).end();
  });
  desk.url = `${origin}/webhooks/x`;
  return desk;
}
