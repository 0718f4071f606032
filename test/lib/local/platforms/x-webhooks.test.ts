import { describe, expect, test } from 'vitest';
import { sign } from '../../../../lib/local/platforms/x/crc.ts';
import { recorded, recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, CONSUMER_SECRET, INES, OTHER_BRAND } from './x-accounts.ts';
import { listen, startDesk } from './x-desk.ts';
import { at, eventually, startWorld, textAt, type World } from './x-harness.ts';

const HOUR = 3_600_000;
const unregistered = () => startWorld({ settings: { registered: false } });

const asApp = async (world: World, method: string, path: string, json?: unknown) =>
  world.call(method, path, { authorization: await world.bearer(), ...(json !== undefined && { json }) });
const register = (world: World, url: string) => asApp(world, 'POST', '/2/webhooks', { url });

async function webhookId(world: World): Promise<string> {
  return (await world.state()).webhooks[0]?.id ?? '';
}

test('Signatures are those of the fact sheet', () => {
  expect(sign(CONSUMER_SECRET, 'desk-crc-token-0001')).toBe(
    'sha256=XI0XShCVv7WGEW5zWuuw0Fz/pKfKVtNbLYvYj7rDokI=',
  );
  for (const { body, headers } of recorded('x', 'webhook')) {
    expect(sign(CONSUMER_SECRET, body)).toBe(headers['x-twitter-webhooks-signature']);
  }
});

test('A webhook is registered after a challenge, listed and deleted', async () => {
  const world = await unregistered();
  const made = await register(world, world.desk.url);
  const id = textAt(made.body, 'data.id');
  const data = { id, url: world.desk.url, valid: true, created_at: '2026-11-20T10:15:00.000Z' };
  expect(made.body).toEqual({ data });
  expect(world.desk.challenges).toBe(1);
  expect((await asApp(world, 'GET', '/2/webhooks')).body).toEqual({
    data: [data],
    meta: { result_count: 1 },
  });
  expect((await asApp(world, 'DELETE', `/2/webhooks/${id}`)).body).toEqual({ data: { deleted: true } });
  expect((await asApp(world, 'GET', '/2/webhooks')).body).toEqual({ data: [], meta: { result_count: 0 } });
  expect((await asApp(world, 'DELETE', `/2/webhooks/${id}`)).status).toBe(404);
});

describe('a webhook is refused', () => {
  const cases: [name: string, url: string, reason: string][] = [
    ['without TLS', 'http://desk.example.com/x', 'UrlValidationFailed'],
    ['with a port', 'https://desk.example.com:8443/x', 'UrlValidationFailed'],
    ['when it is no URL', 'desk', 'UrlValidationFailed'],
    ['when it is longer than 200', `https://desk.example.com/${'x'.repeat(180)}`, 'UrlValidationFailed'],
  ];
  test.each(cases)('%s', async (_name, url, reason) => {
    const { status, body } = await register(await unregistered(), url);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining(reason) }] });
  });

  test('when it is registered already, and when the tier is full', async () => {
    const world = await startWorld();
    const message = (reason: string) => ({ errors: [{ message: expect.stringContaining(reason) }] });
    expect((await register(world, world.desk.url)).body).toMatchObject(message('DuplicateUrlFailed'));
    expect((await register(world, `${world.desk.url}/2`)).body).toMatchObject(
      message('WebhookLimitExceeded'),
    );
  });

  const answers: [name: string, status: number, body: string][] = [
    ['when it answers the challenge wrongly', 200, '{"response_token":"sha256=guessed"}'],
    ['when it answers no JSON', 200, 'ok'],
    ['when it redirects', 302, ''],
    ['when it refuses the challenge', 403, ''],
  ];
  test.each(answers)('%s', async (_name, status, body) => {
    const world = await unregistered();
    world.desk.answerChallenge = () => ({ status, body });
    expect((await register(world, world.desk.url)).body).toMatchObject({
      errors: [{ message: expect.stringContaining('CrcValidationFailed') }],
    });
  });
});

test('Only the app manages webhooks', async () => {
  const world = await startWorld();
  expect((await world.call('GET', '/2/webhooks')).status).toBe(403);
});

test('A wrong answer to a challenge silences the webhook until it is validated again', async () => {
  const world = await startWorld();
  const right = world.desk.answerChallenge;
  world.desk.answerChallenge = () => ({ status: 200, body: '{"response_token":"sha256=guessed"}' });
  await world.post(INES, '@larkspursupply one');
  await eventually(async () => (await world.state()).webhooks).toMatchObject([{ valid: false }]);
  await world.post(INES, '@larkspursupply two');
  const path = `/2/webhooks/${await webhookId(world)}`;
  expect((await asApp(world, 'PUT', path)).body).toEqual({ data: { valid: false } });
  world.desk.answerChallenge = right;
  expect((await asApp(world, 'PUT', path)).body).toEqual({ data: { valid: true } });
  await world.post(INES, '@larkspursupply three');
  await eventually(() => world.desk.activities().map(({ payload }) => payload.text)).toEqual([
    '@larkspursupply three',
  ]);
});

describe('a desk that answers challenges with errors', () => {
  test('is forgiven for a day', async () => {
    const world = await startWorld();
    world.desk.answerChallenge = () => ({ status: 500, body: '' });
    const path = `/2/webhooks/${await webhookId(world)}`;
    world.clock.now += 27 * HOUR;
    await asApp(world, 'PUT', path);
    expect((await world.state()).webhooks).toMatchObject([{ valid: true }]);
  });

  test('is given up after 28 hours', async () => {
    const world = await startWorld();
    world.desk.answerChallenge = () => ({ status: 500, body: '' });
    const path = `/2/webhooks/${await webhookId(world)}`;
    world.clock.now += 28 * HOUR + 1;
    await asApp(world, 'PUT', path);
    expect((await world.state()).webhooks).toMatchObject([{ valid: false }]);
  });
});

test('A day later the desk is challenged again before it gets anything', async () => {
  const world = await startWorld();
  await world.post(INES, '@larkspursupply one');
  await eventually(() => world.desk.types()).toHaveLength(1);
  expect(world.desk.challenges).toBe(1);
  await world.post(INES, '@larkspursupply two');
  await eventually(() => world.desk.types()).toHaveLength(2);
  expect(world.desk.challenges).toBe(1);
  world.clock.now += 25 * HOUR;
  await world.post(INES, '@larkspursupply three');
  await eventually(() => world.desk.types()).toHaveLength(3);
  expect(world.desk.challenges).toBe(2);
});

test('What was missed comes again on request, and then the word that it is all', async () => {
  const world = await startWorld();
  world.desk.answerChallenge = () => ({ status: 302, body: '' });
  const missed = await world.post(INES, '@larkspursupply are you there?');
  await eventually(async () => (await world.state()).webhooks).toMatchObject([{ valid: false }]);
  const right = await startDesk();
  world.desk.answerChallenge = right.answerChallenge;
  const id = await webhookId(world);
  await asApp(world, 'PUT', `/2/webhooks/${id}`);
  world.clock.now += HOUR;
  const body = { webhook_id: id, from_date: '202611201014', to_date: '202611201030' };
  const job = await asApp(world, 'POST', '/2/webhooks/replay', body);
  expect(job.status).toBe(200);
  await eventually(() => world.desk.activities().map(({ payload }) => payload.id)).toEqual([missed]);
  const done = {
    webhook_id: id,
    job_state: 'Complete',
    job_state_description: 'Job completed successfully',
    job_id: textAt(job.body, 'data.job_id'),
  };
  await eventually(() => world.desk.bodies.map((text) => JSON.parse(text))).toContainEqual({
    replay_job_status: done,
  });
});

describe('a replay is refused', () => {
  const cases: [name: string, from_date: string, to_date: string][] = [
    ['from more than a day ago', '202611191014', '202611200900'],
    ['from less than 31 minutes ago', '202611200945', '202611201000'],
    ['to less than 10 minutes ago', '202611200900', '202611201006'],
    ['backwards', '202611200900', '202611200800'],
    ['in another form', '2026-11-20', '202611200800'],
  ];
  test.each(cases)('%s', async (_name, from_date, to_date) => {
    const world = await startWorld();
    const json = { webhook_id: await webhookId(world), from_date, to_date };
    expect((await asApp(world, 'POST', '/2/webhooks/replay', json)).status).toBe(400);
  });
});

describe('subscriptions', () => {
  test('are made once per account and event, listed, changed and removed', async () => {
    const world = await unregistered();
    await register(world, world.desk.url);
    const webhook_id = await webhookId(world);
    const wanted = { event_type: 'post.create', filter: { user_id: BRAND.id }, tag: 'desk', webhook_id };
    const path = '/2/activity/subscriptions';
    const made = await asApp(world, 'POST', path, wanted);
    const subscription_id = textAt(made.body, 'data.subscription.subscription_id');
    const expected = recordedJson('x', 'response-activity-subscription');
    const fields = (body: unknown) => Object.keys(at(body, 'data.subscription') ?? {});
    expect(fields(made.body)).toEqual(fields(expected));
    expect((await asApp(world, 'POST', path, wanted)).status).toBe(400);
    expect((await asApp(world, 'GET', path)).body).toMatchObject({
      data: [{ subscription_id, tag: 'desk' }],
      meta: { result_count: 1 },
    });
    const changed = await asApp(world, 'PUT', `${path}/${subscription_id}`, { tag: 'two' });
    expect(changed.body).toMatchObject({ data: { subscription: { tag: 'two', webhook_id } } });
    expect((await asApp(world, 'DELETE', `${path}/${subscription_id}`)).body).toMatchObject({
      data: { deleted: true },
    });
  });

  const refused: [name: string, json: object, status: number][] = [
    ['for an unknown event', { event_type: 'post.edit', filter: { user_id: BRAND.id } }, 400],
    ['without an account', { event_type: 'post.create', filter: {} }, 400],
    [
      'for an unknown webhook',
      { event_type: 'post.create', filter: { user_id: BRAND.id }, webhook_id: '42' },
      404,
    ],
    ['by the app for private events', { event_type: 'dm.received', filter: { user_id: BRAND.id } }, 403],
  ];
  test.each(refused)('are refused %s', async (_name, json, status) => {
    expect((await asApp(await unregistered(), 'POST', '/2/activity/subscriptions', json)).status).toBe(
      status,
    );
  });

  test('to private events are made by the account itself only', async () => {
    const world = await unregistered();
    const json = { event_type: 'dm.received', filter: { user_id: BRAND.id } };
    const subscribe = (account: typeof BRAND) =>
      world.call('POST', '/2/activity/subscriptions', { json, account });
    expect((await subscribe(OTHER_BRAND)).status).toBe(403);
    expect((await subscribe(BRAND)).status).toBe(200);
  });

  test('of the older generation cover an account as a whole', async () => {
    const world = await startWorld({ settings: { registered: false, envelope: 'aaa' } });
    await register(world, world.desk.url);
    const base = `/2/account_activity/webhooks/${await webhookId(world)}/subscriptions`;
    expect((await world.call('GET', `${base}/all`)).body).toEqual({ data: { subscribed: false } });
    expect((await world.call('POST', `${base}/all`)).body).toEqual({ data: { subscribed: true } });
    expect((await asApp(world, 'GET', `${base}/all/list`)).body).toMatchObject({
      data: { subscriptions: [{ user_id: BRAND.id }] },
    });
    await world.post(INES, '@larkspursupply @larkspurrail hello');
    await eventually(() => world.desk.bodies).toHaveLength(1);
    const gone = await asApp(world, 'DELETE', `${base}/${BRAND.id}/all`);
    expect(gone.body).toEqual({ data: { subscribed: false } });
  });
});

test('An address that nobody answers cannot be registered', async () => {
  const world = await unregistered();
  const silent = await listen((request) => void request.socket.destroy());
  expect((await register(world, silent)).status).toBe(400);
});
