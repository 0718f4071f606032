import { join } from 'node:path';
import { dueBy } from '../../functions/store/due.ts';
import { type InboxQuery, listInbox } from '../../functions/store/inbox.ts';
import type { Table } from '../../functions/store/table.ts';
import { countsOf } from '../../functions/store/tally.ts';
import { openDataFolder } from '../../lib/local/data-folder.ts';
import { startDynamodb } from '../../lib/local/dynamodb-engine.ts';
import { type Cost, meterOf } from '../functions/store/capacity.ts';
import { openTestTable } from '../functions/store/engine.ts';
import { storeConversations, waitingConversations } from '../functions/store/many-conversations.ts';
import type { Finding, Section } from './section.ts';
import type { Workspace } from './workspace.ts';

const FEW = 100;
const MANY = 20_000;
const PAGE = 50;
/** How many fall due within the sweep's horizon; these are the most urgent ones in both cases. */
const DUE = 10;
const FIRST = '2026-11-20T10:00:00.000Z';
const HORIZON = '2026-11-20T10:00:09.000Z';
const LATER = '2026-11-21T10:00:00.000Z';
/** Whose all of them are, so that a page of theirs is full in both cases. */
const OWNER = 'mary';
/** How often a page is read to tell how long that takes. */
const ROUNDS = 15;

const owned = (count: number, from: string) =>
  waitingConversations(count, from).map((conversation) => ({ ...conversation, ownerId: OWNER }));

export const openConversations: Section = {
  name: 'listing',
  title: 'What looking costs, by how much is open',
  measure,
};

async function measure({ folder }: Workspace): Promise<Finding> {
  const data = openDataFolder(join(folder, 'listing'), true);
  const lost = (reason: string) => console.error(reason);
  // The runner's own engine: that of the tests reads its whole stream for each write, which 20,000 of them make slow.
  const engine = await startDynamodb(data, process.env.HARK_DYNAMODB_ENDPOINT, lost);
  const test = await openTestTable(engine.endpoint);
  try {
    await storeConversations(test.table, owned(FEW, FIRST));
    const few = await costsOf(test.table);
    await storeConversations(test.table, owned(MANY - FEW, LATER));
    const many = await costsOf(test.table);
    return findingOf(few, many, await timeOf(test.table));
  } finally {
    await test.close();
    await engine.stop();
    data.close();
  }
}

/** What is looked at, each by its name, and what that costs. */
type Looks = Map<string, Cost>;

async function costsOf(table: Table): Promise<Looks> {
  const meter = meterOf(table);
  const page = (query: Partial<InboxQuery>) =>
    meter.cost(() => listInbox(table, { status: 'open', limit: PAGE, ...query }));
  const looks: Looks = new Map();
  looks.set(`a page of ${PAGE} of the inbox`, await page({}));
  looks.set('those who wait', await page({ unanswered: true }));
  looks.set('what is mine', await page({ ownerId: OWNER }));
  looks.set('those of a team', await page({ teamId: 'support' }));
  looks.set('those of a channel', await page({ channel: 'x' }));
  looks.set('those put aside', await page({ status: 'snoozed' }));
  looks.set(
    'the numbers beside the views',
    await meter.cost(() => countsOf(table, { agentId: OWNER, teams: ['support'] })),
  );
  looks.set(`a sweep that finds ${DUE}`, await meter.cost(() => sweep(table)));
  return looks;
}

async function sweep(table: Table): Promise<void> {
  let found = 0;
  for await (const page of dueBy(table, HORIZON)) found += page.length;
  if (found !== DUE) throw new Error(`The sweep found ${found} instead of ${DUE}.`);
}

/** The median time of a page of the inbox, in milliseconds. */
async function timeOf(table: Table): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await listInbox(table, { status: 'open', limit: PAGE });
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function findingOf(few: Looks, many: Looks, time: number): Finding {
  const looks = [...few].map(
    ([name, cost]) => [name, cost, many.get(name) ?? { calls: 0, read: 0, write: 0 }] as const,
  );
  const open = MANY.toLocaleString('en');
  return {
    columns: ['what is done', `requests at ${FEW}`, `at ${open}`, `read units at ${FEW}`, `at ${open}`],
    rows: looks.map(([name, a, b]) => [name, ...[a.calls, b.calls, a.read, b.read].map(String)]),
    targets: [
      ...looks.map(([name, a, b]) => ({
        // Of few conversations the last read of a shard may find its end, which costs a little less.
        promise: `${name}: at ${open} open conversations as at ${FEW}, to a read unit`,
        measured: `${a.read} and ${b.read} read units`,
        met: b.read <= a.read + 1 && a.calls === b.calls,
      })),
      {
        promise: `a page of the inbox at ${open} open conversations within 300 ms`,
        measured: `${time.toFixed(0)} ms`,
        met: time <= 300,
      },
    ],
    notes: [],
  };
}
