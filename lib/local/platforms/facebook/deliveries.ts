import * as z from 'zod/mini';
import { deliveryBody, type PendingItem, PendingRow } from './delivery-body.ts';
import type { Memory } from './memory.ts';
import { findPage } from './people.ts';
import { postWebhook } from './webhook-post.ts';

/** Ways in which real deliveries are inconvenient, off unless switched on. */
export interface DeliveryModes {
  /** Several events in one POST. */
  batch: boolean;
  /** Every POST twice. */
  duplicate: boolean;
  /** Of every two events, the second comes first. */
  reorder: boolean;
  /** People's feed events come without `from`. */
  anonymous: boolean;
}

/** The webhooks on their way to the desk. They are kept until the desk has answered 200, also across a kill. */
export interface Deliveries {
  readonly modes: DeliveryModes;
  /**
   * Keeps an event and sends it after `delayMs`. Resolves when the first attempt has ended, well or not, and in any case
   * after two seconds; it never rejects. A page that is not subscribed has no events.
   */
  push(event: Omit<PendingItem, 'id' | 'createdAt'>, delayMs?: number): Promise<void>;
  /** Events that the desk has not taken yet and that are at least `ageMs` old. */
  pending(ageMs?: number): number;
  /** From now on, sends to another address; a restart goes back to the configured one. */
  sendTo(url: string): void;
  /** Sends what an earlier process left behind. */
  resume(): void;
  /** Stops sending; what is pending stays in the file. */
  close(): Promise<void>;
}

export interface DeliveryOptions {
  memory: Memory;
  webhookUrl: string;
  appSecret: string;
  now: () => number;
}

const Count = z.object({ n: z.number() });

interface Job {
  id: number;
  pageId: string;
  kind: PendingItem['kind'];
  attempts: number;
  /** Tells `push` that the first attempt has ended. */
  tried: () => void;
}

const PARALLEL = 8;
const HOLD_MS = 250;
/** How long an API answer waits for its own webhook at most, in real milliseconds. */
const FIRST_TRY_MS = 2_000;
/** Real milliseconds before attempt 2, 3, …; the last one repeats until the event is too old. */
const BACKOFF_MS = [250, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** Meta drops a feed event after 36 h, and unsubscribes a page whose Messenger events fail for an hour. */
const GIVE_UP_MS = { changes: 36 * 3_600_000, messaging: 3_600_000 };

/** Deliveries of one simulator; nothing is sent before the first `push` or `resume`. */
export function createDeliveries({ memory, webhookUrl, appSecret, now }: DeliveryOptions): Deliveries {
  const modes: DeliveryModes = { batch: false, duplicate: false, reorder: false, anonymous: false };
  const ready: Job[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const inFlight = new Set<Promise<void>>();
  const busyPages = new Set<string>();
  const stop = new AbortController();
  const gathering: Job[] = [];
  const startedAt = now();
  let held = false;
  let target = webhookUrl;

  /** Unref'd, so that a waiting retry alone does not keep a process alive. */
  function later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms).unref();
    timers.add(timer);
  }

  function enqueue(jobs: readonly Job[], delayMs: number): void {
    later(delayMs, () => {
      ready.push(...jobs);
      pump();
    });
  }

  /** The first attempt of a new event, after what the modes make of it. */
  function begin(job: Job, delayMs: number): void {
    if (modes.batch) {
      if (gathering.push(job) === 1) later(HOLD_MS, () => enqueue(gathering.splice(0), 0));
      return;
    }
    held = modes.reorder && !held;
    enqueue([job], delayMs + (held ? HOLD_MS : 0));
  }

  function pump(): void {
    while (!stop.signal.aborted && inFlight.size < PARALLEL) {
      const jobs = takeNext();
      if (jobs.length === 0) return;
      const attempt = send(jobs).finally(() => {
        inFlight.delete(attempt);
        for (const job of jobs) if (job.kind === 'messaging') busyPages.delete(job.pageId);
        pump();
      });
      inFlight.add(attempt);
    }
  }

  /** Messenger events of one page go one after another, because Meta keeps their order; feed events have none. */
  function takeNext(): Job[] {
    const isFree = (job: Job) => job.kind === 'changes' || !busyPages.has(job.pageId);
    const next = modes.batch ? ready.filter(isFree) : ready.filter(isFree).slice(0, 1);
    for (const job of next) {
      ready.splice(ready.indexOf(job), 1);
      if (job.kind === 'messaging') busyPages.add(job.pageId);
    }
    return next;
  }

  async function send(jobs: Job[]): Promise<void> {
    const items = jobs.flatMap(
      ({ id }) => memory.one(PendingRow, 'SELECT * FROM delivery WHERE id = ?', id) ?? [],
    );
    if (items.length === 0) return;
    const bytes = deliveryBody(items);
    const post = () => postWebhook(target, bytes, appSecret, stop.signal);
    const taken = await post();
    if (stop.signal.aborted) return;
    if (taken && modes.duplicate) await post();
    for (const job of jobs) {
      job.attempts += 1;
      job.tried();
      if (taken) memory.run('DELETE FROM delivery WHERE id = ?', job.id);
      else retry(job, items.find((item) => item.id === job.id)?.createdAt ?? 0);
    }
  }

  /** What an earlier process left behind is as fresh as this process: the desk was away together with us. */
  function retry(job: Job, createdAt: number): void {
    if (now() - Math.max(createdAt, startedAt) < GIVE_UP_MS[job.kind]) {
      enqueue([job], BACKOFF_MS[Math.min(job.attempts, BACKOFF_MS.length) - 1] ?? 0);
      return;
    }
    memory.run('DELETE FROM delivery WHERE id = ?', job.id);
    if (job.kind === 'messaging') memory.run('UPDATE page SET subscribed = 0 WHERE id = ?', job.pageId);
  }

  return {
    modes,
    async push({ pageId, kind, item }, delayMs = 0) {
      if (!findPage(memory, pageId)?.subscribed) return;
      const row = memory.one(
        PendingRow,
        'INSERT INTO delivery (pageId, kind, item, createdAt) VALUES (?, ?, ?, ?) RETURNING *',
        pageId,
        kind,
        JSON.stringify(item),
        now(),
      );
      if (!row) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      begin({ id: row.id, pageId, kind, attempts: 0, tried: resolve }, delayMs);
      later(FIRST_TRY_MS, resolve);
      await promise;
    },
    pending: (ageMs = 0) =>
      memory.one(Count, 'SELECT COUNT(*) AS n FROM delivery WHERE createdAt <= ?', now() - ageMs)?.n ?? 0,
    sendTo(url) {
      target = url;
    },
    resume() {
      for (const row of memory.all(PendingRow, 'SELECT * FROM delivery ORDER BY id')) {
        enqueue([{ id: row.id, pageId: row.pageId, kind: row.kind, attempts: 0, tried: () => {} }], 0);
      }
    },
    async close() {
      stop.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(inFlight);
    },
  };
}
