import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../functions/channels/sending.ts';
import { xSender } from '../../../functions/channels/x/send.ts';
import type { Fault } from '../../../lib/local/platforms/simulator.ts';
import { answerTo, BRAND, INES, LIAM, messageTo, startWorld, TOMAS, type XWorld } from './x-world.ts';

type Prepare = (world: XWorld) => Promise<Order>;
const question: Prepare = async (world) => answerTo(await world.post(INES));
const message: Prepare = async () => messageTo(INES);

const refusals: [title: string, prepare: Prepare, code: string][] = [
  [
    'a post that did not call for an answer',
    async (world) => answerTo(await world.post(INES, 'Lovely day')),
    'not-summoned',
  ],
  [
    'a post that was deleted',
    async (world) => {
      const id = await world.post(INES);
      await world.act('DELETE', `posts/${id}`, { person: INES });
      return answerTo(id);
    },
    'parent-gone',
  ],
  [
    'a person who blocked us, in public',
    async (world) => {
      const id = await world.post(INES);
      await world.act('POST', 'blocks', { person: INES, accountId: BRAND });
      return answerTo(id);
    },
    'parent-gone',
  ],
  [
    'a person who blocked us, in private',
    async (world) => {
      await world.act('POST', 'blocks', { person: INES, accountId: BRAND });
      return messageTo(INES);
    },
    'dm-closed',
  ],
  ['a person who takes no private messages', async () => messageTo(LIAM), 'dm-closed'],
  ['a person who is gone', async () => messageTo('1999999999999999999'), 'person-gone'],
  [
    'a text that is too long',
    async (world) => answerTo(await world.post(INES), { text: 'x'.repeat(281) }),
    'refused',
  ],
  ['a private text that is too long', async () => messageTo(INES, { text: 'x'.repeat(10_001) }), 'refused'],
  ['an id that is none', async () => answerTo('abc'), 'refused'],
];

it.each(refusals)('fails with its reason for %s', async (_title, prepare, code) => {
  const world = await startWorld();
  const outcome = await xSender.send(await prepare(world), world.access());
  expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: `x:${code}` } });
  expect(await world.posted()).toEqual([]);
});

const faults: [
  title: string,
  prepare: Prepare,
  fault: Omit<Fault, 'count'>,
  outcome: string,
  code: string,
][] = [
  ['a failure of X to a post', question, { kind: 'status', value: 500 }, 'unconfirmed', 'no-answer'],
  ['a failure of X to a message', message, { kind: 'status', value: 503 }, 'unconfirmed', 'no-answer'],
  ['credits that are used up', question, { kind: 'code', value: 402 }, 'hold', 'credits'],
  ['a token by its number', message, { kind: 'code', value: 89 }, 'hold', 'unauthorized'],
  ['a rate limit by its number', question, { kind: 'code', value: 88 }, 'retry', 'rate-limited'],
  ['a duplicate', question, { kind: 'code', value: 187 }, 'unconfirmed', 'duplicate'],
  ['a closed inbox', message, { kind: 'code', value: 349 }, 'failed', 'dm-closed'],
  ['a parent that is gone', question, { kind: 'code', value: 385 }, 'failed', 'parent-gone'],
  ['an answer uncalled for', question, { kind: 'code', value: 433 }, 'failed', 'not-summoned'],
];

it.each(faults)('decides on %s', async (_title, prepare, fault, outcome, code) => {
  const world = await startWorld();
  const order = await prepare(world);
  world.simulator.addFault({ count: 1, ...fault });
  expect(await xSender.send(order, world.access())).toMatchObject({
    outcome,
    refusal: { code: `x:${code}` },
  });
});

describe('a token that X no longer accepts', () => {
  it.each(['revoked', 'expired'] as const)(
    'holds the account when it is %s, until it is mended',
    async (state) => {
      const world = await startWorld();
      const order = await question(world);
      world.simulator.setToken(BRAND, state);
      const held = await xSender.send(order, world.access());
      expect(held).toMatchObject({ outcome: 'hold', refusal: { code: 'x:unauthorized' } });
      world.simulator.setToken(BRAND, 'valid');
      expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    },
  );

  it('holds the account when it was signed with another secret', async () => {
    const world = await startWorld();
    const { secret } = world.access();
    const access = world.access({ secret: { ...secret, signingKeys: ['other'] } });
    expect((await xSender.send(await question(world), access)).outcome).toBe('hold');
  });
});

describe('a rate limit', () => {
  it('lasts as long as X says, for posts and not for messages', async () => {
    const world = await startWorld({ limits: { 'POST /2/tweets': 1 } });
    const order = await question(world);
    expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    world.clock.now += 100_000;
    const next = { ...order, text: 'Once more.' };
    const limited = await xSender.send(next, world.access());
    expect(limited).toMatchObject({ outcome: 'retry', afterSeconds: 800, wholeAccount: false });
    expect((await xSender.send(messageTo(INES), world.access())).outcome).toBe('sent');
    world.clock.now += 800_000;
    expect((await xSender.send(next, world.access())).outcome).toBe('sent');
  });

  it('is short when calls are left, so that not all wait for the end of the window', async () => {
    const world = await startWorld();
    const order = await question(world);
    world.simulator.addFault({ count: 1, kind: 'status', value: 429 });
    expect(await xSender.send(order, world.access())).toMatchObject({ outcome: 'retry', afterSeconds: 15 });
  });
});

describe('the same words once more', () => {
  it('are neither sent nor failed, since they may be ours', async () => {
    const world = await startWorld();
    const order = await question(world);
    await xSender.send(order, world.access());
    const again = await xSender.send(order, world.access());
    expect(again).toMatchObject({ outcome: 'unconfirmed', refusal: { code: 'x:duplicate' } });
    expect(await world.posted()).toHaveLength(1);
  });

  it('are found not to be there when they were said to somebody else', async () => {
    const world = await startWorld();
    await xSender.send(await question(world), world.access());
    const order = answerTo(await world.post(TOMAS), { personId: TOMAS });
    expect((await xSender.send(order, world.access())).outcome).toBe('unconfirmed');
    const since = new Date(world.clock.now).toISOString();
    expect(await xSender.look(order, world.access(), since)).toEqual({ found: 'no' });
  });
});

it('tries again later when nobody listens at the address', async () => {
  const world = await startWorld();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  server.close();
  await once(server, 'close');
  const access = world.access({ apiUrl: `http://127.0.0.1:${port}` });
  const outcome = await xSender.send(await question(world), access);
  expect(outcome).toMatchObject({ outcome: 'retry', refusal: { code: 'x:trouble' } });
});
