import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Role } from './local-people.ts';
import { commandLineCallback, signInPath } from './sign-in.ts';
import { StartError } from './start-error.ts';

const Discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const Tokens = z.object({ access_token: z.string() });
const ClientId = z.object({ clientId: z.string() });

/** Longer than any honest sign-in takes. */
const REDIRECTS = 10;

/**
 * Signs in to the local stack at `url` as a browser would, through the code flow with PKCE, and returns the access token.
 * @throws StartError when no local stack answers there
 */
export async function fetchAccessToken(url: string, role: Role): Promise<string> {
  const { authorization_endpoint, token_endpoint } = Discovery.parse(
    await readJson(url, `${signInPath}/.well-known/openid-configuration`),
  );
  const { clientId } = ClientId.parse(await readJson(url, `${signInPath}/client`));
  const verifier = randomBytes(32).toString('base64url');
  const callback = `${url}${commandLineCallback}`;
  const start = new URL(authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid email profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = await signIn(start, callback, role);
  const answer = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code,
      code_verifier: verifier,
    }),
  });
  return Tokens.parse(await answer.json()).access_token;
}

/** Follows the redirects with the cookies that they set, presses the button of the role, and returns the code. */
async function signIn(start: URL, callback: string, role: Role): Promise<string> {
  const cookies = new Map<string, string>();
  let next = start;
  for (let step = 0; step < REDIRECTS; step += 1) {
    const onPage = next.pathname.startsWith(`${signInPath}/interaction/`);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie },
      ...(onPage ? { method: 'POST', body: new URLSearchParams({ role }) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The sign-in answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next);
    const code = next.searchParams.get('code');
    if (next.href.startsWith(callback) && code) return code;
  }
  throw new Error('The sign-in went round in circles.');
}

async function readJson(url: string, path: string): Promise<unknown> {
  try {
    const answer = await fetch(url + path);
    return await answer.json();
  } catch {
    throw new StartError(
      `No Hark answers on ${url}. Start it with npm start, and give its port with --port N.`,
    );
  }
}
