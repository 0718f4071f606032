import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type InboxQuery, listInbox } from '../../../functions/store/inbox.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { storeConversations } from './many-conversations.ts';
import { runningClock, sampleConversation } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const minute = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 12, minutes)).toISOString();

async function names(query: Partial<InboxQuery>): Promise<string[]> {
  const { conversations } = await listInbox(engine.table, { status: 'open', limit: 100, ...query });
  return conversations.map(({ preview }) => preview);
}

/** A conversation that is recognised by its preview. */
function named(name: string, fields: Partial<Conversation>): Conversation {
  return sampleConversation(name, { preview: name, ...fields });
}

describe('the order of the inbox, and of what somebody owns (A9, A10, A37)', () => {
  beforeAll(async () => {
    const answered = { ...runningClock(minute(0)), state: 'met' as const, answeredAt: minute(0) };
    await storeConversations(engine.table, [
      named('waits long', { teamId: 'order', clocks: [runningClock(minute(50))] }),
      named('answered early', { teamId: 'order', clocks: [answered], lastMessageAt: minute(1) }),
      named('waits on facebook', {
        teamId: 'order',
        channel: 'facebook',
        clocks: [runningClock(minute(20))],
      }),
      named('breached', {
        teamId: 'order',
        ownerId: 'mary',
        clocks: [{ ...runningClock(minute(10)), state: 'breached' }],
      }),
      named('answered late', {
        teamId: 'order',
        ownerId: 'mary',
        clocks: [answered],
        lastMessageAt: minute(2),
      }),
      named('snoozed', {
        teamId: 'order',
        ownerId: 'mary',
        status: 'snoozed',
        clocks: [runningClock(minute(5))],
      }),
      named('promised', {
        teamId: 'order',
        channel: 'facebook',
        clocks: [answered],
        promises: [{ id: 'p1', text: 'By one.', clock: { ...runningClock(minute(40)), kind: 'promise' } }],
      }),
      named('done first', { teamId: 'order', status: 'resolved', resolvedAt: minute(1) }),
      named('done last', { teamId: 'order', status: 'resolved', resolvedAt: minute(3) }),
      named('done on facebook', {
        teamId: 'order',
        channel: 'facebook',
        status: 'resolved',
        resolvedAt: minute(2),
      }),
      named('of a blocked person', { teamId: 'order', blocked: true, clocks: [runningClock(minute(2))] }),
      named('of others', { teamId: 'others', clocks: [runningClock(minute(1))] }),
    ]);
  });

  const rows: { name: string; query: Partial<InboxQuery>; expected: string[] }[] = [
    {
      name: 'by deadline first, by priority within a quarter of an hour, then by the latest message, over all channels (A9)',
      query: {},
      expected: [
        'breached',
        'of others',
        'waits on facebook',
        'promised',
        'waits long',
        'answered early',
        'answered late',
      ],
    },
    {
      name: 'of one channel (A9)',
      query: { channel: 'x' },
      expected: ['breached', 'of others', 'waits long', 'answered early', 'answered late'],
    },
    {
      name: 'of one team (A10)',
      query: { teamId: 'order' },
      expected: [
        'breached',
        'waits on facebook',
        'promised',
        'waits long',
        'answered early',
        'answered late',
      ],
    },
    {
      name: 'of one team and channel (A10)',
      query: { teamId: 'order', channel: 'facebook' },
      expected: ['waits on facebook', 'promised'],
    },
    {
      name: 'of those who wait for an answer, without those to whom more was promised (A9)',
      query: { unanswered: true },
      expected: ['breached', 'of others', 'waits on facebook', 'waits long'],
    },
    { name: 'of an owner (A37)', query: { ownerId: 'mary' }, expected: ['breached', 'answered late'] },
    {
      name: 'of an owner, in one team and channel (A37)',
      query: { ownerId: 'mary', teamId: 'order', channel: 'facebook' },
      expected: [],
    },
    {
      name: 'of an owner who has put it aside (A37)',
      query: { ownerId: 'mary', status: 'snoozed' },
      expected: ['snoozed'],
    },
    {
      name: 'without what does not fit',
      query: { fits: ({ channel }) => channel === 'facebook' },
      expected: ['waits on facebook', 'promised'],
    },
    { name: 'of those put aside', query: { status: 'snoozed' }, expected: ['snoozed'] },
    {
      name: 'of resolved ones, the latest first',
      query: { status: 'resolved' },
      expected: ['done last', 'done on facebook', 'done first'],
    },
    {
      name: 'of the resolved ones of a team and channel',
      query: { status: 'resolved', teamId: 'order', channel: 'x' },
      expected: ['done last', 'done first'],
    },
    { name: 'of a team that nobody writes to', query: { teamId: 'nobody' }, expected: [] },
  ];

  it.each(rows)('is $name', async ({ query, expected }) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(rows)('is the same page by page: $name', async ({ query, expected }) => {
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const page = await listInbox(engine.table, { status: 'open', ...query, limit: 2, after });
      walked.push(...page.conversations.map(({ preview }) => preview));
      after = page.last;
    } while (after !== undefined);
    expect(walked).toEqual(expected);
  });

  it('hands out conversations as they were stored, without the keys of the index', async () => {
    const { conversations } = await listInbox(engine.table, { status: 'snoozed', limit: 1 });
    expect(conversations).toEqual([
      named('snoozed', {
        teamId: 'order',
        ownerId: 'mary',
        status: 'snoozed',
        clocks: [runningClock(minute(5))],
      }),
    ]);
  });
});

describe('paging', () => {
  const waiting = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) =>
      named(`paged ${from + n}`, {
        teamId: 'paged',
        channel: n % 2 ? 'x' : 'facebook',
        clocks: [runningClock(minute(from + n))],
      }),
    );

  it('gives every conversation once, in order, while new ones come in before and behind', async () => {
    const known = waiting(1000, 60);
    await storeConversations(engine.table, known);
    const walked: string[] = [];
    let after: string | undefined;
    for (let page = 0; ; page += 1) {
      const { conversations, last } = await listInbox(engine.table, {
        status: 'open',
        teamId: 'paged',
        limit: 7,
        after,
      });
      walked.push(...conversations.map(({ preview }) => preview));
      if (last === undefined) break;
      after = last;
      await storeConversations(engine.table, [...waiting(page, 1), ...waiting(2000 + page, 1)]);
    }
    const listed = walked.filter((name) => known.some(({ preview }) => preview === name));
    expect(listed).toEqual(known.map(({ preview }) => preview));
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.length).toBeGreaterThan(known.length);
  });

  it('ends without a cursor when the last page is exactly full', async () => {
    await storeConversations(
      engine.table,
      waiting(3000, 4).map((one) => ({ ...one, teamId: 'full' })),
    );
    const page = await listInbox(engine.table, { status: 'open', teamId: 'full', limit: 4 });
    expect(page.conversations).toHaveLength(4);
    expect(page.last).toBeUndefined();
  });

  it('goes on behind a conversation that is gone by now', async () => {
    const rest = waiting(4000, 3).map((one) => ({ ...one, teamId: 'moving' }));
    await storeConversations(engine.table, rest);
    const first = await listInbox(engine.table, { status: 'open', teamId: 'moving', limit: 1 });
    await storeConversations(
      engine.table,
      first.conversations.map((one) => ({ ...one, status: 'resolved', resolvedAt: minute(0) })),
    );
    const second = await listInbox(engine.table, {
      status: 'open',
      teamId: 'moving',
      limit: 9,
      after: first.last,
    });
    expect(second.conversations.map(({ preview }) => preview)).toEqual(['paged 4001', 'paged 4002']);
  });

  it('reads a bounded number of rows for a page that leaves some out, and goes on behind them', async () => {
    const many = waiting(5000, 1100).map((one) => ({ ...one, teamId: 'sparse' }));
    await storeConversations(engine.table, many);
    const fits = ({ preview }: Conversation) => preview === 'paged 6090';
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const query = { status: 'open', teamId: 'sparse', limit: 5, fits, after } as const;
      const page = await listInbox(engine.table, query);
      pages.push(page.conversations.map(({ preview }) => preview));
      after = page.last;
    } while (after !== undefined);
    expect(pages).toEqual([[], [], ['paged 6090']]);
  });
});
