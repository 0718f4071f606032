import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type OutboundWorld, openWorld, people } from '../outbound-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

/** Two replies that X refuses, the older first. */
async function failed(): Promise<{ world: OutboundWorld; conversation: Conversation; ids: string[] }> {
  const world = await openWorld(await engine.newTable());
  await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
  const conversation = await world.conversation();
  world.x.addFault({ count: 2, kind: 'status', value: 400 });
  const ids = [];
  for (const text of ['First.', 'Second.'])
    ids.push(await world.reply(conversation, { text, undoSeconds: 0 }));
  await world.pass(10);
  return { world, conversation, ids };
}

const list = (world: OutboundWorld, query: string) => world.api('GET', `/api/outbound?${query}`);

describe('GET /api/outbound', () => {
  it('lists what failed, oldest first, each with its reason and its conversation', async () => {
    const { world, conversation, ids } = await failed();
    expect(await list(world, 'state=failed')).toMatchObject({
      status: 200,
      body: {
        items: ids.map((id) => ({
          id,
          conversationId: conversation.id,
          state: 'failed',
          outbound: { refusal: { explanation: expect.any(String), advice: expect.any(String) } },
        })),
      },
    });
    expect(await list(world, 'state=failed&limit=1')).toMatchObject({ body: { items: [{ id: ids[0] }] } });
    for (const state of ['held', 'unconfirmed'])
      expect(await list(world, `state=${state}`)).toMatchObject({ body: { items: [] } });
  });

  it.each(['', 'state=sending', 'state=failed&limit=0', 'state=failed&limit=101'])(
    'refuses “%s”',
    async (query) => {
      const { world } = await failed();
      expect(await list(world, query)).toMatchObject({ status: 400 });
    },
  );
});

describe('POST /api/messages/{id}/handled', () => {
  const handle = (world: OutboundWorld, id: string, asked = {}) =>
    world.api('POST', `/api/messages/${id}/handled`, undefined, asked);

  it('takes a message off the list, with who dealt with it, once', async () => {
    const { world, ids } = await failed();
    const [first = ''] = ids;
    expect(await handle(world, first, { key: 'k1' })).toMatchObject({
      status: 200,
      body: { message: { id: first, state: 'failed', outbound: { handledBy: 'agent-1' } } },
    });
    expect(await handle(world, first, { key: 'k1' })).toMatchObject({ status: 200 });
    expect(await handle(world, first, { by: 'agent-2' })).toMatchObject({
      body: { message: { outbound: { handledBy: 'agent-1' } } },
    });
    expect(await list(world, 'state=failed')).toMatchObject({ body: { items: [{ id: ids[1] }] } });
  });

  it('keeps what was held from being sent later', async () => {
    const { world, conversation } = await failed();
    world.secrets.x.accounts[conversation.accountId] = { token: 'dead', tokenSecret: 'dead' };
    const id = await world.reply(conversation, { text: 'Held.', undoSeconds: 0 });
    await world.pass(10);
    await handle(world, id);
    world.secrets.x.accounts[conversation.accountId] = { token: 'token', tokenSecret: 'hush' };
    const { releaseAccounts } = await import('../../../functions/held-accounts.ts');
    await releaseAccounts(world.dispatch);
    await world.pass(60);
    expect(await world.message(id)).toMatchObject({ state: 'held' });
  });

  it('is refused for what needs nobody, and for what there is not', async () => {
    const { world, conversation } = await failed();
    const id = await world.reply(conversation, { text: 'Fine.' });
    expect(await handle(world, id)).toMatchObject({ status: 409 });
    expect(await handle(world, conversation.lastMessageId)).toMatchObject({ status: 404 });
  });
});
