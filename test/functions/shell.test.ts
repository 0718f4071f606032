import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { Drop, Reject } from '../../functions/errors.ts';
import {
  batchWorker,
  endpoint,
  type HttpAnswer,
  type HttpRequest,
  router,
  streamWorker,
  tick,
  worker,
} from '../../functions/shell.ts';
import { recordedJson } from '../fixtures/recorded.ts';
import { context, failedIn, httpEvent, type Request, resultOf, sqsEvent } from './lambda-call.ts';
import { jsonLines, outputOf } from './standard-output.ts';

/** Settings that some function needs; the shell reads them from its environment when it first runs. */
const settings = { TABLE_NAME: 'desk', DUE_QUEUE_URL: 'due', INBOUND_QUEUE_URL: 'in', CHANNEL_SECRETS: '{}' };
beforeAll(() => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(() => void vi.unstubAllEnvs());

/** An endpoint that answers with whatever `respond` says, and what it wrote to its log. */
async function ask(respond: (request: HttpRequest) => Promise<HttpAnswer>, request: Request = {}) {
  const handler = endpoint('webhook', () => ({}), respond);
  let answer: unknown;
  const output = await outputOf(async () => {
    answer = await handler(httpEvent(request), context);
  });
  return { ...resultOf(answer), output };
}

describe('endpoint', () => {
  it('answers with status, headers and body', async () => {
    const answer = { status: 202, headers: { etag: '"1"' }, body: 'taken' };
    expect(await ask(async () => answer)).toMatchObject({
      statusCode: 202,
      headers: { etag: '"1"' },
      body: 'taken',
    });
    expect(await ask(async () => ({ status: 200 }))).toMatchObject({ statusCode: 200, body: '' });
  });

  it('hands a request over without its transport', async () => {
    let seen: HttpRequest | undefined;
    const keep = async (request: HttpRequest) => {
      seen = request;
      return { status: 200 };
    };
    const authorizer = { jwt: { claims: { sub: 'agent-1', 'cognito:groups': '[agent]' }, scopes: [] } };
    await ask(keep, { method: 'POST', path: '/webhooks/x', body: '{"é":1}', query: { a: 'b' }, authorizer });
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/webhooks/x',
      query: { a: 'b' },
      traceId: 'trace-1',
      claims: { sub: 'agent-1', 'cognito:groups': '[agent]' },
    });
    expect(seen?.body.toString()).toBe('{"é":1}');
  });

  it('decodes a body in base64, and takes none for an empty one', async () => {
    const bodies: Buffer[] = [];
    const keep = async ({ body }: HttpRequest) => {
      bodies.push(body);
      return { status: 200 };
    };
    const bytes = Buffer.from([0, 255, 128, 10]);
    await ask(keep, { body: bytes.toString('base64'), isBase64Encoded: true });
    await ask(keep, {});
    expect(bodies).toEqual([bytes, Buffer.alloc(0)]);
  });

  it('sees no claims on an open route', async () => {
    const claims: object[] = [];
    const keep = async (request: HttpRequest) => {
      claims.push(request.claims);
      return { status: 200 };
    };
    for (const authorizer of [undefined, {}, { jwt: 'x' }, { jwt: { claims: 7 } }])
      await ask(keep, authorizer ? { authorizer } : {});
    expect(claims).toEqual([{}, {}, {}, {}]);
  });

  it('answers a Reject as a problem, counts it, and logs nothing of the request', async () => {
    const reject = async () => {
      throw new Reject(409, 'Changed.', { messages: [] });
    };
    const { statusCode, headers, body, output } = await ask(reject, { method: 'POST', body: 'dear desk' });
    expect(statusCode).toBe(409);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({
      status: 409,
      detail: 'Changed.',
      traceId: 'trace-1',
      messages: [],
    });
    expect(output).not.toContain('dear desk');
    expect(jsonLines(output)).toMatchObject([{ Refused: 1, status: '409', service: 'webhook' }]);
  });

  it('answers anything else as an opaque 500 and says in the log what it was', async () => {
    const fail = async () => {
      throw new TypeError('the table is on fire');
    };
    const { statusCode, body, output } = await ask(fail, { body: 'dear desk' });
    expect(statusCode).toBe(500);
    expect(body).not.toContain('fire');
    expect(JSON.parse(body)).toMatchObject({ status: 500, traceId: 'trace-1' });
    expect(jsonLines(output)).toMatchObject([
      { level: 'ERROR', traceId: 'trace-1', error: { name: 'TypeError', message: 'the table is on fire' } },
    ]);
    expect(output).not.toContain('dear desk');
  });

  it('builds its services once, and tries again after that failed', async () => {
    let built = 0;
    const build = () => {
      built += 1;
      if (built === 1) throw new Error('not yet');
      return { number: built };
    };
    const handler = endpoint('webhook', build, async (_, { number }) => ({ status: 200, body: `${number}` }));
    const bodies: unknown[] = [];
    await outputOf(async () => {
      for (let call = 0; call < 3; call += 1) {
        const { statusCode, body } = resultOf(await handler(httpEvent({}), context));
        bodies.push(statusCode === 200 ? body : statusCode);
      }
    });
    expect(bodies).toEqual([500, '2', '2']);
  });

  it('says in the log which settings are missing, and nothing to the caller', async () => {
    vi.stubEnv('INBOUND_QUEUE_URL', '');
    const { statusCode, body, output } = await ask(async () => ({ status: 200 }));
    vi.stubEnv('INBOUND_QUEUE_URL', settings.INBOUND_QUEUE_URL);
    expect(statusCode).toBe(500);
    expect(body).not.toContain('INBOUND_QUEUE_URL');
    expect(output).toContain('INBOUND_QUEUE_URL missing or empty');
  });
});

describe('router', () => {
  const handler = router('webhook', () => ({}), [
    { method: 'GET', path: '/things', respond: async () => ({ status: 200, body: 'all' }) },
    {
      method: 'GET',
      path: '/things/{id}',
      respond: async ({ parameters }) => ({ status: 200, body: `one: ${parameters.id}` }),
    },
    {
      method: 'POST',
      path: '/things',
      respond: async () => {
        throw new Reject(400, 'No.');
      },
    },
  ]);

  const rows = [
    { name: 'a path', method: 'GET', path: '/things', status: 200, body: 'all' },
    { name: 'a path with a name in it', method: 'GET', path: '/things/T1', status: 200, body: 'one: T1' },
    { name: 'a refusal', method: 'POST', path: '/things', status: 400, body: /"detail":"No\."/ },
    { name: 'no such path', method: 'GET', path: '/others', status: 404, body: /There is no GET \/others/ },
    { name: 'no such method', method: 'DELETE', path: '/things', status: 404, body: /There is no DELETE/ },
    { name: 'a path below', method: 'GET', path: '/things/T1/parts', status: 404, body: /There is no GET/ },
  ];

  it.each(rows)('answers $name with $status', async ({ method, path, status, body }) => {
    let answer: unknown;
    await outputOf(async () => {
      answer = await handler(httpEvent({ method, path }), context);
    });
    const result = resultOf(answer);
    expect(result.statusCode).toBe(status);
    expect(result.body).toMatch(body);
  });
});

/** A worker for which bodies with `poison` fail and such with `drop` can never succeed. */
async function work(queue: 'standard' | 'fifo', bodies: string[], keep?: () => Promise<void>) {
  const done: string[] = [];
  const kept: string[] = [];
  const handler = worker(
    'inbound',
    () => ({}),
    {
      record: async ({ body }) => {
        if (body.includes('poison')) throw new Error('cannot now');
        if (body.includes('drop')) throw new Drop('x: unreadable');
        done.push(body);
      },
      drop: async ({ body }, { reason }) => {
        await keep?.();
        kept.push(`${body} (${reason})`);
      },
    },
    queue,
  );
  let answer: unknown;
  const output = await outputOf(async () => {
    // A body such as `1a` is in group 1.
    const messages = bodies.map((body) => ({ id: body, body, group: body.slice(0, 1) }));
    answer = await handler(sqsEvent(messages), context);
  });
  return { done, kept, failed: failedIn(answer), output };
}

describe('worker', () => {
  const rows: {
    name: string;
    queue: 'standard' | 'fifo';
    bodies: string[];
    done: string[];
    failed: string[];
  }[] = [
    {
      name: 'takes a whole batch',
      queue: 'standard',
      bodies: ['1a', '1b', '2a'],
      done: ['1a', '1b', '2a'],
      failed: [],
    },
    {
      name: 'gives back only what failed, of a standard queue',
      queue: 'standard',
      bodies: ['1a', '1b poison', '1c', '2a'],
      done: ['1a', '1c', '2a'],
      failed: ['1b poison'],
    },
    {
      name: 'gives back what failed and what follows it in its group, of a FIFO queue',
      queue: 'fifo',
      bodies: ['1a', '2a', '1b poison', '2b', '1c', '3a'],
      done: ['1a', '2a', '2b', '3a'],
      failed: ['1b poison', '1c'],
    },
    {
      name: 'gives everything back, without failing itself, when all failed',
      queue: 'standard',
      bodies: ['1 poison', '2 poison'],
      done: [],
      failed: ['1 poison', '2 poison'],
    },
    {
      name: 'gives everything of a FIFO queue back in order when all failed',
      queue: 'fifo',
      bodies: ['1 poison', '2 poison', '1b'],
      done: [],
      failed: ['1 poison', '2 poison', '1b'],
    },
  ];

  it.each(rows)('$name', async ({ queue, bodies, done, failed }) => {
    const outcome = await work(queue, bodies);
    expect(outcome.done.sort()).toEqual([...done].sort());
    expect(outcome.failed.sort()).toEqual([...failed].sort());
    const errors = jsonLines(outcome.output).filter((line) => JSON.stringify(line).includes('ERROR'));
    expect(errors).toHaveLength(bodies.filter((body) => body.includes('poison')).length);
  });

  it.each(['standard', 'fifo'] as const)(
    'keeps, counts and acknowledges what can never succeed, on a %s queue',
    async (queue) => {
      const { done, kept, failed, output } = await work(queue, ['1a', '1b drop', '1c']);
      expect(done).toEqual(['1a', '1c']);
      expect(kept).toEqual(['1b drop (x: unreadable)']);
      expect(failed).toEqual([]);
      expect(jsonLines(output)).toMatchObject([{ Dropped: 1, reason: 'x: unreadable', service: 'inbound' }]);
    },
  );

  it('gives back what could not be kept, and does not count it as dropped yet', async () => {
    const { failed, output } = await work('standard', ['1 drop', '2a'], async () => {
      throw new Error('the table is on fire');
    });
    expect(failed).toEqual(['1 drop']);
    expect(jsonLines(output)).toMatchObject([{ level: 'ERROR', messageId: '1 drop' }]);
  });

  it('does not log what a record says', async () => {
    const { output } = await work('standard', ['poison', 'drop']);
    const words = jsonLines(output).map((line) =>
      JSON.stringify({ ...z.looseObject({}).parse(line), messageId: '' }),
    );
    for (const line of words) expect(line).not.toContain('poison');
  });
});

describe('batchWorker', () => {
  /** A worker whose records come to what is written here, in the order of a delivery. */
  async function workAll(outcomes: PromiseSettledResult<void>[]) {
    const handler = batchWorker(
      'inbound',
      () => ({}),
      async () => outcomes,
    );
    let answer: unknown;
    const output = await outputOf(async () => {
      const messages = ['a', 'b', 'c'].map((id) => ({ id, body: `words of ${id}`, group: id }));
      answer = await handler(sqsEvent(messages), context);
    });
    return { failed: failedIn(answer), output };
  }
  const good = { status: 'fulfilled', value: undefined } as const;
  const bad = (reason: Error) => ({ status: 'rejected', reason }) as const;

  it('gives back what failed alone, and says so in the log without what it says', async () => {
    const { failed, output } = await workAll([good, bad(new Error('cannot now')), good]);
    expect(failed).toEqual(['b']);
    expect(jsonLines(output)).toMatchObject([
      { level: 'ERROR', messageId: 'b', error: { message: 'cannot now' } },
    ]);
    expect(output).not.toContain('words of');
  });

  it('counts and acknowledges what can never succeed', async () => {
    const { failed, output } = await workAll([bad(new Drop('unreadable')), good, good]);
    expect(failed).toEqual([]);
    expect(jsonLines(output)).toMatchObject([{ Dropped: 1, reason: 'unreadable', service: 'inbound' }]);
  });

  it('gives back what nothing was said of', async () => {
    const { failed } = await workAll([good]);
    expect(failed).toEqual(['b', 'c']);
  });
});

describe('streamWorker', () => {
  const record = { eventID: '1', eventName: 'INSERT' as const, dynamodb: {} };

  it('hands the batch over as a whole, in order, and fails as a whole', async () => {
    const seen: (string | undefined)[] = [];
    const handler = streamWorker(
      'publish',
      () => ({}),
      async (records) => {
        seen.push(...records.map(({ eventID }) => eventID));
        if (records.length > 2) throw new Error('too many');
      },
    );
    vi.stubEnv('BUS_NAME', 'bus');
    vi.stubEnv('PUSH_QUEUE_URL', 'push');
    await handler({ Records: [record, { ...record, eventID: '2' }] }, context);
    await expect(handler({ Records: [record, record, record] }, context)).rejects.toThrow('too many');
    expect(seen).toEqual(['1', '2', '1', '1', '1']);
  });
});

describe('tick', () => {
  it('does its work with its services, whatever the schedule sends along', async () => {
    const seen: string[] = [];
    const handler = tick(
      'sweep',
      ({ TABLE_NAME }) => ({ name: TABLE_NAME }),
      async ({ name }) => {
        seen.push(name);
      },
    );
    await handler(recordedJson('aws', 'scheduler-lambda-event'), context);
    await handler({}, context);
    expect(seen).toEqual(['desk', 'desk']);
  });

  it('fails when its work fails, so that the alarm of the schedule sees it', async () => {
    const handler = tick(
      'sweep',
      () => ({}),
      async () => {
        throw new Error('no table');
      },
    );
    await expect(handler({}, context)).rejects.toThrow('no table');
  });
});
