import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { putSubscriber, subscriberId } from '../../functions/store/subscribers.ts';
import { type BroadcastDesk, broadcastDesk } from './broadcast-desk.ts';
import { startOnFolder } from './killable-stack.ts';
import { startLocalStack } from './local-stack.ts';
import type { Finding, Section } from './section.ts';
import { withStackTable } from './stack-table.ts';
import { median, quantile } from './statistics.ts';
import type { Workspace } from './workspace.ts';

const RECIPIENTS = 10_000;
const KILLS = 2;
const SCHEDULED = 40;
const AT_ONCE = 8;
/** A claim ends 60 s after its worker died, and the mail service is waited for before anything is sent again. */
const PATIENCE_MS = 600_000;

/** Whether many are told quickly, each of them once, whatever happens to the machine. */
export const broadcasts: Section = {
  name: 'broadcasts',
  title: `A broadcast to ${RECIPIENTS} subscribers with kill -9 ${KILLS} times, and ${SCHEDULED} scheduled ones`,
  measure,
};

async function measure({ folder }: Workspace): Promise<Finding> {
  const data = join(folder, 'broadcasts');
  await seed(data);
  let stack = await startOnFolder(data);
  try {
    let desk = await broadcastDesk(stack.url);
    const lateness = await scheduledLateness(desk);
    const news = {
      kind: 'announcement',
      title: 'News',
      text: 'We open on Sundays, too.',
      audiences: ['email'],
    };
    const id = await desk.publish(news);
    const rates: number[] = [];
    const memory: number[] = [];
    for (let round = 0; round <= KILLS; round += 1) {
      const until = ((round + 1) * RECIPIENTS) / (KILLS + 1);
      const leg = await sentUntil(desk, id, round === KILLS ? RECIPIENTS * 0.98 : until, stack.pid);
      rates.push(leg.rate);
      memory.push(...leg.memory);
      if (round === KILLS) break;
      await stack.kill();
      stack = await startOnFolder(data);
      desk = await broadcastDesk(stack.url);
    }
    const begun = Date.now();
    while (Date.now() < begun + PATIENCE_MS && (await desk.show(id)).state !== 'done') await sleep(1000);
    return findingOf(await desk.mailed(), { rates, memory, lateness, waited: Date.now() - begun });
  } finally {
    await stack.stop();
  }
}

/** Subscribers as if they had confirmed. */
async function seed(data: string): Promise<void> {
  const stack = await startLocalStack(data);
  const now = new Date().toISOString();
  let next = 0;
  await withStackTable(stack.dynamodb, async (table) => {
    const lanes = Array.from({ length: AT_ONCE }, async () => {
      for (let number = next++; number < RECIPIENTS; number = next++) {
        const email = `reader-${number}@example.com`;
        const subscriber = {
          id: subscriberId(email),
          email,
          secret: 'secret',
          version: 0,
          since: now,
          askedAt: now,
        };
        await putSubscriber(table, undefined, { ...subscriber, state: 'confirmed', confirmedAt: now }, now);
      }
    });
    await Promise.all(lanes);
  });
  await stack.stop();
}

/** How long after its instant each of some broadcasts reached its first recipient, in milliseconds. */
async function scheduledLateness(desk: BroadcastDesk): Promise<number[]> {
  const from = Date.now() + 20_000;
  const planned = new Map<string, number>();
  for (let number = 0; number < SCHEDULED; number += 1) {
    const at = from + number * 500;
    const draft = {
      kind: 'announcement',
      title: `News ${number}`,
      text: `News ${number}.`,
      audiences: ['status'],
    };
    planned.set(await desk.publish(draft, new Date(at).toISOString()), at);
  }
  await sleep(from + SCHEDULED * 500 + 5000 - Date.now());
  const lateness: number[] = [];
  for (const [id, at] of planned) {
    const sentAt = await desk.firstSentAt(id);
    lateness.push(sentAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(sentAt) - at);
  }
  return lateness;
}

/** Waits until so many are sent; the rate counts from the first one of this leg. */
async function sentUntil(desk: BroadcastDesk, id: string, count: number, pid: number | undefined) {
  const memory: number[] = [];
  let first: { at: number; sent: number } | undefined;
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    const { sent = 0 } = (await desk.show(id)).progress.email ?? {};
    const now = Date.now();
    first ??= { at: now, sent };
    if (sent === first.sent) first.at = now;
    memory.push(residentMegabytes(pid));
    if (sent >= count || now > until)
      return { rate: ((sent - first.sent) * 1000) / Math.max(1, now - first.at), memory };
  }
}

/** What the stack's process holds in memory, as Linux tells it; 0 elsewhere. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function findingOf(
  mailed: string[],
  {
    rates,
    memory,
    lateness,
    waited,
  }: { rates: number[]; memory: number[]; lateness: number[]; waited: number },
): Finding {
  const people = new Set(mailed.filter((address) => address.startsWith('reader-')));
  const doubles = mailed.filter((address) => address.startsWith('reader-')).length - people.size;
  const lost = RECIPIENTS - people.size;
  const slowest = Math.min(...rates);
  const p99 = quantile(lateness, 0.99);
  const half = Math.floor(memory.length / 2);
  const growth = median(memory.slice(half)) - median(memory.slice(0, half));
  return {
    columns: [
      'recipients',
      'sent',
      'doubles',
      'lost',
      'per second, by leg',
      'memory MB, median',
      'first send p50 ms',
      'p99 ms',
    ],
    rows: [
      [
        `${RECIPIENTS}`,
        `${people.size}`,
        `${doubles}`,
        `${lost}`,
        rates.map((rate) => rate.toFixed(0)).join(', '),
        median(memory).toFixed(0),
        quantile(lateness, 0.5).toFixed(0),
        p99.toFixed(0),
      ],
    ],
    targets: [
      {
        promise: 'at least 200 a second',
        measured: `${slowest.toFixed(0)} a second in the slowest leg`,
        met: slowest >= 200,
      },
      {
        promise: 'none twice, none lost',
        measured: `${doubles} twice, ${lost} lost`,
        met: doubles === 0 && lost === 0,
      },
      {
        promise: 'first send at most 2 s after its instant (p99)',
        measured: `${(p99 / 1000).toFixed(2)} s`,
        met: p99 <= 2000,
      },
      { promise: 'memory flat', measured: `${growth.toFixed(0)} MB between halves`, met: growth < 100 },
    ],
    notes: [
      `The last ones were settled ${(waited / 1000).toFixed(0)} s after 98 % were sent: claims of killed workers end after a minute.`,
    ],
  };
}
