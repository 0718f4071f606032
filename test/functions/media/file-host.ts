import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';

/** A host of files that answers as it is told, until the test is over. */
export interface FileHost {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** Paths that were asked for, with the headers that came along. */
  asked: { path: string; headers: Record<string, string | string[] | undefined> }[];
}

export async function startFileHost(answers: Record<string, RequestListener>): Promise<FileHost> {
  const asked: FileHost['asked'] = [];
  const server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    asked.push({ path, headers });
    const answer = answers[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The host has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}

/** Answers with a file. */
export const file =
  (bytes: Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length, ...headers }).end(bytes);
  };

/** Answers with a status and, if it says where to, a redirect. */
export const status =
  (code: number, location?: string): RequestListener =>
  (_request, response) => {
    response.writeHead(code, location === undefined ? {} : { location }).end();
  };
