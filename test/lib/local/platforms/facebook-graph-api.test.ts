import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  APP_SECRET,
  firstPost,
  HOUR,
  PAGE,
  psidOf,
  startDesk,
  startWorld,
  verdict,
} from './facebook-harness.ts';

const versions: { path: string; verdict: string }[] = [
  { path: '/v26.0/me', verdict: 'ok' },
  { path: '/v24.0/me', verdict: 'ok' },
  { path: '/v23.0/me', verdict: '2635' },
  { path: '/v27.0/me', verdict: '2500' },
  { path: '/me', verdict: '2500' },
  { path: '/v26.0/', verdict: '2500' },
  { path: '/v26.0/me/nonsense', verdict: '2500' },
  { path: '/v26.0/me/feed/more', verdict: '2500' },
  { path: '/v26.0/12345', verdict: '100-33' },
];

test.each(versions)('$path answers $verdict', async ({ path, verdict: expected }) => {
  const { simulator } = await startWorld();
  const response = await fetch(`${simulator.url}${path}`, {
    headers: { authorization: `Bearer ${PAGE.token}` },
  });
  expect(verdict({ body: await response.json() })).toBe(expected);
});

test('A token comes in the query, in the body or as a bearer, and one that nobody gave is refused', async () => {
  const { simulator } = await startWorld();
  const url = `${simulator.url}/v26.0/me`;
  const read = async (from: string, headers = {}) =>
    verdict({ body: await (await fetch(from, { headers })).json() });
  expect(await read(`${url}?access_token=${PAGE.token}`)).toBe('ok');
  expect(await read(url, { authorization: `Bearer ${PAGE.token}` })).toBe('ok');
  expect(await read(url)).toBe('104');
  expect(await read(`${url}?access_token=EAAnobody`)).toBe('190');
  expect(simulator.calls().map(({ path, status }) => `${status} ${path}`)).toEqual([
    '200 /v26.0/me',
    '200 /v26.0/me',
    '401 /v26.0/me',
    '400 /v26.0/me',
  ]);
});

test('A token expires, is revoked and becomes valid again', async () => {
  const { simulator, graph } = await startWorld();
  simulator.setToken(PAGE.id, 'expired');
  expect((await graph('GET', 'me')).body).toEqual({
    error: {
      message:
        'Error validating access token: Session has expired on Saturday, 21-Nov-26 04:00:00 PST. The current time is Saturday, 21-Nov-26 04:00:00 PST.',
      type: 'OAuthException',
      code: 190,
      error_subcode: 463,
      fbtrace_id: expect.any(String),
    },
  });
  simulator.setToken(PAGE.id, 'revoked');
  expect(verdict(await graph('GET', 'me'))).toBe('190-460');
  simulator.setToken(PAGE.id, 'valid');
  expect((await graph('GET', 'me')).body).toEqual({ name: PAGE.name, id: PAGE.id });
});

test('A proof of the app secret is checked when it is given', async () => {
  const { graph } = await startWorld();
  const proof = createHmac('sha256', APP_SECRET).update(PAGE.token).digest('hex');
  expect(verdict(await graph('GET', `me?appsecret_proof=${proof}`))).toBe('ok');
  expect(verdict(await graph('GET', `me?appsecret_proof=${proof.replace(/^./, 'x')}`))).toBe('100');
  expect(verdict(await graph('GET', 'me?appsecret_proof=short'))).toBe('100');
});

const gates: { gate: string; read: string; write: string; send: string }[] = [
  { gate: 'restricted', read: 'ok', write: 'ok', send: '10-1893063' },
  { gate: 'abuse', read: 'ok', write: '368-1390008', send: '368-1390008' },
  { gate: 'page-rate', read: '32', write: '32', send: '32' },
  { gate: 'rate', read: '613-2534040', write: '613-2534040', send: '613-2534040' },
  { gate: 'business-rate', read: '80001', write: '80001', send: '80001' },
  { gate: 'app-rate', read: '4', write: '4', send: '4' },
];

test.each(gates)('A page whose gate is $gate is refused accordingly', async ({ gate, read, write, send }) => {
  const facebook = await startWorld();
  const postId = await firstPost(facebook);
  await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: 'Hi' });
  await facebook.act('gate', { pageId: PAGE.id, gate });
  const message = {
    recipient: { id: await psidOf(facebook, 'ines-okoro') },
    messaging_type: 'RESPONSE',
    message: { text: 'Hi' },
  };
  expect(verdict(await facebook.graph('GET', 'me'))).toBe(read);
  expect(verdict(await facebook.graph('POST', `${postId}/comments`, { message: 'Hi' }))).toBe(write);
  expect(verdict(await facebook.graph('POST', 'me/messages', message))).toBe(send);
  await facebook.act('gate', { pageId: PAGE.id, gate: 'open' });
  expect(verdict(await facebook.graph('POST', 'me/messages', message))).toBe('ok');
});

test('Headers tell the usage, and when a limited page may go on', async () => {
  const { simulator, act, clock } = await startWorld();
  const usage = async () => {
    const response = await fetch(`${simulator.url}/v26.0/me?access_token=${PAGE.token}`);
    return [response.headers.get('x-app-usage'), response.headers.get('x-business-use-case-usage')];
  };
  for (let call = 0; call < 95; call += 1) await usage();
  const load = (percent: number) =>
    `"call_count":${percent},"total_cputime":${percent},"total_time":${percent}`;
  const business = (percent: number, minutes: number) =>
    `{"${PAGE.id}":[{"type":"pages",${load(percent)},"estimated_time_to_regain_access":${minutes}}]}`;
  expect(await usage()).toEqual(['{"call_count":2,"total_time":2,"total_cputime":2}', business(2, 0)]);
  clock.now += HOUR;
  expect(await usage()).toEqual(['{"call_count":0,"total_time":0,"total_cputime":0}', business(0, 0)]);
  await act('gate', { pageId: PAGE.id, gate: 'page-rate' });
  expect((await usage())[1]).toBe(business(100, 60));
});

const codes = [
  { value: 2, status: 500, verdict: '2' },
  { value: 32, status: 403, verdict: '32' },
  { value: 190, status: 400, verdict: '190' },
  { value: 463, status: 400, verdict: '190-463' },
  { value: 368, status: 400, verdict: '368-1390008' },
  { value: 10, status: 400, verdict: '10-2018278' },
  { value: 1893063, status: 403, verdict: '10-1893063' },
  { value: 4711, status: 400, verdict: '4711' },
];

test.each(codes)(
  'A fault with code $value answers $status and $verdict without doing anything',
  async (row) => {
    const facebook = await startWorld();
    const postId = await firstPost(facebook);
    facebook.simulator.addFault({ count: 1, kind: 'code', value: row.value });
    const answer = await facebook.graph('POST', `${postId}/comments`, { message: 'Hi' });
    expect([answer.status, verdict(answer)]).toEqual([row.status, row.verdict]);
    expect((await facebook.graph('GET', `${postId}/comments`)).body).toEqual({ data: [] });
  },
);

test('A fault with a status answers that status, and not in JSON', async () => {
  const { simulator } = await startWorld();
  simulator.addFault({ count: 1, kind: 'status', value: 502 });
  const response = await fetch(`${simulator.url}/v26.0/me?access_token=${PAGE.token}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
});

test('A cut call did its work: the comment is there, the desk heard of it, and only the answer is missing', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const postId = await firstPost(facebook);
  facebook.simulator.addFault({ count: 1, kind: 'cut' });
  await expect(facebook.graph('POST', `${postId}/comments`, { message: 'Hi' })).rejects.toThrow();
  expect(desk.events()).toMatchObject([{ verb: 'add', message: 'Hi' }]);
  expect((await facebook.graph('GET', `${postId}/comments?fields=message`)).body).toMatchObject({
    data: [{ message: 'Hi' }],
  });
  expect(facebook.simulator.calls()[0]).toEqual({
    at: '2026-11-21T12:00:00.000Z',
    method: 'POST',
    path: `/v26.0/${postId}/comments`,
    body: { message: 'Hi' },
    status: 0,
  });
});

test('A late answer is an answer', async () => {
  const { simulator, graph } = await startWorld();
  simulator.addFault({ count: 1, kind: 'latency', value: 20 });
  expect(verdict(await graph('GET', 'me'))).toBe('ok');
});

test('A body that is neither a form nor an object is refused', async () => {
  const { simulator } = await startWorld();
  const response = await fetch(`${simulator.url}/v26.0/me/feed?access_token=${PAGE.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[1]',
  });
  expect(verdict({ body: await response.json() })).toBe('100');
});
