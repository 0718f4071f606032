import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CostRow, costTable, measureCosts } from './costs.ts';
import { openTestTable, type TestTable } from './engine.ts';

/**
 * What each thing may cost: requests, read units, write units. A higher number here is a higher bill for everybody, so it is
 * raised only on purpose. AWS bills refused writes as well; the engine counts them as nothing.
 */
const allowed: [name: string, calls: number, read: number, write: number][] = [
  ['a message that opens a conversation', 5, 7, 23],
  ['a message listened to for what many speak of', 8, 2, 6],
  ['a message in an existing conversation', 4, 5, 15],
  ['the same message delivered again', 2, 6, 0],
  ['an edit', 3, 5, 14],
  ['a deletion', 3, 5, 14],
  ['a like', 1, 0, 4],
  ['the same like delivered again', 1, 0, 0],
  // It makes the conversation more pressing, and a row that moves in its list is written twice in two indexes.
  ['a step of a clock that fires', 2, 1, 16],
  ['the same step delivered again', 1, 1, 0],
  ['an answer of an agent, with a key', 4, 6, 22],
  ['an answer of an agent, without a key', 3, 5, 15],
  ['the same answer sent again', 5, 8, 0],
  ['a step of a clock that was answered meanwhile', 1, 1, 0],
  ['an answer given in the platform’s own app', 5, 6, 19],
  ['a read receipt', 4, 4, 12],
  ['a message that comes back to an answered conversation', 5, 8, 24],
  ['a conversation as the agent sees it', 4, 5, 0],
  ['a move of a conversation between views', 1, 0, 8],
  ['a message that is made findable', 1, 0, 8],
  ['an event that nobody understands', 1, 0, 4],
  ['a comment under a post that opens a conversation', 9, 9.5, 25],
  ['ten likes of a post within a minute', 38, 15, 51],
  ['a minute in which nothing is due', 9, 4.5, 0],
];

/** What the bookkeeping in the wake of each may cost: requests, read units, write units. */
const allowedBooks: [name: string, calls: number, read: number, write: number][] = [
  ['a message that opens a conversation', 18, 10.5, 26],
  ['a message in an existing conversation', 12, 4.5, 14],
  ['an answer of an agent, with a key', 2, 4, 6],
  ['a step of a clock that fires', 0, 0, 0],
];

/** Other engines count what is missing, and indexes, in their own way. */
const isEmbedded = process.env.HARK_DYNAMODB_ENDPOINT === undefined;

let engine: TestTable;
let rows: CostRow[];
beforeAll(async () => {
  engine = await openTestTable();
  rows = await measureCosts(engine.table);
});
afterAll(() => engine.close());

describe('the cost of', () => {
  it.each(allowed)('%s: %i requests, %d read units, %d write units', (name, calls, read, write) => {
    const row = rows.find((candidate) => candidate.name === name);
    expect(row).toMatchObject(isEmbedded ? { calls, read, write } : { calls });
  });

  it.each(allowedBooks)(
    'the books of %s: %i requests, %d read units, %d write units',
    (name, calls, read, write) => {
      const row = rows.find((candidate) => candidate.name === name);
      expect(row?.books).toMatchObject(isEmbedded ? { calls, read, write } : { calls });
    },
  );

  it('nothing is left out', () => {
    expect(allowed.map(([name]) => name)).toEqual(rows.map(({ name }) => name));
  });

  it('everything is printed as a table for people', () => {
    expect(costTable(rows).split('\n')).toHaveLength(rows.length + 2);
    expect(costTable(rows)).toMatch(/^\| a message in an existing conversation \| 4 \|/m);
  });
});
