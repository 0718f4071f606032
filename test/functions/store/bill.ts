import type { CostRow } from './costs.ts';
import { pollsPerQueueMonth, prices } from './price-list.ts';

/** What one thing takes of the other services, beside the table; counted along its way through the stack. */
interface Way {
  /** What the bill calls it. */
  name: string;
  /** The row of the measured costs. */
  measured: string;
  /** How often the conversation is counted out of some views and into others. */
  moves: number;
  /** How many messages are made findable by their words. */
  findable: number;
  /** How often it is listened to for what many speak of. */
  heard: number;
  http: number;
  /** Send, receive and delete are a request each; batches only lower this. */
  fifo: number;
  standard: number;
  invocations: number;
  events: number;
  mails: number;
}

const ways: Way[] = [
  {
    name: 'messages of customers in conversations that go on',
    measured: 'a message in an existing conversation',
    moves: 0,
    findable: 1,
    heard: 1,
    http: 1,
    fifo: 3,
    standard: 6,
    invocations: 6,
    events: 1,
    mails: 0,
  },
  {
    name: 'messages of customers that open a conversation',
    measured: 'a message that opens a conversation',
    moves: 1,
    findable: 1,
    heard: 1,
    http: 1,
    fifo: 3,
    standard: 12,
    invocations: 8,
    events: 4,
    mails: 0,
  },
  {
    name: 'answers of agents, until they are on their way',
    measured: 'an answer of an agent, with a key',
    moves: 1,
    findable: 0,
    heard: 0,
    http: 1,
    fifo: 3,
    standard: 6,
    invocations: 6,
    events: 3,
    mails: 0,
  },
  {
    name: 'warnings or alerts, mailed',
    measured: 'a step of a clock that fires',
    moves: 0,
    findable: 0,
    heard: 0,
    http: 0,
    fifo: 0,
    standard: 9,
    invocations: 5,
    events: 1,
    mails: 1,
  },
];

/** An invocation of 60 ms with 512 MB, and a kilobyte of log for each. */
const invocation = prices.invocation + 0.06 * 0.5 * prices.gigabyteSecond + 1e-6 * prices.logGigabyte;

function priceOf(way: Way, rows: CostRow[]): { table: number; rest: number } {
  const row = measured(way.measured, rows);
  const move = measured('a move of a conversation between views', rows);
  const kept = measured('a message that is made findable', rows);
  const hearing = measured('a message listened to for what many speak of', rows);
  const read = row.read + way.moves * move.read + way.findable * kept.read + way.heard * hearing.read;
  const write = row.write + way.moves * move.write + way.findable * kept.write + way.heard * hearing.write;
  return {
    table: read * prices.readUnit + write * prices.writeUnit,
    rest:
      way.http * prices.httpRequest +
      way.fifo * prices.fifoQueueRequest +
      way.standard * prices.standardQueueRequest +
      way.invocations * invocation +
      way.events * prices.event +
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
  queues: number;
}

/** The bill as the README shows it: a thousand of each, and a month of silence. */
export function billOf(rows: CostRow[], { secrets, alarms, queues }: Idle): string {
  const dollars = (amount: number) => `$${amount.toFixed(3)}`;
  const lines = ways.map((way) => {
    const { table, rest } = priceOf(way, rows);
    return `| 1,000 ${way.name} | ${dollars(1000 * table)} | ${dollars(1000 * rest)} | ${dollars(1000 * (table + rest))} |`;
  });
  const silence =
    secrets * prices.secretMonth +
    alarms * prices.alarmMonth +
    queues * pollsPerQueueMonth * prices.standardQueueRequest;
  return [
    '| What | DynamoDB | the rest of AWS | together |',
    '|---|---:|---:|---:|',
    ...lines,
    '',
    `A month in which nobody writes costs about $${silence.toFixed(2)}: ${secrets} secrets, ${alarms} alarms, and Lambda asking ${queues} queues whether there is`,
    'anything. AWS’s monthly free allowances (ten alarms, a million queue requests, a million invocations) take off more than half of it. All prices',
    'are of us-east-1 without them; what X and Meta charge comes on top.',
  ].join('\n');
}
