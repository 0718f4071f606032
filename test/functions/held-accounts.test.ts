import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../functions/domain/conversation.ts';
import { freeAccount, releaseAccounts } from '../../functions/held-accounts.ts';
import { getAccount } from '../../functions/store/accounts.ts';
import { announcementsOf } from '../../functions/store/stream.ts';
import { brand, type OutboundWorld, openWorld, people } from './outbound-world.ts';
import { callsOf, commentedOnFacebook, postedOnX, postOf } from './outside-views.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const right = { token: 'token', tokenSecret: 'hush' };
const dead = { token: 'dead', tokenSecret: 'dead' };

/** Ines mentions an account of ours whose token the desk has wrong. */
async function refusedAtX(): Promise<{ world: OutboundWorld; conversation: Conversation }> {
  const world = await openWorld(await engine.newTable());
  world.secrets.x.accounts[brand.id] = dead;
  await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
  return { world, conversation: await world.conversation() };
}

const account = (world: OutboundWorld) => getAccount(world.desk.table, 'x', brand.id);
const release = (world: OutboundWorld) => releaseAccounts(world.dispatch);
const postsTried = (world: OutboundWorld) =>
  callsOf(world, 'x').filter((call) => call.startsWith('POST /2/tweets')).length;

/** What was announced of accounts. */
async function news({ desk }: OutboundWorld): Promise<string[]> {
  const { Items = [] } = await desk.table.client.send(new ScanCommand({ TableName: desk.table.name }));
  const told = Items.filter(({ pk }) => `${pk}`.startsWith('ACCOUNT#')).flatMap((item) =>
    announcementsOf(marshall(item, { removeUndefinedValues: true })),
  );
  return told.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ name }) => name);
}

describe('an account whose token is dead', () => {
  it('holds its replies without asking the platform for each, and is told of once', async () => {
    const { world, conversation } = await refusedAtX();
    for (const text of ['First.', 'Second.', 'Third.'])
      await world.reply(conversation, { text, undoSeconds: 0 });
    await world.pass(120);
    expect(await world.said(conversation)).toEqual(['First.: held', 'Second.: held', 'Third.: held']);
    expect(postsTried(world)).toBe(1);
    expect(await account(world)).toMatchObject({
      state: 'held',
      refusal: { code: 'x:unauthorized' },
      lastFailure: { code: 'x:unauthorized' },
    });
    expect(await news(world)).toEqual(['account.held']);
    expect(await world.api('GET', '/api/outbound?state=held')).toMatchObject({
      body: { items: [{}, {}, {}] },
    });
  });

  it('goes on receiving', async () => {
    const { world, conversation } = await refusedAtX();
    await world.reply(conversation, { text: 'First.' });
    await world.pass(10);
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply hello??' });
    expect(await world.conversation()).toMatchObject({
      preview: '@larkspursupply hello??',
      unanswered: [{}],
    });
  });

  it('sends what was held, in its order, once the new token is in', async () => {
    const { world, conversation } = await refusedAtX();
    for (const text of ['First.', 'Second.', 'Third.'])
      await world.reply(conversation, { text, undoSeconds: 0 });
    await world.pass(60);
    await release(world);
    expect(await world.said(conversation)).toEqual(['First.: held', 'Second.: held', 'Third.: held']);
    world.secrets.x.accounts[brand.id] = right;
    await release(world);
    expect(await account(world)).toMatchObject({ state: 'working' });
    await world.pass(60);
    expect((await postedOnX(world)).map(({ text }) => text)).toEqual(['First.', 'Second.', 'Third.']);
    expect(await news(world)).toEqual(['account.held', 'account.released']);
  });

  it('does not hold the replies of other accounts, nor do those keep its own', async () => {
    const { world, conversation } = await refusedAtX();
    await world.reply(conversation, { text: 'At X.' });
    await world.act('facebook', 'comments', {
      person: people.facebook.ines,
      postId: await postOf(world),
      text: 'Hello?',
    });
    const other = (await world.conversations()).find(({ channel }) => channel === 'facebook');
    if (!other) throw new Error('Nobody commented.');
    await world.reply(other, { text: 'At Facebook.' });
    await world.pass(60);
    expect(await commentedOnFacebook(world)).toHaveLength(1);
    world.secrets.x.accounts[brand.id] = right;
    await release(world);
    await world.pass(60);
    expect(await postedOnX(world)).toHaveLength(1);
  });

  it('is tried again with one message after an hour, and the others follow when that arrives', async () => {
    const { world, conversation } = await refusedAtX();
    world.secrets.x.accounts[brand.id] = right;
    world.x.addFault({ count: 2, kind: 'status', value: 401 });
    for (const text of ['First.', 'Second.']) await world.reply(conversation, { text, undoSeconds: 0 });
    await world.pass(3599);
    await release(world);
    await world.pass(1);
    expect(postsTried(world)).toBe(1);
    await world.pass(60);
    await release(world);
    const states = (await world.said(conversation)).map((said) => said.split(': ').at(-1));
    expect(states.sort()).toEqual(['held', 'queued']);
    for (let minute = 0; minute < 5; minute += 1) {
      await release(world);
      await world.pass(60);
    }
    expect(postsTried(world)).toBe(2);
    expect(await news(world)).toEqual(['account.held']);
    await world.pass(3600);
    for (let minute = 0; minute < 5; minute += 1) {
      await release(world);
      await world.pass(60);
    }
    expect((await postedOnX(world)).map(({ text }) => text)).toEqual(['First.', 'Second.']);
    expect(await news(world)).toEqual(['account.held', 'account.released']);
  });
});

describe('a token that was refused', () => {
  it('holds nothing when there is a newer one already', async () => {
    const { world, conversation } = await refusedAtX();
    const { of } = world.dispatch.secrets;
    let readings = 0;
    world.dispatch.secrets.of = async (channel, doubted) => {
      readings += 1;
      if (doubted || readings > 1) world.secrets.x.accounts[brand.id] = right;
      return of(channel, doubted);
    };
    await world.reply(conversation, { text: 'Just rotated.', undoSeconds: 0 });
    await world.pass(60);
    expect(await world.said(conversation)).toEqual(['Just rotated.: sent']);
    expect(await account(world)).toMatchObject({ state: 'working' });
    expect(await news(world)).toEqual([]);
  });

  it('lets go what could not be looked for either', async () => {
    const { world, conversation } = await refusedAtX();
    world.secrets.x.accounts[brand.id] = right;
    world.hearing = 'later';
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    world.x.addFault({ count: 1, kind: 'cut' });
    await world.work();
    world.secrets.x.accounts[brand.id] = dead;
    await world.reply(conversation, { text: 'Later.', undoSeconds: 0 });
    await world.pass(86_400);
    expect(await world.said(conversation)).toEqual(['Only once.: unconfirmed', 'Later.: held']);
    world.secrets.x.accounts[brand.id] = right;
    await release(world);
    await world.pass(120);
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
    expect((await postedOnX(world)).map(({ text }) => text)).toEqual(['Only once.', 'Later.']);
  });

  it('that was held a moment too late is let go all the same', async () => {
    const { world, conversation } = await refusedAtX();
    const id = await world.reply(conversation, { text: 'Late.', undoSeconds: 0 });
    await world.pass(10);
    // The account is freed between the refusal and the writing of the message.
    world.secrets.x.accounts[brand.id] = right;
    await freeAccount({ channel: 'x', accountId: brand.id }, world.dispatch);
    expect(await world.message(id)).toMatchObject({ state: 'held' });
    await release(world);
    await world.pass(10);
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
  });

  it('keeps no other account waiting when its secret cannot be read', async () => {
    const { world, conversation } = await refusedAtX();
    const id = await world.reply(conversation, { text: 'Waiting.', undoSeconds: 0 });
    await world.pass(10);
    world.dispatch.secrets.of = async () => Promise.reject(new Error('The secret is empty.'));
    await release(world);
    expect(await world.message(id)).toMatchObject({ state: 'held' });
    expect(world.telemetry.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'the secret of a held account cannot be read' }),
    );
  });
});
