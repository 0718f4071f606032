import { describe, expect, test } from 'vitest';
import { createRateLimits } from '../../../../lib/local/platforms/x/rate-limits.ts';
import { startX } from '../../../../lib/local/platforms/x.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, INES, MORNING, OTHER_BRAND } from './x-accounts.ts';
import { startWorld } from './x-harness.ts';

const seconds = (instant: number) => String(Math.ceil(instant / 1000));

describe('the documented limit', () => {
  const cases: [endpoint: string, caller: string | undefined, limit: string][] = [
    ['POST /2/tweets', BRAND.id, '100'],
    ['DELETE /2/tweets/:id', BRAND.id, '50'],
    ['PUT /2/tweets/:id/hidden', BRAND.id, '50'],
    ['GET /2/users/:id', BRAND.id, '900'],
    ['GET /2/users/:id', undefined, '300'],
    ['GET /2/users/:id/mentions', BRAND.id, '300'],
    ['GET /2/dm_events', BRAND.id, '15'],
    ['POST /2/dm_conversations/with/:id/messages', BRAND.id, '15'],
    ['POST /2/media/upload/initialize', BRAND.id, '1875'],
    ['POST /2/webhooks', undefined, '450'],
    ['POST /2/webhooks/replay', undefined, '100'],
    ['POST /2/activity/subscriptions', undefined, '500'],
  ];
  test.each(cases)('of %s for %s is %s in 15 minutes', (endpoint, caller, limit) => {
    const { headers } = createRateLimits(
      () => MORNING,
      () => ({}),
    ).take(endpoint, caller);
    expect(headers).toMatchObject({
      'x-rate-limit-limit': limit,
      'x-rate-limit-remaining': String(Number(limit) - 1),
      'x-rate-limit-reset': seconds(MORNING + 15 * 60_000),
    });
  });
});

test('Direct messages end after 1,440 in a day although the quarter of an hour has room', () => {
  const endpoint = 'POST /2/dm_conversations/with/:id/messages';
  const limits = createRateLimits(
    () => MORNING,
    () => ({ [endpoint]: 2_000 }),
  );
  for (let index = 0; index < 1_440; index += 1) expect(limits.take(endpoint, BRAND.id).allowed).toBe(true);
  const { allowed, headers } = limits.take(endpoint, BRAND.id);
  expect(allowed).toBe(false);
  expect(headers).toMatchObject({
    'x-rate-limit-remaining': '560',
    'x-user-limit-24hour-limit': '1440',
    'x-user-limit-24hour-remaining': '0',
    'x-user-limit-24hour-reset': seconds(MORNING + 24 * 3_600_000),
  });
});

test('Every answer carries the window, a used-up one is 429 until it ends, and other accounts go on', async () => {
  const world = await startWorld({ settings: { limits: { 'GET /2/users/me': 2 } } });
  const look = () => world.call('GET', '/2/users/me');
  const first = await look();
  expect(first.headers.get('x-rate-limit-remaining')).toBe('1');
  await look();
  const third = await look();
  expect(third.status).toBe(429);
  expect(third.body).toEqual(recordedJson('x', 'error-429-rate'));
  expect(third.headers.get('x-rate-limit-limit')).toBe('2');
  expect(third.headers.get('x-rate-limit-remaining')).toBe('0');
  expect(third.headers.get('x-rate-limit-reset')).toBe(seconds(world.clock.now + 15 * 60_000));
  expect((await world.call('GET', '/2/users/me', { account: OTHER_BRAND })).status).toBe(200);
  world.clock.now += 15 * 60_000;
  expect((await look()).status).toBe(200);
});

test('Refusals carry the headers too', async () => {
  const world = await startWorld();
  const unsigned = await world.call('POST', '/2/tweets', { authorization: '' });
  expect(unsigned.headers.get('x-rate-limit-limit')).toBe('100');
  const wrong = await world.call('POST', '/2/tweets', { json: {} });
  expect(wrong.headers.get('x-rate-limit-remaining')).toBe('99');
  expect(wrong.headers.get('content-type')).toBe('application/problem+json');
});

test('Without a consumer key nothing starts', async () => {
  const options = {
    file: ':memory:',
    port: 0,
    webhookUrl: '',
    appSecret: '',
    accounts: [],
    now: () => MORNING,
  };
  await expect(startX(options)).rejects.toThrow('consumerKey');
});

test('Unknown paths and methods are told apart', async () => {
  const world = await startWorld();
  expect((await world.call('GET', '/2/trends')).status).toBe(404);
  expect((await world.call('PATCH', '/2/tweets')).status).toBe(405);
});

describe('a fault', () => {
  const cases: [name: string, fault: { kind: 'status' | 'code'; value: number }, event: string][] = [
    ['without credits', { kind: 'code', value: 402 }, 'error-402-credits'],
    ['of a duplicate', { kind: 'code', value: 187 }, 'error-403-duplicate'],
    ['of closed messages', { kind: 'code', value: 349 }, 'error-403-dm'],
    ['of an answer nobody asked for', { kind: 'code', value: 433 }, 'error-403-reply-not-summoned'],
    ['503', { kind: 'status', value: 503 }, 'error-503'],
    ['401', { kind: 'status', value: 401 }, 'error-401'],
    ['429', { kind: 'status', value: 429 }, 'error-429-rate'],
  ];
  test.each(cases)('%s is answered as recorded and nothing is done', async (_name, fault, event) => {
    const world = await startWorld();
    world.simulator.addFault({ count: 1, ...fault });
    const answer = await world.call('POST', '/2/tweets', { json: { text: 'Hello' } });
    expect(answer.body).toEqual(recordedJson('x', event));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await world.state()).posts).not.toContainEqual(expect.objectContaining({ text: 'Hello' }));
    expect((await world.call('POST', '/2/tweets', { json: { text: 'Hello' } })).status).toBe(201);
  });

  const classic: [code: number, status: number][] = [
    [64, 403],
    [88, 429],
    [89, 401],
    [261, 403],
    [326, 403],
  ];
  test.each(classic)('of the classic API, %d, has its code and the status %d', async (code, status) => {
    const world = await startWorld();
    world.simulator.addFault({ count: 1, kind: 'code', value: code });
    const answer = await world.call('GET', '/2/users/me');
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ errors: [{ code, message: expect.any(String) }] });
  });

  test('that cuts the line has done the work before', async () => {
    const world = await startWorld();
    world.simulator.addFault({ count: 1, kind: 'cut' });
    const json = { text: 'Are you there?' };
    await expect(world.call('POST', `/2/dm_conversations/with/${INES}/messages`, { json })).rejects.toThrow();
    expect((await world.state()).messages).toMatchObject([{ text: 'Are you there?' }]);
  });

  test('that delays answers as usual', async () => {
    const world = await startWorld();
    world.simulator.addFault({ count: 1, kind: 'latency', value: 30 });
    expect((await world.call('GET', '/2/users/me')).status).toBe(200);
  });
});

test('Calls are written down with what was sent and what was answered, without the signature', async () => {
  const world = await startWorld();
  await world.call('POST', '/2/tweets', { json: { text: 'Hello' } });
  await world.call('GET', '/2/users/me?user.fields=name', { authorization: '' });
  const at = '2026-11-20T10:15:00.000Z';
  expect(world.simulator.calls()).toEqual([
    { at, method: 'POST', path: '/2/tweets', body: { text: 'Hello' }, status: 201 },
    { at, method: 'GET', path: '/2/users/me?user.fields=name', body: undefined, status: 401 },
  ]);
});
