import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalConsole } from './console.ts';
import { splitUrl } from './http-event.ts';
import type { MailBox } from './mail.ts';
import { mailPage } from './mail-page.ts';
import type { Outside } from './outside.ts';
import { type SignIn, signInPath } from './sign-in.ts';
import type { Sockets } from './sockets.ts';
import type { StatusFiles } from './status-files.ts';

/** What answers on the main port beside the HTTP API; all but the console below `/_local`. */
export interface LocalParts {
  mails: MailBox;
  signIn: SignIn;
  sockets: Sockets;
  /** Undefined where the stack takes no webhooks. */
  outside: Outside | undefined;
  /** Undefined where the stack has no console. */
  console: LocalConsole | undefined;
  /** Undefined where the stack has no status page. */
  status: StatusFiles | undefined;
}

/** Answers a request below `/_local`; false when there is nothing at that path. */
export async function answerLocally(
  { mails, signIn, sockets, outside }: LocalParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = splitUrl(request.url);
  if (pathname.startsWith(`${signInPath}/`)) {
    await signIn(request, response);
    return true;
  }
  if (pathname === '/_local/live/cut' && request.method === 'POST') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ cut: sockets.cut() }));
    return true;
  }
  if (pathname === '/_local/mails') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(mails.all()));
    return true;
  }
  if (pathname === '/_local/mails.html') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:",
    });
    response.end(mailPage(mails.all()));
    return true;
  }
  return (await outside?.answer(request, response, pathname)) ?? false;
}
