import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Route, routes } from '../../../functions/api/routes.ts';
import { functionSettings } from '../../../functions/config.ts';
import { router } from '../../../functions/shell.ts';
import { type ApiDesk, claimsOf, openApiDesk } from '../api/api-desk.ts';
import { context, httpEvent, type Request, type Result, resultOf } from '../lambda-call.ts';
import { outputOf } from '../standard-output.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';

let engine: TestTable;
let api: ApiDesk;
beforeAll(async () => {
  for (const setting of functionSettings.api) vi.stubEnv(setting, 'set');
  engine = await openTestTable();
  api = openApiDesk(engine.table);
  await api.say('question');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await engine.close();
});

/** Calls the whole function, as the HTTP API does behind its authorizer. */
async function call(request: Request, claims: object = claimsOf('admin')): Promise<Result> {
  const handler = router('api', () => api.services, routes);
  let answer: unknown;
  await outputOf(async () => {
    answer = await handler(httpEvent({ ...request, authorizer: { jwt: { claims, scopes: null } } }), context);
  });
  return resultOf(answer);
}

const pathOf = ({ path }: Route) => path.replace('{id}', '01M7W77J500002C5YFDSXGSTZ6');

describe('the API', () => {
  it('lets an agent find a conversation, read it, answer it and resolve it', async () => {
    const agent = { ...claimsOf('agent'), 'cognito:groups': '[agent]' };
    const list = await call({ path: '/api/conversations', query: { status: 'open', limit: '5' } }, agent);
    expect(list).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } });
    const { id } = JSON.parse(list.body).items[0];
    const path = `/api/conversations/${id}`;
    expect(await call({ path }, agent)).toMatchObject({ statusCode: 200 });
    const body = JSON.stringify({ text: 'It left today. 📦' });
    const reply = await call({ method: 'POST', path: `${path}/replies`, body }, agent);
    expect(reply).toMatchObject({ statusCode: 202 });
    expect(JSON.parse(reply.body)).toMatchObject({ message: { state: 'queued', text: 'It left today. 📦' } });
    const resolved = await call({ method: 'PATCH', path, body: '{"status":"resolved"}' }, agent);
    expect(JSON.parse(resolved.body)).toMatchObject({ id, status: 'resolved' });
  });

  it('keeps settings under their version, with headers in lower case', async () => {
    const path = '/api/settings/policies';
    const { headers, body } = await call({ path });
    expect(headers.etag).toBe('"0"');
    const put = { method: 'PUT', path, body };
    expect(await call(put)).toMatchObject({ statusCode: 428 });
    expect(await call({ ...put, headers: { 'if-match': '"0"' } })).toMatchObject({ statusCode: 200 });
    expect(await call({ ...put, headers: { 'if-match': '"0"' } })).toMatchObject({ statusCode: 412 });
  });

  it.each(routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` })))(
    '$name is not for those in none of the groups',
    async (route) => {
      const result = await call(
        { method: route.method, path: pathOf(route), body: '{}' },
        { sub: 'somebody' },
      );
      expect(result).toMatchObject({
        statusCode: 403,
        headers: { 'content-type': 'application/problem+json' },
      });
      expect(JSON.parse(result.body)).toMatchObject({ status: 403, traceId: 'trace-1' });
    },
  );

  const unknown = [
    { method: 'GET', path: '/api' },
    { method: 'GET', path: '/api/nothing' },
    { method: 'DELETE', path: '/api/conversations' },
    { method: 'GET', path: '/api/conversations/1/replies/2' },
    { method: 'PUT', path: '/api/settings/nothing' },
  ];

  it.each(unknown)('answers 404 as a problem: $method $path', async ({ method, path }) => {
    const { statusCode, headers, body } = await call({ method, path });
    expect({ statusCode, type: headers['content-type'] }).toEqual({
      statusCode: 404,
      type: 'application/problem+json',
    });
    expect(JSON.parse(body)).toMatchObject({
      title: 'Not found',
      detail: `There is no ${method} ${path}. The README lists what there is.`,
    });
  });
});
