import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOnFolder } from './killable-stack.ts';
import { type Answered, type ReplyDesk, replyDesk } from './reply-desk.ts';
import type { Finding, Section } from './section.ts';
import { columns, isOpen, rowOf, type Settled, targetsOf } from './settled.ts';
import type { Workspace } from './workspace.ts';

const REPLIES = 300;
const KILLS = 2;
const COMMENTS = 10;
/** A claim on a message ends 60 s after its worker died; then it is looked for on the platform. */
const PATIENCE_MS = 300_000;
/**
 * Every eighth answer that arrives lets one call fail: of a hundred calls some ten meet an error and two are cut off after they were
 * accepted. Rate limits are not among them, as after one of Facebook's the whole account waits for an hour; `faults` has them.
 */
const FAULTS = [
  { kind: 'status', value: 500 },
  { kind: 'code', value: 2 },
  { kind: 'cut' },
  { kind: 'code', value: 2 },
  { kind: 'status', value: 500 },
] as const;
const ANSWERS_BETWEEN = 8;

export const killedRunner: Section = {
  name: 'kill',
  title: `${REPLIES} replies on Facebook, which fails now and then, with kill -9 of the local stack ${KILLS} times while they leave`,
  measure,
};

async function measure({ folder }: Workspace): Promise<Finding> {
  const data = join(folder, 'kill');
  let stack = await startOnFolder(data);
  try {
    let desk = await replyDesk(stack.url);
    const questions = await desk.askOnFacebook(COMMENTS);
    const answered: Answered[] = [];
    const startedAgain: number[] = [];
    const share = Math.ceil(REPLIES / (KILLS + 1));
    const answerShare = async (round: number): Promise<void> => {
      const numbers = Array.from({ length: share }, (_, index) => round * share + index);
      const sending = numbers.flatMap((number) => {
        const question = questions[number % questions.length];
        return question ? [desk.answer(question, number)] : [];
      });
      answered.push(...(await Promise.all(sending)));
    };
    for (let round = 0; round < KILLS; round += 1) {
      const stopSpoiling = spoilCalls(desk);
      await answerShare(round);
      await someArrived(desk, round * share + share / 3);
      await stopSpoiling();
      await stack.kill();
      const begun = Date.now();
      stack = await startOnFolder(data);
      startedAgain.push(Date.now() - begun);
      desk = await replyDesk(stack.url);
    }
    const stopSpoiling = spoilCalls(desk);
    await answerShare(KILLS);
    const begun = Date.now();
    const settled = await settle(desk, answered);
    await stopSpoiling();
    return findingOf(settled, Date.now() - begun, startedAgain);
  } finally {
    await stack.stop();
  }
}

/** Lets calls fail until it is stopped. */
function spoilCalls(desk: ReplyDesk): () => Promise<void> {
  let isOver = false;
  const spoil = async () => {
    let seen = (await desk.arrivals()).size;
    for (let next = 0; !isOver; await sleep(100)) {
      const arrived = (await desk.arrivals()).size;
      if (arrived < seen + ANSWERS_BETWEEN) continue;
      seen = arrived;
      const fault = FAULTS[next++ % FAULTS.length];
      if (fault) await desk.spoil('facebook', fault);
    }
  };
  const spoiling = spoil();
  return async () => {
    isOver = true;
    await spoiling;
  };
}

/** The kill comes in the middle of things: some are there, others on their way. */
async function someArrived(desk: ReplyDesk, count: number): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20)) {
    if ((await desk.arrivals()).size >= count) return;
  }
}

async function settle(desk: ReplyDesk, answered: Answered[]): Promise<Settled[]> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(2_000)) {
    const states = new Map<string, string>();
    for (const id of new Set(answered.map(({ conversationId }) => conversationId)))
      for (const [messageId, state] of await desk.states(id)) states.set(messageId, state);
    const there = await desk.there();
    const settled = answered.map(({ number, messageId }) => ({
      times: there.get(number) ?? 0,
      state: states.get(messageId) ?? 'unknown',
    }));
    if (Date.now() > until || !settled.some(isOpen)) return settled;
  }
}

function findingOf(settled: Settled[], waited: number, startedAgain: number[]): Finding {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return {
    columns,
    rows: [rowOf('Facebook', settled)],
    targets: targetsOf(settled, REPLIES),
    notes: [
      `Ready again ${startedAgain.map(seconds).join(' and ')} after the kill; all settled ${seconds(waited)} after the last reply.`,
      'A message whose worker died waits for the end of its claim (60 s) and is then looked for on the platform, not sent again.',
    ],
  };
}
