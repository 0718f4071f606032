import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../functions/domain/message.ts';
import type { Departure } from '../../functions/domain/outbound-change.ts';
import { putAccount } from '../../functions/store/accounts.ts';
import { commit } from '../../functions/store/commit.ts';
import type { Table } from '../../functions/store/table.ts';
import { turnOf } from '../../functions/turn.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';
import { NOW, opening, sampleChange, sampleConversation, sampleMessage } from './store/sample.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const seconds = (count: number) => new Date(Date.parse(NOW) + count * 1000).toISOString();
const conversation = { ...sampleConversation('turns'), version: 1 };
const ours = (key: string, at: string, fields: Partial<Message> = {}): Departure['message'] => {
  const { nativeId: _, outbound, ...message } = sampleMessage(conversation, key, { at, ...fields });
  const way = { leavesAt: at, attempts: 0, ...outbound };
  return { ...message, direction: 'outbound', state: fields.state ?? 'queued', outbound: way };
};

/** What a message that is due now does behind the ones before it. */
async function turn(
  before: Departure['message'][],
  message = ours('mine', NOW),
  setUp?: (table: Table) => Promise<unknown>,
) {
  const table = await engine.newTable();
  const { version: _, ...fresh } = conversation;
  await commit(
    table,
    opening({ ...fresh, version: 0 }, sampleMessage(conversation, 'question', { at: seconds(-600) })),
  );
  await commit(table, sampleChange({ newMessages: [...before, message] }));
  await setUp?.(table);
  const rate = { burst: 10, seconds: 10 };
  const desk = { table, clock: () => NOW, orderedId: () => '' };
  const taken = await turnOf({ conversation, message }, { desk, rateOf: () => ({ use: 'public', rate }) });
  const moment = { now: NOW, traceId: 'trace-1', actor: 'x' };
  const [written] = taken.pause?.({ conversation, message }, moment).changedMessages ?? [];
  return {
    ...taken,
    written,
    waits: written && Date.parse(written.outbound?.leavesAt ?? '') - Date.parse(NOW),
  };
}

const earlier = (
  state: Message['state'],
  fields: Partial<Message> & { way?: Partial<Message['outbound']> } = {},
) => {
  const { way, ...rest } = fields;
  const message = ours('earlier', seconds(-10), { ...rest, state });
  return { ...message, outbound: { ...message.outbound, ...way } };
};

const rows: { name: string; before: Departure['message'][]; waits: number | undefined }[] = [
  { name: 'goes when it is alone', before: [], waits: undefined },
  { name: 'goes after one that is sent', before: [earlier('sent')], waits: undefined },
  { name: 'goes after one that failed', before: [earlier('failed')], waits: undefined },
  {
    name: 'goes beside a private one',
    before: [earlier('queued', { visibility: 'private' })],
    waits: undefined,
  },
  { name: 'goes before a scheduled one', before: [earlier('scheduled')], waits: undefined },
  { name: 'waits for one that is being sent', before: [earlier('sending')], waits: 2000 },
  { name: 'waits for one that is held', before: [earlier('held')], waits: 2000 },
  {
    name: 'waits as long as the one before it',
    before: [earlier('queued', { way: { leavesAt: seconds(900) } })],
    waits: 900_000,
  },
  {
    name: 'waits for the first looks for one',
    before: [earlier('unconfirmed', { way: { looks: 3 } })],
    waits: 2000,
  },
  {
    name: 'waits no longer than those',
    before: [earlier('unconfirmed', { way: { looks: 4 } })],
    waits: undefined,
  },
  {
    name: 'does not wait for one that somebody dealt with',
    before: [earlier('unconfirmed', { way: { looks: 1, handledBy: 'agent-2' } })],
    waits: undefined,
  },
];

describe('a message whose time has come', () => {
  it.each(rows)('$name', async ({ before, waits }) => {
    const taken = await turn(before);
    expect(taken.waits).toBe(waits);
    expect(taken.isTrial ?? false).toBe(false);
  });

  it('waits for its share of a budget that is used up, once', async () => {
    const mine = ours('mine', NOW);
    const taken = await turn([], mine, async (table) => {
      const desk = { table, clock: () => NOW, orderedId: () => '' };
      const rateOf = () => ({ use: 'public', rate: { burst: 10, seconds: 10 } });
      for (let call = 0; call < 10; call += 1)
        await turnOf({ conversation, message: mine }, { desk, rateOf });
    });
    expect(taken.written).toMatchObject({
      state: 'queued',
      outbound: { leavesAt: seconds(1), turn: 'budget' },
    });
    const its = ours('mine', NOW, { outbound: { leavesAt: NOW, attempts: 0, turn: 'budget' } });
    expect((await turn([], its)).pause).toBeUndefined();
  });
});

describe('a part of a long text', () => {
  const series = { leavesAt: NOW, attempts: 1, series: 'the first part' };
  const part = ours('mine', NOW, { outbound: { ...series, attempts: 0 } });

  it('follows the part before it', async () => {
    const before = earlier('sent', { nativeId: 'n1', way: series });
    expect((await turn([before], part)).follows).toMatchObject({ id: before.id });
    expect((await turn([earlier('sent')], part)).follows).toBeUndefined();
  });

  it.each([
    { name: 'failed', before: earlier('failed', { way: series }) },
    { name: 'was taken back', before: earlier('cancelled', { way: series }) },
    { name: 'nobody can confirm', before: earlier('unconfirmed', { way: { ...series, looks: 6 } }) },
  ])('does not leave after one that $name', async ({ before }) => {
    expect((await turn([before], part)).written).toMatchObject({
      state: 'failed',
      outbound: { refusal: { code: 'hark:part-missing' } },
    });
  });

  it('waits however long the part before it is looked for', async () => {
    const before = earlier('unconfirmed', { way: { ...series, looks: 5, leavesAt: seconds(600) } });
    expect((await turn([before], part)).waits).toBe(600_000);
  });
});

describe('a message of a held account', () => {
  const refusal = { code: 'x:unauthorized', explanation: 'No.', advice: 'Connect.' };
  const hold = (retryAt: string | undefined) => (table: Table) =>
    putAccount(table, {
      ...{ channel: 'x', id: conversation.accountId, state: 'held', refusal, version: 0 },
      ...(retryAt !== undefined && { retryAt }),
    });

  it.each([{ retryAt: undefined }, { retryAt: seconds(0.001) }])(
    'waits for it: $retryAt',
    async ({ retryAt }) => {
      const taken = await turn([], ours('mine', NOW), hold(retryAt));
      expect(taken.written).toMatchObject({
        state: 'held',
        outbound: { refusal, heldFor: `x#${conversation.accountId}` },
      });
    },
  );

  it('may try when the time for that has come', async () => {
    const taken = await turn([], ours('mine', NOW), hold(NOW));
    expect(taken).toMatchObject({ isTrial: true, pause: undefined });
  });
});
