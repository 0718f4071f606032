import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bookkeeper } from '../../../functions/bookkeeping/bookkeeper.ts';
import { bookkeepers, keepBooks } from '../../../functions/bookkeeping/keep-books.ts';
import { bookkeepingEvents } from '../../../functions/domain/events.ts';
import { declare } from '../../../functions/domain/incident-moves.ts';
import { Drop } from '../../../functions/errors.ts';
import { countAffected } from '../../../functions/store/affected.ts';
import { saveIncident } from '../../../functions/store/incidents.ts';
import { promisesSince } from '../../../functions/store/promise-counts.ts';
import { findConversations } from '../../../functions/store/search.ts';
import { listSpikes } from '../../../functions/store/spikes.ts';
import { countsOf } from '../../../functions/store/tally.ts';
import { announcedIn } from '../announced-in.ts';
import { openAssignmentDesk } from '../assignment-desk.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { allItems } from '../store/table-items.ts';
import { sampleBooks } from './sample-books.ts';

const NOW = '2026-11-20T10:00:00.000Z';
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const news = (name: string, data: object = {}) =>
  busRecord(name, { id: 'E1', at: NOW, traceId: 't', conversationId: 'C1', name, data });

/** Bookkeepers who note that they were asked; those with an error have it. */
function bookkeepersWith(errors: Record<string, Error | undefined>) {
  const asked: string[] = [];
  const all = Object.entries(errors).map(
    ([name, error]): Bookkeeper => ({
      name,
      events: ['message.received'],
      keep: async () => {
        asked.push(name);
        if (error) throw error;
      },
    }),
  );
  return { all, asked };
}

describe('the bookkeepers', () => {
  it('hear of all that they want, because the rule of the bus lets it through', () => {
    const wanted = new Set(bookkeepers.flatMap(({ events }) => events));
    expect([...wanted].sort()).toEqual([...bookkeepingEvents].sort());
  });

  it('all do their part whatever becomes of the others, and what failed is said by name', async () => {
    const books = sampleBooks(await engine.newTable(), NOW);
    const { all, asked } = bookkeepersWith({ one: undefined, two: new Error('throttled'), three: undefined });
    await expect(keepBooks(news('message.received'), books, all)).rejects.toThrow('throttled');
    expect(asked).toEqual(['one', 'two', 'three']);
    expect(books.telemetry.lines).toEqual([
      {
        level: 'error',
        message: 'a bookkeeper failed',
        fields: {
          ...{ traceId: 't', eventId: 'E1', event: 'message.received' },
          ...{ bookkeeper: 'two', error: new Error('throttled') },
        },
      },
    ]);
  });

  it('are not asked about what they do not want', async () => {
    const books = sampleBooks(await engine.newTable(), NOW);
    const { all, asked } = bookkeepersWith({ one: undefined });
    await expect(keepBooks(news('message.read'), books, all)).rejects.toThrow(
      new Drop('unreadable bus event'),
    );
    expect(asked).toEqual([]);
  });

  it.each([
    { name: 'comes again when another one failed', other: new Error('throttled'), thrown: 'throttled' },
    { name: 'is dropped when all others did their part', other: undefined, thrown: 'unreadable' },
  ])('what one of them cannot read $name', async ({ other, thrown }) => {
    const { all } = bookkeepersWith({ one: new Drop('unreadable'), two: other });
    const books = sampleBooks(await engine.newTable(), NOW);
    await expect(keepBooks(news('message.received'), books, all)).rejects.toThrow(thrown);
  });

  it('drop what is no announcement', async () => {
    const books = sampleBooks(await engine.newTable(), NOW);
    await expect(keepBooks({ body: '' }, books)).rejects.toThrow(new Drop('unreadable bus event'));
  });
});

describe('what comes again because one of many failed', () => {
  const failing: Bookkeeper = {
    name: 'failing',
    events: bookkeepingEvents,
    keep: () => Promise.reject(new Error('throttled')),
  };

  it('changes nothing twice', async () => {
    const table = await engine.newTable();
    const { desk, ask, present, seats } = await openAssignmentDesk(table);
    const books = { ...sampleBooks(table, NOW), desk };
    await present('ann');
    for (let person = 0; person < 6; person += 1)
      await ask(`p${person}`, 'The booking app crashes, write to me@example.com');
    const occasion = { at: NOW, actor: 'lead-1', traceId: 't' };
    const { after, events } = declare(
      { title: 'Down', affected: [], words: ['booking'], severity: 'major', teamId: 'support' },
      { id: 'I1', by: { id: 'lead-1', name: 'Lee' }, now: NOW },
    );
    await saveIncident(table, { before: undefined, after }, events, occasion);
    const promise = { promiseId: 'p1', dueAt: NOW, channel: 'x', teamId: 'support' };
    const records = [
      ...(await announcedIn(table, ...bookkeepingEvents)).map((one) => busRecord(one.name, one)),
      news('promise.made', promise),
    ];
    for (const record of records)
      await expect(keepBooks(record, books, [...bookkeepers, failing])).rejects.toThrow('throttled');
    const kept = await allItems(table);
    expect((await countsOf(table, { teams: [] })).desk.get('unanswered')).toBe(6);
    expect(await promisesSince(table, '2026-11-20')).toMatchObject([{ made: 1 }]);
    expect(await findConversations(table, ['booking'])).toHaveLength(6);
    expect(await listSpikes(table)).toMatchObject([{ count: 6 }]);
    expect(await countAffected(table, 'I1')).toMatchObject({ proposed: 6 });
    expect(await seats()).toEqual({ ann: 2 });
    for (const record of records) await keepBooks(record, books);
    expect(await allItems(table)).toEqual(kept);
  });
});
