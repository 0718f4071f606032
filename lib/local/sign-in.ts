import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import Provider from 'oidc-provider';
import * as z from 'zod/mini';
import { splitUrl } from './http-event.ts';
import type { Resolve } from './intrinsics.ts';
import { localPeople } from './local-people.ts';
import { readBody } from './platforms/http-body.ts';
import type { SignInKeys } from './sign-in-keys.ts';
import { leavingPage, signInPage } from './sign-in-page.ts';
import { openSignInStore } from './sign-in-store.ts';
import type { Template } from './template.ts';

/** Path under which the sign-in answers on the main port; with the address before it, the issuer of its tokens. */
export const signInPath = '/_local/sign-in';
/** Ends a session and leads back to `logout_uri`, as Cognito's `/logout` does. */
export const signOutPath = `${signInPath}/sign-out`;
/** What the console asks to know of whoever signs in. */
export const signInScope = 'openid email profile';
/** Where the command-line client gets its code; nothing needs to answer there. */
export const commandLineCallback = `${signInPath}/command-line`;

/** An OAuth client of the template, such as the console. */
export interface SignInClient {
  id: string;
  callbackUrls: string[];
  logoutUrls: string[];
}

const Urls = z._default(z.array(z.string()), []);
const ClientProperties = z.object({ CallbackURLs: Urls, LogoutURLs: Urls });

/** Reads the user pool clients of the template. */
export function readSignInClients(template: Template, resolve: Resolve): SignInClient[] {
  return template.resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolClient')
    .map(({ logicalId, properties: { CallbackURLs, LogoutURLs } }) => {
      const urls = ClientProperties.parse(resolve({ CallbackURLs, LogoutURLs }));
      return { id: logicalId, callbackUrls: urls.CallbackURLs, logoutUrls: urls.LogoutURLs };
    });
}

/** Answers a request below {@link signInPath}. */
export type SignIn = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Stands in for Cognito: the same OpenID Connect code flow with PKCE and the same claims in the access token, with a page that
 * asks for no password. `<issuer>/client` tells which client to sign in with. It also puts `aud`, `name` and `email` into the access token, which Cognito does not.
 */
export function createSignIn(
  origin: string,
  clients: SignInClient[],
  keys: SignInKeys,
  database: DatabaseSync,
): SignIn {
  const provider: Provider = new Provider(`${origin}${signInPath}`, {
    ...settings(origin, clients, keys),
    adapter: openSignInStore(database),
    // Nobody is asked to consent: desk and sign-in belong to the same people.
    loadExistingGrant: async (context: unknown) => grantAll(provider, GrantContext.parse(context).oidc),
  });
  const answer = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const role = new URLSearchParams((await readBody(request)).toString('utf8')).get('role');
      const person = localPeople.find((each) => each.role === role);
      if (person) {
        return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
      }
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(signInPage(`${signInPath}/interaction/${uid}`));
  }

  return async (request, response) => {
    if (request.url?.startsWith(`${signInPath}/interaction/`)) {
      return interact(request, response).catch((error: unknown) => {
        response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(
          `This sign-in has ended (${String(error)}). Start again from the page that sent you here.\n`,
        );
      });
    }
    if (request.url === `${signInPath}/client`) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ clientId: clients[0]?.id, issuer: `${origin}${signInPath}` }));
      return;
    }
    if (splitUrl(request.url).pathname === signOutPath) {
      response.writeHead(303, { location: endOfSession(request.url) }).end();
      return;
    }
    const mounted = Object.assign(request, { originalUrl: request.url });
    mounted.url = request.url?.slice(signInPath.length) || '/';
    answer(mounted, response);
  };
}

/** The library's own address for it, which names the same things otherwise. */
function endOfSession(url = ''): string {
  const asked = new URLSearchParams(splitUrl(url).search);
  const words = new URLSearchParams({
    client_id: asked.get('client_id') ?? '',
    post_logout_redirect_uri: asked.get('logout_uri') ?? '',
  });
  return `${signInPath}/session/end?${words}`;
}

const GrantContext = z.object({
  oidc: z.object({
    account: z.object({ accountId: z.string() }),
    client: z.object({ clientId: z.string() }),
  }),
});
const scopes = ['openid', 'email', 'profile', 'offline_access'];

async function grantAll(
  provider: Provider,
  { account, client }: z.infer<typeof GrantContext>['oidc'],
): Promise<unknown> {
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(resource, scopes.join(' '));
  await grant.save();
  return grant;
}

/** The one API that tokens are for; without a resource the library gives tokens that nobody can read. */
const resource = 'urn:hark:api';
const HOUR = 3600;
const Token = z.object({ accountId: z.optional(z.string()) });
const Client = z.object({ clientId: z.string() });

function settings(origin: string, clients: SignInClient[], keys: SignInKeys): Record<string, unknown> {
  return {
    clients: clients.map(({ id, callbackUrls, logoutUrls }) => ({
      client_id: id,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [...new Set([...callbackUrls, `${origin}/`, `${origin}${commandLineCallback}`])],
      post_logout_redirect_uris: [...new Set([...logoutUrls, `${origin}/`])],
    })),
    jwks: { keys: [keys.privateKey] },
    cookies: { keys: [keys.cookieKey] },
    scopes,
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'username', 'cognito:groups'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    findAccount: (_context: unknown, id: string) => account(id),
    extraTokenClaims: (_context: unknown, token: unknown) => accessClaims(Token.parse(token).accountId),
    interactions: {
      url: (_context: unknown, { uid }: { uid: string }) => `${signInPath}/interaction/${uid}`,
    },
    ttl: {
      AccessToken: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 12 * HOUR,
      Grant: 7 * 24 * HOUR,
      RefreshToken: 7 * 24 * HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: leaveUnasked },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: unknown, _resource: string, client: unknown) => ({
          scope: scopes.join(' '),
          audience: Client.parse(client).clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: HOUR,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** Cognito asks nobody whether they are sure, so neither is asked here. */
async function leaveUnasked(context: unknown, form: string): Promise<void> {
  Object.assign(Object(context), { body: leavingPage(form) });
}

function account(id: string) {
  const person = localPeople.find(({ sub }) => sub === id);
  if (!person) return undefined;
  return {
    accountId: id,
    claims: () => ({ ...accessClaims(id), sub: id, email_verified: true }),
  };
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
function accessClaims(id: string | undefined) {
  const person = localPeople.find(({ sub }) => sub === id);
  if (!person) return undefined;
  const { role, name, email } = person;
  return { username: role, name, email, 'cognito:groups': [role], token_use: 'access' };
}
