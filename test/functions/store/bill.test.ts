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

const lib = readdirSync('lib')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`lib/${file}`, 'utf8'))
  .join('\n');
/** Every work queue is asked by Lambda day and night. */
const queues = lib.split('new WorkQueue(').length - 1;
/** How often the schedules call somebody in a month of thirty days. */
const ticks = [...lib.matchAll(/Schedule\.rate\(Duration\.minutes\((\d+)\)\)/g)].reduce(
  (sum, [, minutes]) => sum + (30 * 24 * 60) / Number(minutes),
  0,
);

/** Other engines count indexes in their own way. */
const isEmbedded = process.env.HARK_DYNAMODB_ENDPOINT === undefined;

it.runIf(isEmbedded)('is in the README as it is computed from the real calls', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<!-- cost:start -->\n([\s\S]*)\n<!-- cost:end -->/.exec(readme)?.[1];
  expect(shown).toBe(
    billOf(rows, { secrets: ChannelName.options.length, alarms: alarms ?? 0, queues, ticks }),
  );
});

it('grows with what the table takes', () => {
  const dearer = rows.map((row) => ({ ...row, write: row.write + 100 }));
  const idle = { secrets: 2, alarms: 10, queues: 5, ticks: 1000 };
  expect(billOf(dearer, idle)).not.toBe(billOf(rows, idle));
});

it('counts every schedule of the stack', () => {
  expect(lib.match(/Schedule\.(rate|cron|expression)\(/g)).toHaveLength(
    lib.match(/Schedule\.rate\(Duration\.minutes\(\d+\)\)/g)?.length ?? 0,
  );
});

it('knows every rule that puts announcements into a queue', () => {
  expect(
    lib
      .match(/Announcements\.pattern\(\w+\)/g)
      ?.map((rule) => rule.replace(/.*\(/, '').slice(0, -1))
      .sort(),
  ).toEqual([
    'alertEvents',
    'bookkeepingEvents',
    'broadcastAnswerEvents',
    'mediaEvents',
    'statusEvents',
    'strangerEvents',
  ]);
});
