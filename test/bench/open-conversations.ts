import { join } from 'node:path';
import { dueBy } from '../../functions/store/due.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import type { Table } from '../../functions/store/table.ts';
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
    await storeConversations(test.table, waitingConversations(FEW, FIRST));
    const few = await costsOf(test.table);
    await storeConversations(test.table, waitingConversations(MANY - FEW, LATER));
    const many = await costsOf(test.table);
    return findingOf(few, many);
  } finally {
    await test.close();
    await engine.stop();
    data.close();
  }
}

interface Looks {
  list: Cost;
  sweep: Cost;
}

async function costsOf(table: Table): Promise<Looks> {
  const meter = meterOf(table);
  const list = await meter.cost(() => listInbox(table, { status: 'open', limit: PAGE }));
  const sweep = await meter.cost(async () => {
    let found = 0;
    for await (const page of dueBy(table, HORIZON)) found += page.length;
    if (found !== DUE) throw new Error(`The sweep found ${found} instead of ${DUE}.`);
  });
  return { list, sweep };
}

function findingOf(few: Looks, many: Looks): Finding {
  const looks = [
    [`a page of ${PAGE} of the inbox`, few.list, many.list],
    [`a sweep that finds ${DUE}`, few.sweep, many.sweep],
  ] as const;
  const open = MANY.toLocaleString('en');
  return {
    columns: ['what is done', `requests at ${FEW}`, `at ${open}`, `read units at ${FEW}`, `at ${open}`],
    rows: looks.map(([name, a, b]) => [name, ...[a.calls, b.calls, a.read, b.read].map(String)]),
    targets: looks.map(([name, a, b]) => ({
      promise: `${name}: the same at ${open} open conversations as at ${FEW}`,
      measured: `${a.read} and ${b.read} read units`,
      met: a.read === b.read && a.calls === b.calls,
    })),
    notes: [],
  };
}
