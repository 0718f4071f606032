import { followMail } from '../../functions/handlers/mail-events.ts';
import { sendAlert } from '../../functions/handlers/notify.ts';
import type { Table } from '../../functions/store/table.ts';
import { busRecord, storeAlert } from '../functions/handlers/alert-desk.ts';
import { recordTelemetry } from '../functions/handlers/recorded-telemetry.ts';
import { type Cost, meterOf } from '../functions/store/capacity.ts';
import { measureCosts } from '../functions/store/costs.ts';
import { openTestTable } from '../functions/store/engine.ts';
import type { Finding, Section } from './section.ts';

export const messageCost: Section = {
  name: 'cost',
  title: 'What things cost in DynamoDB',
  measure,
};

/** A write unit costs five times as much as a read unit in us-east-1. */
const READS_PER_WRITE = 5;

type Row = Cost & { name: string };

async function measure(): Promise<Finding> {
  const engine = await openTestTable();
  try {
    const measured = await measureCosts(engine.table);
    const books = measured
      .filter((row) => row.books.calls > 0)
      .map((row) => ({ ...row.books, name: `the books of ${row.name}` }));
    const rows = [...measured, ...books, ...(await measureWake(engine.table))];
    return {
      columns: ['what happens', 'requests', 'read units', 'write units', 'in write units'],
      rows: rows.map(cells),
      targets: [],
      notes: [
        'Real requests to the real engine, units as it counts them; costs.test.ts asserts most of these numbers.',
        'An engine counts refused writes as nothing; AWS bills them like the others.',
      ],
    };
  } finally {
    await engine.close();
  }
}

function cells({ name, calls, read, write }: Row): string[] {
  return [name, ...[calls, read, write, write + read / READS_PER_WRITE].map(String)];
}

/** What other functions do in the wake of an announcement. */
async function measureWake(table: Table): Promise<Row[]> {
  const meter = meterOf(table);
  const telemetry = recordTelemetry();
  const now = () => '2026-11-21T12:15:00.250Z';
  const alert = await storeAlert(table, 'breach');
  const mail = () =>
    sendAlert(alert.record, {
      table,
      clock: now,
      sendMail: async () => ({ mailId: 'mail-1' }),
      firstTeam: { team: ['team@example.com'], lead: [], admin: [] },
      consoleUrl: 'https://desk.example.com',
      telemetry,
    });
  const sent = busRecord(
    'Email Sent',
    { eventType: 'Send', mail: { messageId: 'mail-1', timestamp: now(), tags: { alertId: [alert.id] } } },
    'aws.ses',
  );
  const steps: [string, () => Promise<unknown>][] = [
    ['the mail of a step', mail],
    ['the news that the mail left', () => followMail(sent, { table, telemetry })],
  ];
  const rows: Row[] = [];
  for (const [name, work] of steps) {
    const cost: Cost = await meter.cost(work);
    rows.push({ name, ...cost });
  }
  return rows;
}
