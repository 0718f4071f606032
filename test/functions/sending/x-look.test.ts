import { describe, expect, it } from 'vitest';
import type { Order } from '../../../functions/channels/sending.ts';
import { xSender } from '../../../functions/channels/x/send.ts';
import { answerTo, INES, messageTo, startWorld, TOMAS, type XWorld } from './x-world.ts';

const since = (world: XWorld) => new Date(world.clock.now).toISOString();
const look = (world: XWorld, order: Order) => xSender.look(order, world.access(), since(world));
const cut = { count: 1, kind: 'cut' } as const;

describe('a connection that was cut after X had taken', () => {
  it('an answer leaves it unconfirmed, and looking finds it', async () => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES));
    world.simulator.addFault(cut);
    expect((await xSender.send(order, world.access())).outcome).toBe('unconfirmed');
    const [answer] = await world.posted();
    expect(await look(world, order)).toEqual({ found: 'yes', nativeId: answer?.id });
  });

  it('a private message leaves it unconfirmed, and looking finds it', async () => {
    const world = await startWorld();
    const order = messageTo(INES);
    world.simulator.addFault(cut);
    expect((await xSender.send(order, world.access())).outcome).toBe('unconfirmed');
    const [message] = (await world.state()).messages;
    expect(await look(world, order)).toEqual({ found: 'yes', nativeId: message?.id });
  });

  it('a picture lets the answer be tried again, since nobody saw it', async () => {
    const world = await startWorld();
    const png = { type: 'image', contentType: 'image/png', url: '' } as const;
    const bytes = async () => Buffer.from('\x89PNG', 'latin1');
    const order = answerTo(await world.post(INES), { media: [{ ...png, bytes }] });
    world.simulator.addFault(cut);
    expect((await xSender.send(order, world.access())).outcome).toBe('retry');
    expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    expect(await look(world, order)).toMatchObject({ found: 'yes' });
  });
});

it('finds an answer that X made after the time limit of the caller', async () => {
  const world = await startWorld();
  const order = answerTo(await world.post(INES));
  world.simulator.addFault({ count: 1, kind: 'latency', value: 3_000 });
  const hasty: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(1_500) });
  expect((await xSender.send(order, world.access({ fetch: hasty }))).outcome).toBe('unconfirmed');
  await expect.poll(() => look(world, order), { timeout: 20_000 }).toMatchObject({ found: 'yes' });
});

it('does not find an answer that X refused with a failure of its own', async () => {
  const world = await startWorld();
  const order = answerTo(await world.post(INES));
  world.simulator.addFault({ count: 1, kind: 'status', value: 500 });
  expect((await xSender.send(order, world.access())).outcome).toBe('unconfirmed');
  expect(await look(world, order)).toEqual({ found: 'no' });
});

const texts = [
  'Two < three & four > one: "fine" &amp; good',
  'See https://example.com/a?b=1&c=%20d, or example.com!',
  '@ines_okoro_ex and @tomasrivera_ex, we look',
  'Grüße 👨‍👩‍👧‍👦\n\n日本 — done',
];

describe.each(texts)('the words %j', (text) => {
  it('are recognized among our posts', async () => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES, '@larkspursupply @tomasrivera_ex help'), { text });
    const outcome = await xSender.send(order, world.access());
    expect(outcome.outcome).toBe('sent');
    expect(await look(world, order)).toEqual({ ...outcome, outcome: undefined, found: 'yes' });
  });

  it('are recognized in the conversation', async () => {
    const world = await startWorld();
    const order = messageTo(INES, { text });
    const outcome = await xSender.send(order, world.access());
    expect(outcome.outcome).toBe('sent');
    expect(await look(world, order)).toEqual({ ...outcome, outcome: undefined, found: 'yes' });
  });
});

it('recognizes an invitation with the link that was added', async () => {
  const world = await startWorld();
  const order = answerTo(await world.post(INES), { invitation: true });
  await xSender.send(order, world.access());
  expect(await look(world, order)).toMatchObject({ found: 'yes' });
});

describe('it does not take for ours', () => {
  it('the same private words to somebody else', async () => {
    const world = await startWorld();
    await xSender.send(messageTo(TOMAS), world.access());
    expect(await look(world, messageTo(INES))).toEqual({ found: 'no' });
  });

  it('the same private words of some minutes ago', async () => {
    const world = await startWorld();
    await xSender.send(messageTo(INES), world.access());
    world.clock.now += 5 * 60_000;
    expect(await look(world, messageTo(INES))).toEqual({ found: 'no' });
  });

  it('an echo of the person', async () => {
    const world = await startWorld();
    const { text } = messageTo(INES);
    await world.act('POST', 'messages', { person: INES, to: 'larkspursupply', text });
    expect(await look(world, messageTo(INES))).toEqual({ found: 'no' });
  });
});

it('finds an answer behind a hundred others', async () => {
  const world = await startWorld({ limits: { 'POST /2/tweets': 200 }, registered: false });
  const question = await world.post(INES);
  const order = answerTo(question);
  const outcome = await xSender.send(order, world.access());
  for (let other = 0; other < 105; other += 1)
    await xSender.send(answerTo(question, { text: `Other words ${other}` }), world.access());
  expect(await look(world, order)).toEqual({ ...outcome, outcome: undefined, found: 'yes' });
});

it.each([
  ['a failure of X', 500, 'x:trouble'],
  ['a rate limit', 429, 'x:rate-limited'],
])('does not know after %s', async (_name, value, code) => {
  const world = await startWorld();
  world.simulator.addFault({ count: 1, kind: 'status', value });
  expect(await look(world, messageTo(INES))).toMatchObject({ found: 'unknown', refusal: { code } });
});
