import * as z from 'zod/mini';
import { postReply } from '../../functions/api/replies.ts';
import { getMessage } from '../../functions/store/conversations.ts';
import { type Worked, workUntilSettled } from './due-loop.ts';
import { type FaultWorld, openFaultWorld } from './fault-world.ts';
import { inLanes } from './lanes.ts';
import { answersThere, answerText } from './outside-view.ts';
import { askEverywhere, type Question, type Way, ways } from './questions.ts';
import type { Finding, Section } from './section.ts';
import { columns, rowOf, type Settled, targetsOf } from './settled.ts';

const REPLIES = 2_000;
const SEED = 20_261_121;
const AT_ONCE = 8;

export const faults: Section = {
  name: 'faults',
  title: `${REPLIES} replies over 50 accounts, while platforms refuse, fail and hang up`,
  measure,
};

interface Sent {
  way: Way;
  messageId: string;
  number: number;
}

async function measure(): Promise<Finding> {
  const world = await openFaultWorld(SEED);
  try {
    const questions = await askEverywhere(world.outside, world.desk.table);
    const sent = await answerAll(questions, world);
    const realStart = Date.now();
    const start = world.clock.now();
    const worked = await workUntilSettled(world, SEED);
    const spans = { real: Date.now() - realStart, desk: world.clock.now() - start };
    return findingOf(await settledOf(sent, world), worked, spans, world);
  } finally {
    await world.close();
  }
}

const Stored = z.object({ message: z.object({ id: z.string() }) });

/** Answers all questions by the API, each as often as it takes to make up the number. */
async function answerAll(questions: Question[], { dispatch }: FaultWorld): Promise<Sent[]> {
  const services = { ...dispatch, deadLetters: { list: async () => [], redrive: async () => undefined } };
  const sent: Sent[] = [];
  // Answers to one conversation are written one after the other: an agent has two hands.
  await inLanes(questions.entries(), AT_ONCE, async ([index, { way, conversationId, visibility }]) => {
    for (let number = index; number < REPLIES; number += questions.length) {
      const answer = await postReply(
        {
          method: 'POST',
          path: `/api/conversations/${conversationId}/replies`,
          parameters: { id: conversationId },
          query: {},
          headers: { 'idempotency-key': `bench-${number}` },
          body: Buffer.from(JSON.stringify({ text: answerText(number), visibility, undoSeconds: 0 })),
          traceId: `bench-${number}`,
          claims: { sub: 'bench', name: 'Bench', 'cognito:groups': ['admin'] },
        },
        services,
      );
      sent.push({ way, number, messageId: Stored.parse(JSON.parse(answer.body ?? '')).message.id });
    }
  });
  return sent;
}

async function settledOf(sent: Sent[], { desk, outside }: FaultWorld): Promise<(Settled & { way: Way })[]> {
  const there = await answersThere(outside);
  const settled: (Settled & { way: Way })[] = [];
  await inLanes(sent, AT_ONCE, async ({ way, number, messageId }) => {
    const state = (await getMessage(desk.table, messageId))?.state ?? 'unknown';
    settled.push({ way, state, times: there.get(number) ?? 0 });
  });
  return settled;
}

function findingOf(
  settled: (Settled & { way: Way })[],
  { rounds, deliveries, twice, errors }: Worked,
  { real, desk }: { real: number; desk: number },
  { faults: met }: FaultWorld,
): Finding {
  const kinds = [...met.met].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const thrown = [...errors].map(([error, count]) => `${count} × ${error}`).join('; ');
  return {
    columns,
    rows: [
      ...ways.map((way) =>
        rowOf(
          way,
          settled.filter((one) => one.way === way),
        ),
      ),
      rowOf('all', settled),
    ],
    targets: targetsOf(settled, REPLIES),
    notes: [
      `${met.calls()} calls of the platforms met: ${kinds}.`,
      `${deliveries} queue messages, ${twice} of them to two workers at once, in ${rounds} rounds of up to 32 workers.`,
      `${(desk / 3_600_000).toFixed(1)} h on the desk's clock, which is put forward while all workers are idle; ${(real / 1000).toFixed(0)} s really.`,
      `Thrown by workers and delivered again: ${thrown || 'nothing'}.`,
    ],
  };
}
