import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { functionSettings } from '../../../functions/config.ts';
import type { Desk } from '../../../functions/desk.ts';
import { keepDropped, receiveFragment } from '../../../functions/handlers/inbound.ts';
import { receiveDelivery } from '../../../functions/handlers/webhook.ts';
import { worker } from '../../../functions/shell.ts';
import { telemetryOf } from '../../../functions/telemetry.ts';
import { recorded, recordedJson } from '../../fixtures/recorded.ts';
import { context, failedIn, sqsEvent } from '../lambda-call.ts';
import { outputOf } from '../standard-output.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type Platform, recordedDelivery, signedDelivery, webhookDesk } from './delivery.ts';
import { deskAt, takeDelivery, takeRecorded, toldBy } from './inbound-desk.ts';
import { facebookRows } from './inbound-facebook.ts';
import { xRows } from './inbound-x.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

async function newDesk(): Promise<Desk> {
  return deskAt(await engine.newTable());
}

const tables = { facebook: facebookRows, x: xRows };
const platforms: Platform[] = ['facebook', 'x'];
const rows = platforms.flatMap((platform) =>
  tables[platform].map((row) => ({ ...row, platform, name: [...(row.after ?? []), row.event].join(' → ') })),
);

describe('a recorded delivery', () => {
  it.each(rows)(
    'of $platform gives what the fact sheet says: $name',
    async ({ platform, event, after = [], counted, gives }) => {
      const desk = await newDesk();
      for (const earlier of after) await takeRecorded(platform, earlier, desk);
      const telemetry = await takeRecorded(platform, event, desk);
      expect(telemetry.numbers.map(({ name }) => name)).toEqual(counted);
      expect(await toldBy(desk.table)).toEqual(gives);
    },
  );

  it.each(platforms)('of %s has a row, whatever it is', (platform) => {
    const named = new Set(tables[platform].map(({ event }) => event));
    expect([...named].sort()).toEqual(
      recorded(platform, 'webhook')
        .map(({ event }) => event)
        .sort(),
    );
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it.each(rows.filter(({ after }) => after === undefined))(
    'of $platform that comes again changes nothing: $name',
    async ({ platform, event, gives }) => {
      const desk = await newDesk();
      await takeRecorded(platform, event, desk);
      const again = await takeRecorded(platform, event, desk);
      expect(again.numbers.map(({ name }) => name)).not.toContain('Received');
      expect(await toldBy(desk.table)).toEqual(gives);
    },
  );
});

describe('an event that nobody understands', () => {
  const unknown: { name: string; platform: Platform; body: unknown; told: RegExp }[] = [
    {
      name: 'a new sort of X',
      platform: 'x',
      body: { for_user_id: '18', poll_events: [{ id: '1' }] },
      told: /^kept unread: x/,
    },
    {
      name: 'a new type of X’s activities',
      platform: 'x',
      body: { data: { event_uuid: 'u', filter: { user_id: '18' }, event_type: 'poll.create', payload: {} } },
      told: /^kept unread: x/,
    },
    {
      name: 'a new field of Facebook',
      platform: 'facebook',
      body: {
        object: 'page',
        entry: [{ id: '1', time: 1795169700, changes: [{ field: 'polls', value: {} }] }],
      },
      told: /^kept unread: facebook/,
    },
    {
      name: 'an entry of a new sort of Facebook',
      platform: 'facebook',
      body: { object: 'page', entry: [{ id: '1', time: 1795169700, polls: [] }] },
      told: /^kept unread: facebook/,
    },
  ];

  it.each(unknown)(
    'is kept with its raw body, counted and acknowledged (A13): $name',
    async ({ platform, body, told }) => {
      const desk = await newDesk();
      const telemetry = await takeDelivery(signedDelivery(platform, body), desk);
      expect(await toldBy(desk.table)).toEqual([expect.stringMatching(told)]);
      expect(telemetry.numbers).toEqual([]);
      expect(telemetry.lines).toMatchObject([
        { level: 'warn', fields: { channel: platform, traceId: 'trace-1' } },
      ]);
    },
  );
});

describe('the log and the numbers', () => {
  it('say what came of an event and not a word of it', async () => {
    const telemetry = await takeRecorded('x', 'aaa-tweet-create-mention', await newDesk());
    expect(telemetry.numbers).toEqual([{ name: 'Received', value: 1, dimensions: { channel: 'x' } }]);
    expect(telemetry.lines).toEqual([
      {
        level: 'info',
        message: 'received',
        fields: { traceId: 'trace-1', channel: 'x', kind: 'message', outcome: 'committed' },
      },
    ]);
  });
});

describe('the function behind the inbound queue', () => {
  beforeAll(() => {
    for (const setting of functionSettings.inbound) vi.stubEnv(setting, 'set');
  });
  afterAll(() => void vi.unstubAllEnvs());

  /** The records of a delivery as they lie on the queue. */
  async function queued(platform: Platform, event: string, group: string) {
    const edge = webhookDesk();
    const found = recorded(platform, 'webhook').find((delivery) => delivery.event === event);
    if (!found) throw new Error(`There is no recorded delivery ${event}.`);
    await receiveDelivery(recordedDelivery(platform, found), edge);
    return edge.queued.map(({ body }, index) => ({ id: `${event} ${index}`, body, group }));
  }

  /** Hands a batch to the whole function at a desk of its own. */
  async function handle(desk: Desk, records: { id: string; body: string; group: string }[]) {
    const services = { desk, telemetry: telemetryOf('inbound') };
    const work = { record: receiveFragment, drop: keepDropped };
    const handler = worker('inbound', () => services, work, 'fifo');
    let answer: unknown;
    const output = await outputOf(async () => {
      answer = await handler(sqsEvent(records), context);
    });
    return { failed: failedIn(answer), output };
  }

  it('gives back a poisoned event and what follows it in its group, and keeps the others', async () => {
    const desk = await newDesk();
    const [mention] = await queued('x', 'aaa-tweet-create-mention', 'ines');
    const [comment] = await queued('facebook', 'feed-comment-add', 'okoro');
    const [visitor] = await queued('facebook', 'feed-post-add-visitor', 'tomas');
    const [text] = await queued('facebook', 'messenger-message-text', 'tomas');
    if (!mention || !comment || !visitor || !text) throw new Error('Each delivery has one event.');
    const poison = { id: 'poison', body: 'no longer what it was: parcel', group: 'tomas' };
    const { failed, output } = await handle(desk, [mention, visitor, poison, comment, text]);
    expect(failed).toEqual(['poison', text.id]);
    const messages = (await toldBy(desk.table)).filter((line) => line.startsWith('message'));
    expect(messages).toHaveLength(3);
    expect(output).not.toMatch(/parcel|Okoro|Portugal/);
  });

  it('acknowledges what nobody understands, keeps it, and goes on with its group', async () => {
    const desk = await newDesk();
    const [mention] = await queued('x', 'aaa-tweet-create-mention', 'ines');
    if (!mention) throw new Error('The delivery has one event.');
    const unknown = {
      ...mention,
      id: 'unknown',
      body: mention.body.replace('tweet_create_events', 'poll_events'),
    };
    const { failed, output } = await handle(desk, [unknown, mention]);
    expect(failed).toEqual([]);
    expect(await toldBy(desk.table)).toHaveLength(3);
    expect(output).toContain('"Dropped":1');
    expect(output).not.toMatch(/parcel|okoro/i);
  });

  it('takes the recorded batch of a queue, whatever its bodies are, without failing itself', async () => {
    const recordedBatch = JSON.stringify(recordedJson('aws', 'sqs-fifo-event'));
    const bodies = [...recordedBatch.matchAll(/"body":"((?:[^"\\]|\\.)*)"/g)].map(([, body = ''], index) => ({
      id: `recorded ${index}`,
      body: JSON.parse(`"${body}"`),
      group: 'g',
    }));
    const { failed } = await handle(await newDesk(), bodies);
    expect(failed).toEqual(bodies.map(({ id }) => id));
  });
});
