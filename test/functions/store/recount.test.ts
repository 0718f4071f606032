import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConversation, claimConversation } from '../../../functions/api/arrangements.ts';
import { postNote } from '../../../functions/api/notes.ts';
import { countViews } from '../../../functions/bookkeeping/count-views.ts';
import { Conversation } from '../../../functions/domain/conversation.ts';
import { viewsOf } from '../../../functions/domain/counted-views.ts';
import { rememberAgent } from '../../../functions/store/agents.ts';
import { countersIn } from '../../../functions/store/counters.ts';
import { tallyKey } from '../../../functions/store/keys.ts';
import { recountViews } from '../../../functions/store/recount.ts';
import type { Item, Table } from '../../../functions/store/table.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from '../api/api-desk.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';
import { openTestEngine, type TestEngine } from './engine.ts';
import { followOutbox } from './outbox.ts';

let engine: TestEngine;
let table: Table;
let api: ApiDesk;
let tallied: Set<string>;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
  api = openApiDesk(table);
  tallied = new Set();
  await rememberAgent(table, { id: 'agent-1', name: 'Ada', role: 'agent', teams: [], lastSeenAt: ASKED });
});
afterAll(() => engine.close());

const later = (minutes: number) => new Date(Date.parse(ASKED) + minutes * 60_000).toISOString();
const recount = () => recountViews(table, { teams: ['support'], clock: () => api.time.now });

async function itemsOf(prefix: string): Promise<Item[]> {
  const { Items = [] } = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      FilterExpression: 'begins_with(pk, :prefix)',
      ExpressionAttributeValues: { ':prefix': prefix },
      ConsistentRead: true,
    }),
  );
  return Items;
}

/** Delivers the moves so far that were not delivered, in the order that the test likes; gives how many have to come again. */
async function deliver(inOrder = <T>(all: T[]): T[] => all): Promise<number> {
  const all = (await followOutbox(table)).filter(({ name }) => name === 'conversation.counted');
  let again = 0;
  for (const one of inOrder(all.filter(({ id }) => !tallied.has(id)))) {
    try {
      await countViews(busRecord(one.name, one), { desk: api.desk, telemetry: recordTelemetry() });
      tallied.add(one.id);
    } catch {
      again += 1;
    }
  }
  return again;
}

/** What all counters say, and what they have to say by the conversations as they are; views that hold nothing are left out. */
async function compare(): Promise<{ counters: Record<string, number>; truth: Record<string, number> }> {
  const counters = new Map<string, number>();
  for (const item of await itemsOf('TALLY#')) {
    const view = `${item.pk}`.slice('TALLY#'.length);
    const of = `${item.sk}`.slice(0, -2);
    for (const [name, count] of countersIn(item)) add(counters, `${view}/${of}/${name}`, count);
  }
  const truth = new Map<string, number>();
  for (const item of await itemsOf('CONV#'))
    if (item.sk === 'CONV') for (const view of viewsOf(Conversation.parse(item))) add(truth, view, 1);
  return { counters: shown(counters), truth: shown(truth) };
}
const add = (sums: Map<string, number>, name: string, by: number) =>
  sums.set(name, (sums.get(name) ?? 0) + by);
const shown = (sums: Map<string, number>) =>
  Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort());

async function expectRight(): Promise<void> {
  const { counters, truth } = await compare();
  expect(counters).toEqual(truth);
}

/** Makes a counter wrong, as a lost announcement would. */
async function drift(group: string, of: string, name: string, by: number): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: tallyKey(group, of, 0),
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
}

const say = (person: string, channel: 'x' | 'facebook' = 'x') =>
  api.say(`${person}-${api.time.now}`, { person: { nativeId: person }, channel, at: api.time.now });
async function idOf(person: string): Promise<string> {
  const items = (await itemsOf('CONV#'))
    .filter(({ sk }) => sk === 'CONV')
    .map((item) => Conversation.parse(item));
  return items.find(({ contact }) => contact.nativeId === person)?.id ?? '';
}
const patch = async (person: string, wish: object) =>
  api.ask(changeConversation, apiRequest({ parameters: { id: await idOf(person) } }, wish));
const claim = async (person: string) =>
  api.ask(claimConversation, apiRequest({ parameters: { id: await idOf(person) } }));
const mention = async (person: string) =>
  api.ask(
    postNote,
    apiRequest(
      { parameters: { id: await idOf(person) }, claims: claimsOf('lead') },
      { text: 'See', mentions: ['agent-1'] },
    ),
  );

/** Lets something happen between the counters standing still and the index being read. */
function whenIndexIsRead(happens: () => Promise<void>): void {
  let isFirst = true;
  table.client.middlewareStack.add(
    (next) => async (args) => {
      if (isFirst && 'IndexName' in args.input) {
        isFirst = false;
        await happens();
      }
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
}

async function someConversations(): Promise<void> {
  for (const person of ['ada', 'ben', 'cem', 'dora']) await say(person);
  await say('eve', 'facebook');
  await claim('ada');
  await mention('ben');
  await patch('cem', { status: 'snoozed', snoozedUntil: later(600) });
  await patch('dora', { status: 'resolved' });
  await deliver();
  await expectRight();
  api.time.now = later(30);
}

describe('a recount of the views (A95, A96)', () => {
  beforeEach(someConversations);

  it('finds nothing wrong where nothing is', async () => {
    expect(await recount()).toEqual({ conversations: 4, corrected: [] });
    await expectRight();
  });

  it('corrects what drifted, of the desk, teams, agents and those who wait', async () => {
    await drift('desk', '', 'open', 7);
    await drift('desk', '', 'snoozed', -3);
    await drift('team', 'support', 'open', -1);
    await drift('team', 'gone', 'open', 2);
    await drift('agent', 'agent-1', 'mentioned', 5);
    await drift('waiting', '2026-11-20', '10', 4);
    const found = await recount();
    expect(found).toMatchObject({ conversations: 4 });
    expect(found).toHaveProperty('corrected', [
      { view: 'agent/agent-1/mentioned', was: 6, is: 1 },
      { view: 'desk//open', was: 10, is: 3 },
      { view: 'desk//snoozed', was: -2, is: 1 },
      { view: 'team/gone/open', was: 2, is: 0 },
      { view: 'team/support/open', was: 2, is: 3 },
      { view: 'waiting/2026-11-20/10', was: 7, is: 3 },
    ]);
    await expectRight();
  });

  it('counts nothing twice that was on its way before', async () => {
    await say('fay');
    await patch('ben', { status: 'resolved' });
    await claim('eve');
    await recount();
    await expectRight();
    expect(await deliver()).toBe(0);
    await expectRight();
  });

  it('loses nothing that happens while the index is read, and has moves wait until it is done', async () => {
    await drift('desk', '', 'open', 7);
    let waiting = 0;
    whenIndexIsRead(async () => {
      await say('fay');
      await patch('ada', { status: 'resolved' });
      await patch('cem', { status: 'open' });
      waiting = await deliver();
    });
    await recount();
    expect(waiting).toBe(3);
    expect(await deliver()).toBe(0);
    await expectRight();
  });

  it.each([
    { name: 'in their order', inOrder: <T>(all: T[]) => all },
    { name: 'the latest first', inOrder: <T>(all: T[]) => all.toReversed() },
  ])('loses nothing that happens after the index was read, told $name', async ({ inOrder }) => {
    await drift('desk', '', 'open', -2);
    // New people, people who left and came back, and hands that change: after the count, before the counters are right.
    whenFencesAreWritten(async () => {
      await say('gus');
      await claim('gus');
      await patch('gus', { status: 'snoozed', snoozedUntil: later(900) });
      await patch('dora', { status: 'open' });
      await patch('eve', { status: 'resolved' });
      await mention('ada');
    });
    await recount();
    api.time.now = later(33);
    await say('hal');
    await claim('hal');
    await patch('gus', { status: 'open' });
    expect(await deliver(inOrder)).toBe(0);
    await expectRight();
  });

  it('counts what was told long after, of conversations that moved on since', async () => {
    whenFencesAreWritten(async () => {
      await say('gus');
      await claim('gus');
    });
    await recount();
    api.time.now = later(60);
    await patch('gus', { status: 'snoozed', snoozedUntil: later(900) });
    await mention('gus');
    expect(await deliver((all) => all.toReversed())).toBe(0);
    await expectRight();
  });

  it('is one at a time, and one that failed keeps nobody from counting', async () => {
    let second: unknown;
    whenIndexIsRead(async () => {
      second = await recount();
      throw new Error('The index cannot be read.');
    });
    await drift('desk', '', 'open', 1);
    await expect(recount()).rejects.toThrow('The index cannot be read.');
    expect(second).toBe('busy');
    await say('ivy');
    expect(await deliver()).toBe(0);
    expect(await recount()).toMatchObject({ corrected: [{ view: 'desk//open' }] });
    await expectRight();
  });

  it('that ended without a word has moves wait for two minutes, no longer', async () => {
    let isGone = false;
    whenIndexIsRead(async () => {
      isGone = true;
    });
    table.client.middlewareStack.add(
      (next) => async (args) => {
        if (isGone) throw new Error('The function ended.');
        return next(args);
      },
      { step: 'finalizeRequest' },
    );
    await expect(recount()).rejects.toThrow('The function ended.');
    isGone = false;
    await say('ivy');
    expect(await deliver()).toBe(1);
    api.time.now = later(32);
    expect(await deliver()).toBe(0);
    await expectRight();
    expect(await recount()).toMatchObject({ corrected: [] });
    await expectRight();
  });
});

/** Lets something happen once the index was read and before any counter is corrected. */
function whenFencesAreWritten(happens: () => Promise<void>): void {
  let isFirst = true;
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const item = 'Item' in args.input ? args.input.Item : undefined;
      if (isFirst && typeof item === 'object' && item !== null && 'versions' in item) {
        isFirst = false;
        await happens();
      }
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
}
