import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listConversations } from '../../../functions/api/inbox.ts';
import { push, rowOf } from '../../../functions/handlers/push.ts';
import { changeNotice } from '../../../functions/queues/change-notice.ts';
import { openPost } from '../../../functions/services/live.ts';
import { listConnections, putConnection } from '../../../functions/store/live-connections.ts';
import { type ApiDesk, openApiDesk } from '../api/api-desk.ts';
import { recordPosts } from '../live/posted.ts';
import { localAccess, openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const connect = (connectionId: string) =>
  putConnection(api.desk.table, {
    connectionId,
    agentId: connectionId,
    name: connectionId,
    role: 'agent',
    expiresAt: Date.parse(api.time.now) / 1000 + 60,
  });
const notice = (conversationId: string) =>
  changeNotice({ conversationId, events: ['message.received'], by: 'x', traceId: 'trace' });
const services = (post = recordPosts().post) => ({
  table: api.desk.table,
  clock: api.desk.clock,
  post,
  rowOf,
});

describe('push', () => {
  it('shows every page the row that the inbox has, what happened and who caused it', async () => {
    await api.say('one');
    await Promise.all([connect('p1'), connect('p2')]);
    const id = await api.conversationId();
    const { post, told } = recordPosts();
    await push(notice(id), services(post));
    const { body } = await api.ask(listConversations);
    const [row] = Object(body).items;
    const message = { type: 'conversation', conversation: row, events: ['message.received'], by: 'x' };
    expect(told.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
      { to: 'p1', message },
      { to: 'p2', message },
    ]);
  });

  it('is small, however long the conversation', async () => {
    for (let n = 0; n < 40; n += 1) await api.say(`m${n}`, { text: 'My parcel is late. '.repeat(40) });
    await connect('p1');
    const sizes: number[] = [];
    await push(
      notice(await api.conversationId()),
      services(async (_, message) => {
        sizes.push(Buffer.byteLength(message));
        return 'sent';
      }),
    );
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(8 * 1024);
  });

  it.each([
    { name: 'nobody is there', pages: [], conversation: 'known' },
    { name: 'the conversation is gone', pages: ['p1'], conversation: 'unknown' },
  ])('says nothing when $name', async ({ pages, conversation }) => {
    await api.say('one');
    for (const page of pages) await connect(page);
    const { post, told } = recordPosts();
    await push(notice(conversation === 'known' ? await api.conversationId() : 'unknown'), services(post));
    expect(told).toEqual([]);
  });
});

describe('through API Gateway', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url ?? '')}`);
    request.resume();
    if (request.url?.includes('gone'))
      response.writeHead(410, { 'x-amzn-errortype': 'GoneException' }).end('{}');
    else response.writeHead(200).end();
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => void asked.splice(0));
  afterAll(() => server.close());

  it('reaches pages at the address of their API, and forgets those that are gone', async () => {
    await api.say('one');
    await Promise.all([connect('p1'), connect('gone')]);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await push(
      notice(await api.conversationId()),
      services(openPost(`http://127.0.0.1:${port}/live`, localAccess)),
    );
    expect(asked.toSorted()).toEqual(['POST /live/@connections/gone', 'POST /live/@connections/p1']);
    expect(await listConnections(api.desk.table, 0)).toMatchObject([{ connectionId: 'p1' }]);
  });
});
