import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { putEvents } from '../../functions/bus.ts';
import type { Announcement } from '../../functions/domain/events.ts';
import { type Asked, type AwsJson, startAwsJson } from './aws-json.ts';

const Request = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string(),
      Source: z.string(),
      DetailType: z.string(),
      Time: z.number(),
      Detail: z.string(),
    }),
  ),
});

let bus: AwsJson;
afterEach(() => bus.close());

const idsIn = ({ input }: Asked): string[] =>
  Request.parse(input).Entries.map(({ Detail }) => JSON.parse(Detail).id);

/** A bus that refuses, in each request, the events that the test names for it. */
async function busRefusing(
  refused: (ids: string[], request: number) => string[],
): Promise<EventBridgeClient> {
  let request = 0;
  bus = await startAwsJson((asked) => {
    const ids = idsIn(asked);
    const bad = refused(ids, request);
    request += 1;
    const Entries = ids.map((id) =>
      bad.includes(id) ? { ErrorCode: 'ThrottlingException' } : { EventId: id },
    );
    return { body: { FailedEntryCount: bad.length, Entries } };
  });
  return new EventBridgeClient(bus.client);
}

const announcements = (count: number): Announcement[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `event-${n}`,
    at: '2026-11-20T10:15:05.000Z',
    traceId: 'trace-1',
    conversationId: 'C1',
    name: 'message.received',
    data: { channel: 'x' },
  }));
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `event-${from + n}`);

describe('putEvents', () => {
  it('says who announces what, when and where', async () => {
    const client = await busRefusing(() => []);
    const [announcement] = announcements(1);
    await putEvents(client, 'desk-bus', announcement ? [announcement] : []);
    expect(bus.asked).toEqual([
      {
        operation: 'PutEvents',
        input: {
          Entries: [
            {
              EventBusName: 'desk-bus',
              Source: 'hark',
              DetailType: 'message.received',
              Time: Date.parse('2026-11-20T10:15:05.000Z') / 1000,
              Detail: JSON.stringify(announcement),
            },
          ],
        },
      },
    ]);
  });

  it('sends ten at a time, in their order', async () => {
    const client = await busRefusing(() => []);
    await putEvents(client, 'bus', announcements(23));
    expect(bus.asked.map(idsIn)).toEqual([ids(0, 10), ids(10, 20), ids(20, 23)]);
  });

  it('asks nothing when there is nothing to announce', async () => {
    const client = await busRefusing(() => []);
    await putEvents(client, 'bus', []);
    expect(bus.asked).toEqual([]);
  });

  it('sends again what was refused with a 200, and only that', async () => {
    const client = await busRefusing(
      (_, request) => [['event-1', 'event-3'], ['event-3'], []][request] ?? [],
    );
    await putEvents(client, 'bus', announcements(5));
    expect(bus.asked.map(idsIn)).toEqual([ids(0, 5), ['event-1', 'event-3'], ['event-3']]);
  });

  it('throws when the bus keeps refusing, so that the stream delivers again, and sends nothing behind', async () => {
    const client = await busRefusing((all) => all.filter((id) => id === 'event-2'));
    await expect(putEvents(client, 'bus', announcements(15))).rejects.toThrow(
      'refused 1 of 10 events 3 times',
    );
    expect(bus.asked.map(idsIn)).toEqual([ids(0, 10), ['event-2'], ['event-2']]);
  });

  it('throws when the bus is not there', async () => {
    bus = await startAwsJson(() => ({ status: 500, body: { __type: 'InternalException' } }));
    const client = new EventBridgeClient(bus.client);
    await expect(putEvents(client, 'bus', announcements(1))).rejects.toThrow();
  });
});
