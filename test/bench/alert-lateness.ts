import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeConversations, waitingConversations } from '../functions/store/many-conversations.ts';
import { deliveryOf } from './deliveries.ts';
import { type DeskClient, deskClient, type Mail } from './desk-client.ts';
import { startLocalStack } from './local-stack.ts';
import type { Finding, Section } from './section.ts';
import { withStackTable } from './stack-table.ts';
import { quantile } from './statistics.ts';
import type { Workspace } from './workspace.ts';

const FALLING_DUE = 1_000;
const OTHERS = 5_000;
/** The clocks fall due evenly over a minute, the first of them when all deliveries should have been taken. */
const WINDOW_MS = 60_000;
const LEAD_MS = 40_000;
const LIMIT_MS = 2_000;
/** What is not mailed by then counts as lost. */
const PATIENCE_MS = 45_000;
const AT_ONCE = 8;

export const alertLateness: Section = {
  name: 'lateness',
  title: `Lateness of alerts, with ${FALLING_DUE} clocks falling due within one minute and ${OTHERS} others open`,
  measure,
};

async function measure({ folder }: Workspace): Promise<Finding> {
  const stack = await startLocalStack(join(folder, 'lateness'));
  try {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await withStackTable(stack.dynamodb, (table) =>
      storeConversations(table, waitingConversations(OTHERS, tomorrow)),
    );
    const desk = await deskClient(stack.url);
    await desk.putPolicy(policyOf(WINDOW_MS + LEAD_MS));
    const begun = Date.now();
    await deliverAll(stack.url, begun - WINDOW_MS);
    const delivered = Date.now();
    await sleep(begun + LEAD_MS + WINDOW_MS - Date.now());
    const mails = await breachMails(desk, Date.now() + PATIENCE_MS);
    const due = await desk.dueInstants(FALLING_DUE);
    return findingOf(mails, due, delivered - begun);
  } finally {
    await stack.stop();
  }
}

/** Warns as by default, so that every clock sends two mails, and the breaches of the first meet the warnings of the last. */
function policyOf(targetMs: number) {
  const target = `PT${targetMs / 1000}S`;
  return {
    id: 'bench',
    match: { channel: 'x' },
    targets: { firstResponse: target, nextResponse: target },
    calendar: '24x7',
    warnAt: 0.75,
    escalation: [],
  };
}

/** Posts the deliveries as fast as the stack takes them; they were written evenly over a window that starts at `from`. */
async function deliverAll(url: string, from: number): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let number = next++; number < FALLING_DUE; number = next++) {
      const at = new Date(from + (number * WINDOW_MS) / FALLING_DUE).toISOString();
      const { status } = await fetch(`${url}/webhooks/x`, { method: 'POST', ...deliveryOf('x', number, at) });
      if (status !== 200) throw new Error(`The webhook answered ${status}.`);
    }
  });
  await Promise.all(lanes);
}

async function breachMails(desk: DeskClient, until: number): Promise<Mail[]> {
  for (;;) {
    const mails = (await desk.mails()).filter(({ subject }) => subject.startsWith('Breached'));
    if (mails.length >= FALLING_DUE || Date.now() > until) return mails;
    await sleep(2_000);
  }
}

function findingOf(mails: Mail[], due: Map<string, string>, deliveryMs: number): Finding {
  const lateness = mails.map(({ text, sentAt }) => {
    const [, id = ''] = /\/conversations\/(\w+)/.exec(text) ?? [];
    return Date.parse(sentAt) - Date.parse(due.get(id) ?? '');
  });
  if (lateness.some(Number.isNaN)) throw new Error('A mail belongs to no conversation that fell due.');
  const p99 = quantile(lateness, 0.99);
  const cells = [quantile(lateness, 0.5), quantile(lateness, 0.9), p99, quantile(lateness, 1)];
  const kept = mails.length === FALLING_DUE && p99 <= LIMIT_MS;
  return {
    columns: ['milliseconds after the breach', 'mails', 'p50', 'p90', 'p99', 'max'],
    rows: [['mail sent', String(mails.length), ...cells.map((value) => value.toFixed(0))]],
    targets: [
      {
        promise: `p99 at most ${LIMIT_MS / 1000} s, nothing lost`,
        measured: `${(p99 / 1000).toFixed(2)} s, ${FALLING_DUE - mails.length} missing`,
        met: kept,
      },
    ],
    notes: [
      'X tells the second in which a post was written, so some 17 fall due at the same instant. Warnings of the same clocks leave in between.',
      `The ${FALLING_DUE} signed deliveries were taken in ${(deliveryMs / 1000).toFixed(1)} s; the first breach came after ${LEAD_MS / 1000} s.`,
    ],
  };
}
