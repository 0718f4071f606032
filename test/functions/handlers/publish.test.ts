import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { putEvents } from '../../../functions/bus.ts';
import { Announcement } from '../../../functions/domain/events.ts';
import { publish } from '../../../functions/handlers/publish.ts';
import { ChangeNotice } from '../../../functions/queues/change-notice.ts';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import { outboxKey } from '../../../functions/store/keys.ts';
import { type AwsJson, startAwsJson } from '../aws-json.ts';
import { NOW, sampleConversation } from '../store/sample.ts';
import { recordTelemetry } from './recorded-telemetry.ts';
import { streamRecord } from './stream-records.ts';

const conversation = sampleConversation('published');
const outbox = (id: string, ...names: string[]) =>
  streamRecord(undefined, {
    ...outboxKey(conversation.id, id),
    id,
    conversationId: conversation.id,
    at: NOW,
    actor: 'x',
    traceId: `trace of ${id}`,
    events: names.map((name) => ({ name, data: { text: 'my parcel' } })),
  });

const Entries = z.object({ Entries: z.array(z.object({ DetailType: z.string(), Detail: z.string() })) });
const entriesIn = (input: unknown) => Entries.parse(input).Entries;

let bus: AwsJson;
afterEach(() => bus.close());

/** The services of the function with a bus that refuses `refused` entries of its first request. */
async function services(refused = 0) {
  let request = 0;
  bus = await startAwsJson(({ input }) => {
    request += 1;
    const failing = request === 1 ? refused : 0;
    const answers = entriesIn(input).map((_, n) =>
      n < failing ? { ErrorCode: 'Throttled' } : { EventId: `${n}` },
    );
    return { body: { FailedEntryCount: failing, Entries: answers } };
  });
  const client = new EventBridgeClient(bus.client);
  const telemetry = recordTelemetry();
  const announce = (announcements: Announcement[]) => putEvents(client, 'bus', announcements);
  const noticed: ChangeNotice[] = [];
  const notice = async (messages: Outgoing[]) => {
    noticed.push(...messages.map(({ body }) => ChangeNotice.parse(JSON.parse(body))));
  };
  return { announce, notice, noticed, telemetry };
}

describe('publish', () => {
  it('announces what the outbox says in its order, with ids of their own and the trace of what caused it', async () => {
    await publish(
      [outbox('E1', 'conversation.opened', 'message.received'), outbox('E2', 'message.received')],
      await services(),
    );
    const details = bus.asked
      .flatMap(({ input }) => entriesIn(input))
      .map(({ Detail }) => Announcement.parse(JSON.parse(Detail)));
    expect(details.map(({ id, name, traceId }) => [id, name, traceId])).toEqual([
      [`${conversation.id}.E1.0`, 'conversation.opened', 'trace of E1'],
      [`${conversation.id}.E1.1`, 'message.received', 'trace of E1'],
      [`${conversation.id}.E2.0`, 'message.received', 'trace of E2'],
    ]);
  });

  it('sends many in tens, and again what the bus refused', async () => {
    const records = Array.from({ length: 12 }, (_, n) => outbox(`E${n}`, 'message.received'));
    await publish(records, await services(2));
    expect(bus.asked.map(({ input }) => entriesIn(input).length)).toEqual([10, 2, 2]);
  });

  it('says nothing of items that are no outbox, and of removed ones', async () => {
    const item = conversationItem(conversation);
    const { dynamodb } = outbox('E1', 'message.received');
    const removed = {
      eventName: 'REMOVE' as const,
      dynamodb: dynamodb?.NewImage ? { OldImage: dynamodb.NewImage } : {},
    };
    await publish([streamRecord(undefined, item), streamRecord(item, item), removed, {}], await services());
    expect(bus.asked).toEqual([]);
  });

  it('gives open pages one notice of each change, with who caused it and what happened, and no word of a customer', async () => {
    const given = await services();
    await publish(
      [outbox('E1', 'conversation.opened', 'message.received'), outbox('E2', 'message.received')],
      given,
    );
    const { id: conversationId } = conversation;
    expect(given.noticed).toEqual([
      {
        conversationId,
        by: 'x',
        events: ['conversation.opened', 'message.received'],
        traceId: 'trace of E1',
      },
      { conversationId, by: 'x', events: ['message.received'], traceId: 'trace of E2' },
    ]);
  });

  it('logs which events left, and no word of a customer', async () => {
    const given = await services();
    await publish([outbox('E1', 'message.received')], given);
    expect(given.telemetry.lines).toEqual([
      {
        level: 'info',
        message: 'announced',
        fields: { id: `${conversation.id}.E1.0`, traceId: 'trace of E1', event: 'message.received' },
      },
    ]);
  });

  it('fails as a whole when the bus is not there, so that the stream comes again', async () => {
    const given = await services();
    await bus.close();
    await expect(publish([outbox('E1', 'message.received')], given)).rejects.toThrow();
    expect(given.telemetry.lines).toEqual([]);
    await services();
  });
});
