import { setTimeout as wait } from 'node:timers/promises';
import { sign, validate } from './crc.ts';
import type { Delivery, DeliveryState, DeliveryStore } from './delivery-store.ts';
import type { XSettings } from './settings.ts';
import type { Webhook, Webhooks } from './webhooks.ts';

/** X waits this long for the answer 200. */
const ANSWER_TIME = 10_000;
const DAY = 24 * 60 * 60_000;
const PARALLEL = 4;
const LONGEST_WAIT = 64;

export interface DeliveryOptions {
  store: DeliveryStore;
  webhooks: Webhooks;
  /** Consumer secret, with which bodies are signed. */
  secret: string;
  settings: XSettings;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * Sends webhooks at least once each. X documents no retry schedule; this tries again with growing waits for a day, so
 * that a desk that restarts on the same machine loses nothing.
 */
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #stopping = new AbortController();
  readonly #running = new Map<number, Promise<void>>();
  /** When each waiting one is due, in milliseconds of the process's own clock, which no test moves. */
  readonly #due = new Map<number, number>();
  readonly #watchers = new Map<number, () => void>();
  readonly #validations = new Map<string, Promise<unknown>>();
  #timer: NodeJS.Timeout | undefined;
  /** Waiting ones get their day anew at each start, however long nobody was there to send them. */
  #startedAt = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Begins with what an earlier process left behind. */
  start(): void {
    const { store, now } = this.#options;
    this.#startedAt = now();
    store.forgetBefore(now() - 2 * DAY);
    for (const seq of store.pending()) this.#due.set(seq, 0);
    this.#pump();
  }

  /** Keeps a body and sends it soon. A webhook that is invalid misses it. Returns its number. */
  enqueue(webhook: Webhook, body: string, replayed = false): number {
    const { store, now } = this.#options;
    const seq = store.add(webhook.id, body, now(), webhook.valid ? 'pending' : 'missed', replayed);
    if (webhook.valid) this.#due.set(seq, 0);
    setImmediate(() => this.#pump());
    return seq;
  }

  /** Resolves when each of these was tried once, or after `limit` milliseconds. */
  async tried(seqs: readonly number[], limit: number): Promise<void> {
    const waiting = seqs.filter((seq) => this.#due.has(seq));
    const each = waiting.map((seq) => new Promise<void>((resolve) => this.#watchers.set(seq, resolve)));
    const over = new AbortController();
    const limited = wait(limit, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([Promise.all(each), limited]);
    over.abort();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await Promise.allSettled(this.#running.values());
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#stopping.signal.aborted) return;
    const time = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [seq, due] of this.#due) {
      if (this.#running.size >= PARALLEL) return;
      if (this.#running.has(seq)) continue;
      if (due > time) next = Math.min(next, due);
      else this.#run(seq);
    }
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#pump(), next - time);
  }

  #run(seq: number): void {
    const done = this.#attempt(seq).finally(() => {
      this.#running.delete(seq);
      this.#watchers.get(seq)?.();
      this.#watchers.delete(seq);
      this.#pump();
    });
    this.#running.set(seq, done);
  }

  async #attempt(seq: number): Promise<void> {
    const { store, now, settings } = this.#options;
    const delivery = store.get(seq);
    if (!delivery) return void this.#due.delete(seq);
    const outcome = await this.#outcome(delivery);
    if (!outcome) return;
    const since = Math.max(delivery.createdAt, this.#startedAt);
    const state = outcome.state === 'pending' && now() - since > DAY ? 'failed' : outcome.state;
    store.settle(seq, state, outcome.problem);
    const factor = Math.min(2 ** delivery.attempts, LONGEST_WAIT);
    if (state === 'pending') this.#due.set(seq, performance.now() + settings.retryDelay * factor);
    else this.#due.delete(seq);
  }

  /** Undefined when the simulator stops meanwhile: the next process tries again. */
  async #outcome(delivery: Delivery): Promise<{ state: DeliveryState; problem: string | null } | undefined> {
    const webhook = await this.#challenged(delivery.webhookId);
    if (this.#stopping.signal.aborted) return undefined;
    if (!webhook?.valid) return { state: 'missed', problem: 'The webhook is not valid.' };
    const problem = await this.#post(webhook.url, delivery.body);
    if (problem === undefined) return { state: 'delivered', problem: null };
    return this.#stopping.signal.aborted ? undefined : { state: 'pending', problem };
  }

  /** A webhook that has not answered a challenge for a day is challenged before it gets anything. */
  async #challenged(id: string): Promise<Webhook | undefined> {
    const { webhooks, secret, now } = this.#options;
    const webhook = webhooks.get(id);
    if (!webhook?.valid || (webhook.validatedAt !== undefined && now() - webhook.validatedAt <= DAY))
      return webhook;
    const validation =
      this.#validations.get(id) ?? validate(webhooks, webhook, secret, now, this.#stopping.signal);
    this.#validations.set(id, validation);
    await validation.finally(() => this.#validations.delete(id));
    return webhooks.get(id);
  }

  /** What went wrong; undefined after 200, the only status that X documents as an acknowledgement. */
  async #post(url: string, body: string): Promise<string | undefined> {
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(ANSWER_TIME)]);
    const signature = sign(this.#options.secret, body);
    const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': signature };
    try {
      const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
      await response.arrayBuffer();
      return response.status === 200 ? undefined : `The desk answered ${response.status}.`;
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError'
        ? 'The desk gave no answer within 10 seconds.'
        : 'The desk could not be reached.';
    }
  }
}
