import { describe, expect, it } from 'vitest';
import { schedule } from '../../../functions/handlers/schedule.ts';
import type { Outgoing } from '../../../functions/queues/send-batch.ts';
import { conversationItem } from '../../../functions/store/conversation-item.ts';
import { runningClock, sampleConversation } from '../store/sample.ts';
import { streamRecord } from './stream-records.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const at = (time: string) => `2026-11-20T10:${time}.000Z`;

/** A conversation that is due at an instant, or never. */
const due = (instant: string | undefined) =>
  conversationItem(
    sampleConversation('scheduled', { clocks: instant ? [runningClock(at('50:00'), instant)] : [] }),
  );

const rows: { name: string; before?: string; after: string | undefined; delays: number[] }[] = [
  { name: 'a new one that is due in 20 s: then', after: at('00:20'), delays: [21] },
  { name: 'a new one that is due already: at once', after: '2026-11-20T09:00:00.000Z', delays: [0] },
  { name: 'a new one at the horizon: then', after: at('01:30'), delays: [91] },
  { name: 'a new one behind the horizon: the sweep will see to it', after: at('01:31'), delays: [] },
  { name: 'a new one without a clock: never', after: undefined, delays: [] },
  { name: 'one that is due sooner than before: then', before: at('40:00'), after: at('00:20'), delays: [21] },
  { name: 'one that is due later, but soon: then', before: at('00:10'), after: at('00:20'), delays: [21] },
  {
    name: 'one that is due when it was: it is on its way',
    before: at('00:20'),
    after: at('00:20'),
    delays: [],
  },
  { name: 'one that is answered: never', before: at('00:20'), after: undefined, delays: [] },
];

async function scheduled(records: ReturnType<typeof streamRecord>[]): Promise<Outgoing[]> {
  const queued: Outgoing[] = [];
  const enqueue = async (messages: Outgoing[]) => void queued.push(...messages);
  await schedule(records, { clock: () => NOW, enqueue });
  return queued;
}

describe('schedule hands over', () => {
  it.each(rows)('$name', async ({ before, after, delays }) => {
    const old = before === undefined ? undefined : due(before);
    const queued = await scheduled([streamRecord(old, due(after))]);
    expect(queued.map(({ delay }) => delay)).toEqual(delays);
  });

  it('what to look at and when, for every record of a batch', async () => {
    const queued = await scheduled(['00:20', '00:40'].map((time) => streamRecord(undefined, due(at(time)))));
    const { id } = sampleConversation('scheduled');
    expect(queued.map(({ body }) => JSON.parse(body))).toEqual([
      { id, dueAt: at('00:20') },
      { id, dueAt: at('00:40') },
    ]);
  });

  it('nothing of what is removed', async () => {
    expect(await scheduled([streamRecord(due(at('00:20')), undefined)])).toEqual([]);
  });

  it('nothing silently: a queue that refuses fails the batch', async () => {
    const enqueue = async () => {
      throw new Error('SQS is down');
    };
    const records = [streamRecord(undefined, due(at('00:20')))];
    await expect(schedule(records, { clock: () => NOW, enqueue })).rejects.toThrow('SQS is down');
  });
});
