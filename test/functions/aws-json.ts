import { once } from 'node:events';
import { createServer } from 'node:http';
import * as z from 'zod/mini';

/** One request that a client of AWS made. */
export interface Asked {
  /** Name of the operation, such as `SendMessageBatch`. */
  operation: string;
  input: unknown;
}

/** What an answer says; a status of 400 and above is an error of the type that `body.__type` names. */
export interface Answer {
  status?: number;
  body: Record<string, unknown>;
}

/** An HTTP server that speaks the JSON protocols of AWS and answers as the test wants. */
export interface AwsJson {
  /** What its clients are made with. They ask once, so that a test sees every attempt. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
  asked: Asked[];
  close(): Promise<void>;
}

const Body = z.unknown();

export async function startAwsJson(answer: (asked: Asked) => Answer): Promise<AwsJson> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const operation = `${request.headers['x-amz-target']}`.split('.').at(-1) ?? '';
    const one = { operation, input: Body.parse(JSON.parse(Buffer.concat(chunks).toString())) };
    asked.push(one);
    const { status = 200, body } = answer(one);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    client: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
