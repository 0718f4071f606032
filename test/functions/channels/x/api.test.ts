import { expect, it } from 'vitest';
import type { Access } from '../../../../functions/channels/sending.ts';
import { openApi } from '../../../../functions/channels/x/api.ts';
import { ACCOUNT, MORNING } from './scripted-api.ts';

const secret = {
  signingKeys: ['newest-consumer-secret', 'older'],
  consumerKey: 'consumer-key',
  accounts: { [ACCOUNT]: { token: 'token', tokenSecret: 'token-secret' } },
};

/** An access whose `fetch` keeps what it is given and answers as told. */
function accessTo(answer: () => Promise<Response>, more: Partial<Access> = {}) {
  const requests: Request[] = [];
  const fetch: Access['fetch'] = (input, init) => {
    requests.push(new Request(input, init));
    return answer();
  };
  const apiUrl = 'https://api.x.com';
  const access: Access = { secret, accountId: ACCOUNT, apiUrl, fetch, now: MORNING, nonce: 'word', ...more };
  return { access, requests };
}

const authorizationOf = (request: Request | undefined) => request?.headers.get('authorization') ?? '';
const nonceOf = (request: Request | undefined) => /oauth_nonce="([^"]*)"/.exec(authorizationOf(request))?.[1];
const json = (body: unknown) => async () => Response.json(body);

it('signs a call with the newest consumer secret and the token of the account', async () => {
  const { access, requests } = accessTo(json({ data: 1 }));
  const reply = await openApi(access)?.call({ method: 'POST', path: '/2/tweets', json: { text: 'ä' } });
  expect(reply).toMatchObject({ answered: true, status: 200, body: { data: 1 } });
  const [request] = requests;
  expect(request?.url).toBe('https://api.x.com/2/tweets');
  expect(request?.headers.get('content-type')).toBe('application/json');
  expect(await request?.text()).toBe('{"text":"ä"}');
  expect(authorizationOf(request)).toContain('oauth_consumer_key="consumer-key"');
  expect(authorizationOf(request)).toContain('oauth_token="token"');
  expect(authorizationOf(request)).toContain('oauth_timestamp="1795169700"');
});

it('never uses a nonce twice, since X refuses that', async () => {
  const { access, requests } = accessTo(json({}));
  const api = openApi(access);
  await api?.call({ method: 'GET', path: '/2/users/1/tweets', query: { a: 'b,c' } });
  await api?.call({ method: 'GET', path: '/2/users/1/tweets', query: { a: 'b,c' } });
  expect(requests[0]?.url).toBe('https://api.x.com/2/users/1/tweets?a=b%2Cc');
  expect(nonceOf(requests[0])).toMatch(/^word/);
  expect(nonceOf(requests[0])).not.toBe(nonceOf(requests[1]));
});

it('leaves the type of a form to fetch, which knows its boundary', async () => {
  const { access, requests } = accessTo(json({}));
  const form = new FormData();
  form.set('media', new Blob(['x']));
  await openApi(access)?.call({ method: 'POST', path: '/2/media/upload/1/append', form });
  expect(requests[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
});

it.each([
  ['the consumer key', { ...secret, consumerKey: undefined }],
  ['any consumer secret', { ...secret, signingKeys: [] }],
  ['the account', { ...secret, accounts: {} }],
  ['the token secret', { ...secret, accounts: { [ACCOUNT]: { token: 'token' } } }],
])('cannot speak without %s', (_name, incomplete) => {
  expect(openApi(accessTo(json({}), { secret: incomplete }).access)).toBeUndefined();
});

it('cannot speak as an account that every object inherits', () => {
  expect(openApi(accessTo(json({}), { accountId: 'constructor' }).access)).toBeUndefined();
});

it('reads an answer that is no JSON as one without a body', async () => {
  const { access } = accessTo(async () => new Response('<html>', { status: 502 }));
  const reply = await openApi(access)?.call({ method: 'GET', path: '/2/users/me' });
  expect(reply).toMatchObject({ answered: true, status: 502, body: undefined });
});

const cutOff = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });

it.each([
  ['a refused connection', () => Promise.reject(refused), false],
  ['a time limit', () => Promise.reject(new DOMException('late', 'TimeoutError')), true],
  ['an answer that breaks off', async () => new Response(cutOff, { status: 201 }), true],
])('knows after %s whether X may have the call', async (_name, answer, written) => {
  const { access } = accessTo(answer);
  const reply = await openApi(access)?.call({ method: 'POST', path: '/2/tweets', json: {} });
  expect(reply).toEqual({ answered: false, written });
});
