import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/handlers/subscriptions.ts';
import { context, httpEvent, resultOf } from '../lambda-call.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
  const settings = {
    TABLE_NAME: engine.table.name,
    MAIL_FROM: 'desk@example.com',
    MAIL_CONFIGURATION_SET: 'tidings',
    STATUS_URL: 'https://help.example.com/status',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await engine.close();
});

const ask = async (method: string, path: string) =>
  resultOf(await handler(httpEvent({ method, path }), context));

it.each([
  ['POST', '/status/subscriptions', 400],
  ['GET', '/status/subscriptions/abc.def', 404],
  ['POST', '/status/subscriptions/abc.def', 404],
  ['GET', '/status/subscriptions/abc.def/unsubscribe', 404],
  ['POST', '/status/subscriptions/abc.def/unsubscribe', 404],
])('answers %s %s with a page, signed in or not', async (method, path, status) => {
  const answer = await ask(method, path);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});

it('has no other path', async () => {
  expect(await ask('GET', '/status/subscriptions')).toMatchObject({ statusCode: 404 });
});
