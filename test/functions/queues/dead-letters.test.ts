import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeadLetters, openDeadLetters } from '../../../functions/queues/dead-letters.ts';
import { receiveAll } from './queue-server.ts';

let server: FauxqsServer;
let client: SQSClient;
let letters: DeadLetters;
const urls: Record<string, string> = {};

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  for (const name of ['due', 'due-dead', 'inbound.fifo', 'inbound-dead.fifo']) {
    const attributes = name.endsWith('.fifo') ? { attributes: { FifoQueue: 'true' } } : {};
    urls[name] = server.createQueue(name, attributes).queueUrl;
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SQSClient({ endpoint: server.address, region: 'us-east-1', credentials });
  letters = openDeadLetters(
    client,
    JSON.stringify({
      due: { queue: urls.due, deadLetters: urls['due-dead'] },
      inbound: { queue: urls['inbound.fifo'], deadLetters: urls['inbound-dead.fifo'] },
    }),
  );
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

async function bury(queue: string, count: number, group?: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const fifo =
      group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `${group}-${n}` };
    await client.send(new SendMessageCommand({ QueueUrl: urls[queue], MessageBody: `letter ${n}`, ...fifo }));
  }
}

const bodiesIn = async (queue: string) =>
  (await receiveAll(client, urls[queue] ?? '')).map(({ body }) => body);

describe('dead letters', () => {
  it('are counted by the work that they belong to, beside what waits, and put back up to a limit', async () => {
    await bury('due-dead', 13);
    await bury('due', 1);
    expect(await letters.list()).toEqual([
      { name: 'due', waiting: 1, inFlight: 0, messages: 13 },
      { name: 'inbound', waiting: 0, inFlight: 0, messages: 0 },
    ]);
    expect(await letters.redrive('due', 11)).toBe(11);
    expect(await letters.list()).toMatchObject([{ name: 'due', messages: 2 }, {}]);
    expect(await bodiesIn('due')).toHaveLength(12);
    expect(await letters.redrive('due', 100)).toBe(2);
    expect((await bodiesIn('due')).length).toBe(2);
  });

  it('of a FIFO queue go back into their groups, in their order', async () => {
    await bury('inbound-dead.fifo', 3, 'ines');
    await bury('inbound-dead.fifo', 2, 'ola');
    let moved = 0;
    for (
      let round = await letters.redrive('inbound', 10);
      round;
      round = await letters.redrive('inbound', 10)
    )
      moved += round;
    expect(moved).toBe(5);
    const received = await receiveAll(client, urls['inbound.fifo'] ?? '');
    const of = (group: string) => received.filter((one) => one.group === group).map(({ body }) => body);
    expect(of('ines')).toEqual(['letter 0', 'letter 1', 'letter 2']);
    expect(of('ola')).toEqual(['letter 0', 'letter 1']);
  });

  it('of a work that there is not are none', async () => {
    expect(await letters.redrive('nothing', 10)).toBeUndefined();
    expect(await letters.redrive('constructor', 10)).toBeUndefined();
  });
});
