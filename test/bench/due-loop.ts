import { sendMessage } from '../../functions/handlers/outbound.ts';
import { letLeave } from '../../functions/let-leave.ts';
import type { Outgoing } from '../../functions/queues/send-batch.ts';
import { type DueItem, dueBy } from '../../functions/store/due.ts';
import { isMessageId } from '../../functions/store/keys.ts';
import type { Table } from '../../functions/store/table.ts';
import type { FaultWorld } from './fault-world.ts';
import { inLanes } from './lanes.ts';
import { seededRandom } from './seeded-random.ts';

const WORKERS = 32;
/** Share of the queue messages that two workers get at the same time, as happens when a visibility timeout runs out. */
const TWICE = 0.05;
/** Nothing of this bench waits longer; clocks of conversations fall due by themselves and are no messages. */
const FAR = 30 * 24 * 3_600_000;
const MOST_ROUNDS = 3_000;

/** What the loop did. */
export interface Worked {
  rounds: number;
  deliveries: number;
  twice: number;
  /** What workers threw; the queue would deliver again. */
  errors: Map<string, number>;
}

/**
 * Lets everything leave that is due, by as many workers as the outbound function has at most, and puts the clock forward whenever
 * all of them are idle, until nothing is to leave any more. One conversation's messages go one after the other, as in a FIFO queue.
 */
export async function workUntilSettled(world: FaultWorld, seed: number): Promise<Worked> {
  const { clock, desk } = world;
  const worked: Worked = { rounds: 0, deliveries: 0, twice: 0, errors: new Map() };
  const random = seededRandom(seed);
  for (; worked.rounds < MOST_ROUNDS; worked.rounds += 1) {
    const due = await dueMessages(desk.table, clock.now() + FAR);
    const [first] = due;
    if (!first) return worked;
    clock.forwardTo(Date.parse(first.dueAt) + 1);
    const now = desk.clock();
    const queues = await queued(
      due.filter(({ dueAt }) => dueAt < now),
      world,
    );
    await inLanes(queues, WORKERS, async (messages) => {
      for (const { body } of messages) {
        worked.deliveries += 1;
        const isTwice = random() < TWICE;
        if (isTwice) worked.twice += 1;
        await Promise.all([take(body, world, worked), isTwice && take(body, world, worked)]);
      }
    });
  }
  throw new Error('Something is due again and again.');
}

async function take(body: string, { dispatch }: FaultWorld, { errors }: Worked): Promise<void> {
  try {
    await sendMessage({ body }, dispatch);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const kind = said.replaceAll(/[\w-]{12,}(\.\S+)?/g, '…');
    errors.set(kind, (errors.get(kind) ?? 0) + 1);
  }
}

/** What the due worker hands to the outbound queue, by conversation. */
async function queued(due: DueItem[], { desk }: FaultWorld): Promise<Outgoing[][]> {
  const groups = new Map<string, Outgoing[]>();
  await inLanes(due, WORKERS, (one) =>
    letLeave(one, {
      desk,
      enqueueOutbound: async (messages) => {
        for (const message of messages) {
          const group = groups.get(message.group ?? '') ?? [];
          groups.set(message.group ?? '', [...group, message]);
        }
      },
    }),
  );
  return [...groups.values()];
}

async function dueMessages(table: Table, until: number): Promise<DueItem[]> {
  const all: DueItem[] = [];
  for await (const dues of dueBy(table, new Date(until).toISOString())) {
    all.push(...dues.filter(({ id }) => isMessageId(id)));
  }
  return all.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}
