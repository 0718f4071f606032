import {
  alertEvents,
  bookkeepingEvents,
  broadcastAnswerEvents,
  type EventName,
  mediaEvents,
  statusEvents,
  strangerEvents,
} from '../../../functions/domain/events.ts';
import type { CostRow } from './costs.ts';
import { allowances, pollsPerQueueMonth, prices } from './price-list.ts';

/**
 * What one thing takes of the other services, beside the table; counted along its way through the stack. What is announced and who
 * hears of it is not counted here: that follows from what was measured and from the rules of the bus.
 */
interface Way {
  /** What the bill calls it. */
  name: string;
  /** The row of the measured costs. */
  measured: string;
  http: number;
  /** Send, receive and delete are a request each; batches only lower this. */
  fifo: number;
  standard: number;
  invocations: number;
  mails: number;
  /** It is said where everybody reads it. */
  isPublic?: true;
  /** How many of it were measured together; one unless said. */
  together?: number;
}

/** What every change takes: its announcement, the look whether something falls due, and a notice to the pages that are open. */
const change = { standard: 3, invocations: 3 };

const ways: Way[] = [
  {
    name: 'messages of customers in conversations that go on',
    measured: 'a message in an existing conversation',
    http: 1,
    fifo: 3,
    standard: change.standard,
    invocations: 2 + change.invocations,
    mails: 0,
  },
  {
    name: 'messages of customers that open a conversation',
    measured: 'a message that opens a conversation',
    http: 1,
    fifo: 3,
    standard: change.standard,
    invocations: 2 + change.invocations,
    mails: 0,
  },
  {
    name: 'comments under posts that open one, and are watched for a crowd',
    measured: 'a comment under a post that opens a conversation',
    http: 1,
    fifo: 3,
    standard: change.standard,
    invocations: 2 + change.invocations,
    mails: 0,
    isPublic: true,
  },
  {
    // Nothing of a conversation changes, and nobody is told before there is a crowd.
    name: 'likes and shares, which are watched too',
    measured: 'ten likes of a post within a minute',
    http: 1,
    fifo: 3,
    standard: 0,
    invocations: 2,
    mails: 0,
    isPublic: true,
    together: 10,
  },
  {
    // It is due when it can no longer be taken back, and goes into the queue of what leaves.
    name: 'answers of agents, until they are on their way',
    measured: 'an answer of an agent, with a key',
    http: 1,
    fifo: 3,
    standard: 3 + change.standard,
    invocations: 3 + change.invocations,
    mails: 0,
  },
  {
    // It falls due, and SES tells that its mail left.
    name: 'warnings or alerts, mailed',
    measured: 'a step of a clock that fires',
    http: 0,
    fifo: 0,
    standard: 6 + change.standard,
    invocations: 2 + change.invocations,
    mails: 1,
  },
];

/**
 * The rules of the bus: each puts what it lets through into a queue, which a function works off. That of strangers lets only
 * private openings through, as platforms tell who says something in public.
 */
const rules: readonly { events: readonly EventName[]; isPrivate?: true }[] = [
  { events: bookkeepingEvents },
  { events: alertEvents },
  { events: mediaEvents },
  { events: strangerEvents, isPrivate: true },
  { events: statusEvents },
  { events: broadcastAnswerEvents },
];

/** An invocation of 60 ms with 512 MB, and a kilobyte of log for each. */
const invocation = prices.invocation + 0.06 * 0.5 * prices.gigabyteSecond + 1e-6 * prices.logGigabyte;

function priceOf(way: Way, rows: CostRow[]): { table: number; rest: number } {
  const { read, write, books, announces } = measured(way.measured, rows);
  const { isPublic = false, together = 1 } = way;
  const heard = announces.flatMap((name) =>
    rules.filter(
      ({ events, isPrivate = false }) => events.some((event) => event === name) && !(isPrivate && isPublic),
    ),
  );
  return {
    table: ((read + books.read) * prices.readUnit + (write + books.write) * prices.writeUnit) / together,
    rest:
      way.http * prices.httpRequest +
      way.fifo * prices.fifoQueueRequest +
      (way.standard + 3 * heard.length) * prices.standardQueueRequest +
      (way.invocations + heard.length) * invocation +
      announces.length * prices.event +
      way.mails * prices.mail,
  };
}

function measured(name: string, rows: CostRow[]): CostRow {
  const row = rows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`Nothing is measured that is called '${name}'.`);
  return row;
}

/** What the stack takes in a month in which nobody writes. */
export interface Idle {
  secrets: number;
  alarms: number;
  /** Queues that Lambda asks day and night. */
  queues: number;
  /** How often the clock calls a function. */
  ticks: number;
}

const MINUTES = 30 * 24 * 60;

/** The bill as the README shows it: a thousand of each, and a month of silence. */
export function billOf(rows: CostRow[], { secrets, alarms, queues, ticks }: Idle): string {
  const dollars = (amount: number) => `$${amount.toFixed(3)}`;
  const lines = ways.map((way) => {
    const { table, rest } = priceOf(way, rows);
    return `| 1,000 ${way.name} | ${dollars(1000 * table)} | ${dollars(1000 * rest)} | ${dollars(1000 * (table + rest))} |`;
  });
  const polls = queues * pollsPerQueueMonth;
  const { read } = measured('a minute in which nothing is due', rows);
  const silence =
    secrets * prices.secretMonth +
    alarms * prices.alarmMonth +
    polls * prices.standardQueueRequest +
    ticks * invocation +
    MINUTES * read * prices.readUnit;
  const free =
    Math.min(alarms, allowances.alarms) * prices.alarmMonth +
    Math.min(polls, allowances.queueRequests) * prices.standardQueueRequest +
    Math.min(ticks, allowances.invocations) * prices.invocation;
  return [
    '| What | DynamoDB | the rest of AWS | together |',
    '|---|---:|---:|---:|',
    ...lines,
    '',
    `A month in which nobody writes costs about $${silence.toFixed(2)}: ${secrets} secrets, ${alarms} alarms, Lambda asking ${queues} queues whether there is`,
    `anything, and ${Math.round(ticks / 1000)} thousand looks at the clock. AWS’s monthly free allowances (ten alarms, a million queue requests, a million`,
    `invocations) take $${free.toFixed(2)} off it. All prices are of us-east-1 without them; what X and Meta charge comes on top.`,
  ].join('\n');
}
