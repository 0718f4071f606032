import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getMessage } from '../../functions/store/conversations.ts';
import { startLocalStack } from './local-stack.ts';
import { type Answered, type Question, type ReplyDesk, replyDesk } from './reply-desk.ts';
import type { Finding, Section } from './section.ts';
import { withStackTable } from './stack-table.ts';
import { quantile } from './statistics.ts';
import type { Workspace } from './workspace.ts';

const REPLIES = 100;
/** X takes 15 private messages in 15 minutes, so most of the answers go to Facebook. */
const ON_X = 10;
const COMMENTS = 10;
/** Answers begin at even intervals, a little slower than a page's budget for comments comes back. */
const EVERY_MS = 250;
const PATIENCE_MS = 20_000;
const API_LIMIT_MS = 20;
const ARRIVAL_LIMIT_MS = 1_500;

export const replies: Section = {
  name: 'replies',
  title: `${REPLIES} replies, from the call of the API to the platform, on a local stack`,
  measure,
};

/** An answer's way, in milliseconds since the call of the API began. */
interface Way extends Answered {
  stored: number;
  taken: number;
  arrived: number;
}

async function measure({ folder }: Workspace): Promise<Finding> {
  const stack = await startLocalStack(join(folder, 'replies'));
  try {
    const desk = await replyDesk(stack.url);
    const questions = [await desk.askOnFacebook(COMMENTS), await desk.askOnX()] as const;
    await warmUp(desk, questions);
    const answered = await answerEvenly(desk, questions);
    const arrivals = await arrivalsOf(desk, answered);
    const ways = await withStackTable(stack.dynamodb, async (table) => {
      const all = answered.map(async (one): Promise<Way[]> => {
        const message = await getMessage(table, one.messageId);
        const arrivedAt = arrivals.get(one.number);
        if (!message?.outbound?.attemptedAt || arrivedAt === undefined) return [];
        return [
          {
            ...one,
            stored: Date.parse(message.at) - one.calledAt,
            taken: Date.parse(message.outbound.attemptedAt) - one.calledAt,
            arrived: arrivedAt - one.calledAt,
          },
        ];
      });
      return (await Promise.all(all)).flat();
    });
    return findingOf(ways);
  } finally {
    await stack.stop();
  }
}

type Questions = readonly [facebook: Question[], x: Question[]];

/** Every function runs once before the clock does. */
async function warmUp(desk: ReplyDesk, [facebook, x]: Questions): Promise<void> {
  const first = [...facebook, ...x].map((question, index) => desk.answer(question, 9_000 + index));
  await arrivalsOf(desk, await Promise.all(first));
}

async function answerEvenly(desk: ReplyDesk, [facebook, x]: Questions): Promise<Answered[]> {
  const begun: Promise<Answered>[] = [];
  for (let number = 0; number < REPLIES; number += 1) {
    const place = number % (REPLIES / ON_X) === 0 ? x : facebook;
    const question = place[number % place.length];
    if (question) begun.push(desk.answer(question, number));
    await sleep(EVERY_MS);
  }
  return Promise.all(begun);
}

async function arrivalsOf(desk: ReplyDesk, answered: Answered[]): Promise<Map<number, number>> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const arrivals = await desk.arrivals();
    if (Date.now() > until || answered.every(({ number }) => arrivals.has(number))) return arrivals;
    await sleep(500);
  }
}

function findingOf(ways: Way[]): Finding {
  const api = ways.map(({ took }) => took);
  const arrived = ways.map(({ arrived: at }) => at);
  const rows: [string, number[]][] = [
    ['API: decided on the newest facts', ways.map(({ stored }) => stored)],
    ['API: stored and answered', ways.map(({ took, stored }) => took - stored)],
    ['table stream, schedule, due queue, due, outbound queue', ways.map(({ taken, took }) => taken - took)],
    ['outbound: claimed, given to the platform', ways.map(({ arrived: at, taken }) => at - taken)],
    ['all: from the call to the platform', arrived],
  ];
  const p50 = quantile(api, 0.5);
  const p95 = quantile(arrived, 0.95);
  return {
    columns: ['milliseconds', 'p50', 'p95', 'max'],
    rows: [
      ...rows.map(([name, values]) => [name, ...shown(values)]),
      ['the API as its caller sees it', ...shown(api)],
    ],
    targets: [
      {
        promise: `API p50 at most ${API_LIMIT_MS} ms`,
        measured: `${p50.toFixed(1)} ms`,
        met: p50 <= API_LIMIT_MS,
      },
      {
        promise: `at the platform p95 at most ${ARRIVAL_LIMIT_MS / 1000} s, all of them`,
        measured: `${(p95 / 1000).toFixed(2)} s, ${REPLIES - ways.length} missing`,
        met: p95 <= ARRIVAL_LIMIT_MS && ways.length === REPLIES,
      },
    ],
    notes: [
      `One reply every ${EVERY_MS} ms, ${REPLIES / ON_X} of them to X, the others to Facebook; undoSeconds is 0.`,
    ],
  };
}

function shown(values: number[]): string[] {
  return [0.5, 0.95, 1].map((q) => quantile(values, q).toFixed(q === 0.5 ? 1 : 0));
}
