import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChannelName } from '../../../functions/domain/channel-name.ts';
import { billOf } from './bill.ts';
import { type CostRow, measureCosts } from './costs.ts';
import { openTestTable, type TestTable } from './engine.ts';

let engine: TestTable;
let rows: CostRow[];
beforeAll(async () => {
  engine = await openTestTable();
  rows = await measureCosts(engine.table);
});
afterAll(() => engine.close());

const alarms = readFileSync('RUNBOOK.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('Alarms'))
  ?.match(/^### /gm)?.length;

/** Every work queue is asked by Lambda day and night. */
const queues = readdirSync('lib')
  .filter((file) => file.endsWith('.ts'))
  .reduce((count, file) => count + readFileSync(`lib/${file}`, 'utf8').split('new WorkQueue(').length - 1, 0);

/** Other engines count indexes in their own way. */
const isEmbedded = process.env.HARK_DYNAMODB_ENDPOINT === undefined;

it.runIf(isEmbedded)('is in the README as it is computed from the real calls', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<!-- cost:start -->\n([\s\S]*)\n<!-- cost:end -->/.exec(readme)?.[1];
  expect(shown).toBe(billOf(rows, { secrets: ChannelName.options.length, alarms: alarms ?? 0, queues }));
});

it('grows with what the table takes', () => {
  const dearer = rows.map((row) => ({ ...row, write: row.write + 100 }));
  const idle = { secrets: 2, alarms: 10, queues: 5 };
  expect(billOf(dearer, idle)).not.toBe(billOf(rows, idle));
});
