import { createServer, type ServerHttp2Session } from 'node:http2';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

/** What a call of the Converse API asked. */
export interface Conversed {
  model: string;
  body: unknown;
}

/** A server that speaks the Converse API over HTTP/2, as Bedrock does, and says what the test wants. */
export interface ModelServer {
  client: BedrockRuntimeClient;
  calls: Conversed[];
  /** What the next calls are answered; `undefined` leaves them waiting. */
  next(answer: { status: number; body: unknown } | undefined): void;
  close(): Promise<void>;
}

export const saying = (text: string, totalTokens = 50) => ({
  status: 200,
  body: {
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: totalTokens - 10, outputTokens: 10, totalTokens },
    metrics: { latencyMs: 1 },
  },
});

export async function openModelServer(): Promise<ModelServer> {
  const calls: Conversed[] = [];
  const sessions = new Set<ServerHttp2Session>();
  let answer: { status: number; body: unknown } | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const model = decodeURIComponent(/^\/model\/([^/]+)\/converse$/.exec(request.url)?.[1] ?? '');
      calls.push({ model, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      if (!answer) return;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  server.on('session', (session) => sessions.add(session));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new BedrockRuntimeClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client,
    calls,
    next: (wanted) => {
      answer = wanted;
    },
    close: async () => {
      client.destroy();
      for (const session of sessions) session.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
