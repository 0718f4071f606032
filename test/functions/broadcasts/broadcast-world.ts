import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { Broadcasting } from '../../../functions/broadcasts/broadcasting.ts';
import { work } from '../../../functions/broadcasts/work.ts';
import type { Mail } from '../../../functions/mail/alert-mail.ts';
import { broadcastMessage } from '../../../functions/queues/broadcast-message.ts';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import { getBroadcast } from '../../../functions/store/broadcasts.ts';
import { latestActivity } from '../../../functions/store/conversations.ts';
import { dueBy } from '../../../functions/store/due.ts';
import { broadcastDue } from '../../../functions/store/keys.ts';
import type { Table } from '../../../functions/store/table.ts';
import { type Answer, type OutboundWorld, openWorld, type WorldOptions } from '../outbound-world.ts';

/* A desk between both simulated platforms, with the queue of broadcasts and the mail service that the test plays. */

export interface SentMail {
  to: string;
  mail: Mail;
  tags: Record<string, string>;
}

export interface BroadcastWorld extends OutboundWorld {
  broadcasting: Broadcasting;
  /** What waits in the queue of broadcasts, with when it arrives (epoch milliseconds). */
  queue: { body: string; at: number }[];
  mails: SentMail[];
  /** How often the next mails meet a failure: refused, or without an answer. */
  mailFaults: ('refused' | 'no answer')[];
  /** Delivers everything that arrives within so many seconds, or the first of it, due broadcasts included, and lets personal answers leave. */
  run(seconds?: number, most?: number): Promise<void>;
  /** Asks the API as a lead. */
  lead(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Writes, approves and publishes a broadcast; gives its id. */
  publish(draft: object, publishAt?: string): Promise<string>;
  progress(id: string): Promise<Record<string, Record<string, number>>>;
  state(platform: 'x' | 'facebook'): Promise<unknown>;
  broadcastState(id: string): Promise<string>;
}

const Written = z.object({ id: z.string(), state: z.string() });
const Progress = z.object({ progress: z.record(z.string(), z.record(z.string(), z.number())) });

export async function openBroadcastWorld(table: Table, options: WorldOptions = {}): Promise<BroadcastWorld> {
  const outer = await openWorld(table, options);
  const { dispatch, clock } = outer;
  clock.now += 60_000;
  const queue: BroadcastWorld['queue'] = [];
  const mails: SentMail[] = [];
  const mailFaults: BroadcastWorld['mailFaults'] = [];
  const broadcasting: Broadcasting = {
    ...dispatch,
    broadcastOf: (id) => getBroadcast(table, id),
    enqueue: async (messages: Outgoing[]) => {
      for (const { body, delay = 0 } of messages) queue.push({ body, at: clock.now + delay * 1000 });
    },
    subscribers: {
      table,
      sendMail: async ({ to, mail, tags }) => {
        const fault = mailFaults.shift();
        if (fault === 'refused') return { refused: new Error('Throttling') };
        mails.push({ to: to.join(), mail, tags });
        if (fault === 'no answer') throw new Error('No answer.');
        return { mailId: `mail-${mails.length}` };
      },
      statusUrl: 'https://hark.example/status',
    },
    publicFiles: dispatch.bucket,
    mailRate: { burst: 1000, seconds: 1 },
  };
  const lead = (method: string, path: string, body?: unknown) =>
    outer.api(method, path, body, { role: 'lead' });
  const show = async (id: string) => (await lead('GET', `/api/broadcasts/${id}`)).body;
  const world: BroadcastWorld = {
    ...outer,
    ...{ broadcasting, queue, mails, mailFaults, lead },
    run: async (seconds = 0, most = 500) => {
      const until = clock.now + seconds * 1000;
      for (let round = 0; round < most; round += 1) {
        const arrived = await nextAt(table, queue, until);
        if (arrived === undefined) break;
        clock.now = Math.max(clock.now, arrived.at);
        await workOne(arrived.body, broadcasting);
        await outer.work();
        await tellAnswers(world);
      }
      clock.now = Math.max(clock.now, until);
    },
    publish: async (draft, publishAt) => {
      const written = await lead('POST', '/api/broadcasts', draft);
      expect(written.status).toBe(201);
      const { id } = Written.parse(written.body);
      expect(await lead('POST', `/api/broadcasts/${id}/approve`)).toMatchObject({ status: 200 });
      const published = await lead('POST', `/api/broadcasts/${id}/publish`, publishAt ? { publishAt } : {});
      expect(published).toMatchObject({ status: 200, body: { state: 'scheduled' } });
      return id;
    },
    progress: async (id) => Progress.parse(await show(id)).progress,
    broadcastState: async (id) => Written.parse(await show(id)).state,
  };
  return world;
}

/** Takes one message. @throws whatever it failed with */
export async function workOne(body: string, broadcasting: Broadcasting): Promise<void> {
  const [outcome] = await work([body], broadcasting);
  if (outcome?.status === 'rejected') throw outcome.reason;
}

/** The next message of the queue, or broadcast that falls due; the latter go to the queue at once. */
async function nextAt(
  table: Table,
  queue: BroadcastWorld['queue'],
  until: number,
): Promise<{ body: string; at: number } | undefined> {
  const due: { body: string; at: number }[] = [];
  for await (const items of dueBy(table, new Date(until).toISOString())) {
    for (const { id, dueAt } of items) {
      const broadcastId = broadcastDue(id);
      if (broadcastId !== undefined)
        due.push({ body: broadcastMessage({ broadcastId }).body, at: Date.parse(dueAt) });
    }
  }
  const [firstDue] = due.sort((a, b) => a.at - b.at);
  queue.sort((a, b) => a.at - b.at);
  const [first] = queue;
  if (first && first.at <= until && (!firstDue || first.at <= firstDue.at)) return queue.shift();
  return firstDue;
}

const heard = new WeakMap<BroadcastWorld, Set<string>>();

/** The bus tells what became of personal answers, at least once. */
async function tellAnswers(world: BroadcastWorld): Promise<void> {
  const told = heard.get(world) ?? new Set();
  heard.set(world, told);
  for (const { id } of await world.conversations()) {
    for (const activity of await latestActivity(world.desk.table, id, 50)) {
      for (const [index, { name, data }] of activity.events.entries()) {
        const key = `${id}.${activity.id}.${index}`;
        if (told.has(key) || data.broadcastId === undefined) continue;
        told.add(key);
        const { at, traceId } = activity;
        const detail = { id: key, at, traceId, conversationId: id, name, data };
        if (/^message\.(sent|failed|cancelled)$/.test(name))
          await workOne(JSON.stringify({ detail }), world.broadcasting);
      }
    }
  }
}
