import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fetchAccessToken } from '../../../lib/local/access-token.ts';
import type { Runner } from '../../../lib/local/runner.ts';
import { eventually } from './eventually.ts';
import { START_LIMIT_MS, startFixture } from './harness.ts';

const data = mkdtempSync(join(tmpdir(), 'hark-test-'));
let runner: Runner;
let lines: string[];

beforeAll(async () => {
  ({ runner, lines } = await startFixture(data));
}, START_LIMIT_MS);
afterAll(async () => {
  await runner.stop();
  rmSync(data, { recursive: true, force: true });
});

function send(item: { id: string; group?: string; fail?: string }): Promise<Response> {
  return fetch(`${runner.url}/in/x`, {
    method: 'POST',
    body: JSON.stringify(item),
    headers: { 'content-type': 'application/json' },
  });
}

const Echo = z.object({ event: z.looseObject({}), env: z.record(z.string(), z.string()) });
const Mails = z.array(
  z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string(), sentAt: z.string() }),
);

async function mails(subject: string) {
  const answer = await fetch(`${runner.url}/_local/mails`);
  return Mails.parse(await answer.json()).filter((mail) => mail.subject === subject);
}

/** What waits in a queue, by the beginning of its logical id. */
function waiting(queue: string): string[] {
  const database = new DatabaseSync(join(data, 'queues', 'fauxqs.db'), { readOnly: true });
  try {
    const rows = database.prepare('SELECT body FROM sqs_messages WHERE queue_name LIKE ?').all(`${queue}%`);
    return rows.map((row) => z.object({ body: z.string() }).parse(row).body);
  } finally {
    database.close();
  }
}

describe('the whole way', () => {
  test('a request goes through queue, table, stream, bus and queue to a mail, once', async () => {
    const answer = await send({ id: 'whole' });
    expect([answer.status, await answer.text(), answer.headers.getSetCookie()]).toEqual([
      202,
      'taken',
      ['a=1', 'b=2'],
    ]);
    const [mail] = await eventually('the mail', async () => {
      const found = await mails('Item whole');
      return found.length > 0 ? found : undefined;
    });
    expect(mail).toMatchObject({
      to: 'one@fixture.example, two@fixture.example',
      text: 'Plain',
      html: '<p>Rich</p>',
    });
    expect(await mails('Item whole')).toHaveLength(1);
    expect(lines.some((line) => line.includes('mail to one@fixture.example'))).toBe(true);
  });

  test('the mail that left, and the function that listens to the bus, come back into the table', async () => {
    await send({ id: 'back' });
    const written = (sort: string) =>
      readTable().some((item) => item.includes('back') && item.includes(sort));
    await eventually('the mail event', () => written('MAILED') || undefined);
    await eventually('the asynchronous invocation', () => written('HEARD') || undefined);
  });

  test('the schedule ran at the start', async () => {
    await eventually('the tick', () => readTable().some((item) => item.includes('tick')) || undefined);
  });
});

/** All items of the table as JSON text, read from the engine's file: the tests see what is on disk. */
function readTable(): string[] {
  const database = new DatabaseSync(join(data, 'dynamodb.db'), { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const names = tables.map((row) => z.object({ name: z.string() }).parse(row).name);
    return names.flatMap((name) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row)),
    );
  } finally {
    database.close();
  }
}

describe('what fails', () => {
  test('a message that a batch reports as failed goes to the dead letters after its last receive, others do not', async () => {
    await Promise.all([send({ id: 'bad', fail: 'work' }), send({ id: 'good' })]);
    await eventually('the good one', async () => (await mails('Item good')).at(0));
    await eventually(
      'the dead letter',
      () => waiting('DeadWork').some((body) => body.includes('bad')) || undefined,
    );
    expect(waiting('DeadWork')).toHaveLength(1);
  });

  test('a record of the stream that spoils its batch is given up, and the next goes on', async () => {
    await send({ id: 'spoilt', fail: 'publish' });
    await send({ id: 'after' });
    await eventually(
      'the note',
      () => waiting('GivenUp').some((note) => note.includes('RetryAttemptsExhausted')) || undefined,
    );
    await eventually('the next', async () => (await mails('Item after')).at(0));
    expect(await mails('Item spoilt')).toEqual([]);
  });

  test('an unknown resource type is named at the start', () => {
    expect(lines.some((line) => line.includes('AWS::SSM::Parameter (Unknown'))).toBe(true);
  });
});

describe('the HTTP API', () => {
  const call = (path: string, request: RequestInit = {}) => fetch(runner.url + path, request);

  test('a function gets the event in payload format 2.0', async () => {
    const answer = await call('/in/echo?a=1&b=2&a=3', {
      method: 'PUT',
      body: new Uint8Array([0xff, 0]),
      headers: { 'X-Case': 'kept', 'content-type': 'image/png', cookie: 'c=1; d=2' },
    });
    expect(Echo.parse(await answer.json()).event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /in/{channel}',
      rawPath: '/in/echo',
      rawQueryString: 'a=1&b=2&a=3',
      queryStringParameters: { a: '1,3', b: '2' },
      pathParameters: { channel: 'echo' },
      cookies: ['c=1', 'd=2'],
      headers: { 'x-case': 'kept' },
      requestContext: { http: { method: 'PUT', path: '/in/echo', sourceIp: '127.0.0.1' }, stage: '$default' },
      body: '/wA=',
      isBase64Encoded: true,
    });
  });

  test('text stays text', async () => {
    const answer = await call('/in/echo', {
      method: 'POST',
      body: '{"é":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(Echo.parse(await answer.json()).event).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
  });

  test('a function has the environment of the template, with addresses that lead here, and nothing of this machine', async () => {
    const { env } = Echo.parse(await (await call('/in/echo')).json());
    expect(env).toMatchObject({
      ADDRESS: `${runner.url}/`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
    });
    expect(env.WORK_QUEUE_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/000000000000\/Work\w+\.fifo$/);
    expect(env.HOME).toBeUndefined();
  });

  const answers: [string, string, RequestInit, number, string][] = [
    ['an unknown path', '/nothing', {}, 404, '{"message":"Not Found"}'],
    ['a missing token', '/api/x', {}, 401, '{"message":"Unauthorized"}'],
    [
      'a wrong token',
      '/api/x',
      { headers: { authorization: 'Bearer a.b.c' } },
      401,
      '{"message":"Unauthorized"}',
    ],
    [
      'too large a body',
      '/in/x',
      { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) },
      413,
      '{"message":"Request Entity Too Large"}',
    ],
    [
      'too large headers',
      '/in/x',
      { headers: { 'x-long': 'x'.repeat(10_300) } },
      431,
      '{"message":"Request Header Fields Too Large"}',
    ],
  ];
  test.each(answers)('%s is answered as API Gateway does', async (_name, path, request, status, body) => {
    const answer = await call(path, request);
    expect([answer.status, await answer.text()]).toEqual([status, body]);
  });

  test('whoever signed in gets through, with the claims in the form of API Gateway', async () => {
    const token = await fetchAccessToken(runner.url, 'lead');
    const answer = await call('/api/me', { headers: { authorization: `Bearer ${token}` } });
    expect(Echo.parse(await answer.json()).event).toMatchObject({
      requestContext: {
        authorizer: {
          jwt: {
            claims: { 'cognito:groups': '[lead]', email: 'lead@hark.example', exp: expect.any(String) },
          },
        },
      },
    });
  });

  test('a changed token is refused', async () => {
    const token = await fetchAccessToken(runner.url, 'agent');
    const [head, body = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admin'] })).toString(
      'base64url',
    );
    const answer = await call('/api/me', {
      headers: { authorization: `Bearer ${head}.${forged}.${signature}` },
    });
    expect(answer.status).toBe(401);
  });

  test.each([
    ['throws', '/api/throw'],
    ['ends its process', '/api/exit'],
    ['takes too long', '/api/slow'],
  ])('a function that %s is answered with 500, and the next request is served', async (_name, path) => {
    const headers = { authorization: `Bearer ${await fetchAccessToken(runner.url, 'agent')}` };
    const answer = await call(path, { headers });
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect((await call('/api/me', { headers })).status).toBe(200);
  });

  test('a function reads the secret of its channel', async () => {
    const headers = { authorization: `Bearer ${await fetchAccessToken(runner.url, 'agent')}` };
    expect(await (await call('/api/secret', { headers })).text()).toContain(
      'test-x-consumer-secret-0123456789',
    );
  });

  test('errors of a function are in the log file with their place in the source', () => {
    expect(readFileSync(join(data, 'functions.log'), 'utf8')).toMatch(
      /door TypeError: thrown by the fixture\n.*fixture-app\/functions\.ts:\d+/,
    );
  });

  test('the page of caught mails answers', async () => {
    const answer = await call('/_local/mails.html');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

test(
  'a second stack runs beside the first, with its own data, and goes on after a restart',
  async () => {
    const other = mkdtempSync(join(tmpdir(), 'hark-test-'));
    try {
      writeFileSync(join(other, 'hark-data-id'), 'other');
      const first = await startFixture(other);
      const token = await fetchAccessToken(first.runner.url, 'agent');
      expect(token.split('.')).toHaveLength(3);
      expect(await (await fetch(`${first.runner.url}/_local/mails`)).json()).toEqual([]);
      await fetch(`${first.runner.url}/in/x`, {
        method: 'POST',
        body: '{"id":"kept"}',
        headers: { 'content-type': 'application/json' },
      });
      await first.runner.stop();

      const second = await startFixture(other);
      await eventually('the mail', async () => {
        const found = Mails.parse(await (await fetch(`${second.runner.url}/_local/mails`)).json());
        return found.length > 0 ? found : undefined;
      });
      await second.runner.stop();
      expect(existsSync(join(other, 'dynamodb.db'))).toBe(true);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  },
  START_LIMIT_MS,
);
