import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticeSpikes } from '../../../functions/bookkeeping/notice-spikes.ts';
import { Drop } from '../../../functions/errors.ts';
import { readAlert } from '../../../functions/read-alert.ts';
import { latestMessages } from '../../../functions/store/conversations.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { listSpikes, settleSpike } from '../../../functions/store/spikes.ts';
import type { Table } from '../../../functions/store/table.ts';
import { ASKED, openApiDesk } from '../api/api-desk.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { sampleBooks } from './sample-books.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

/** Lets so many people say something, and returns what the bus announces of it. */
async function crowd(count: number, text: string, name: string): Promise<{ body: string }[]> {
  const { say } = openApiDesk(table);
  for (let number = 0; number < count; number += 1)
    await say(`${name}-${number}`, {
      text,
      person: { nativeId: `${name}-${number}`, name: `Person ${number}` },
    });
  const { conversations } = await listInbox(table, { status: 'open', limit: 100 });
  const mine = conversations.filter(({ contact }) => contact.nativeId.startsWith(name));
  return Promise.all(
    mine.map(async ({ id: conversationId, channel }) => {
      const [message] = await latestMessages(table, conversationId, 1);
      const data = { messageId: message?.id, visibility: 'public', channel };
      const detail = {
        id: `E-${conversationId}`,
        at: ASKED,
        traceId: 't',
        conversationId,
        name: 'message.received',
        data,
      };
      return busRecord('message.received', detail);
    }),
  );
}
const hearing = (record: { body: string }) => noticeSpikes(record, sampleBooks(table, ASKED));

describe('what many speak of at once', () => {
  it('is noticed once, in order or all at once, however often each message is announced', async () => {
    const records = await crowd(12, 'Your booking app crashes, I cannot pay', 'a');
    await Promise.all(records.map(hearing));
    for (const record of records) await hearing(record);
    const spikes = await listSpikes(table);
    expect(spikes).toMatchObject([{ teamId: 'support', state: 'new', count: 12 }]);
    expect(spikes[0]?.topic).toEqual(expect.arrayContaining(['booking', 'app']));
  });

  it('is mailed to the lead, unless somebody dealt with it meanwhile', async () => {
    for (const record of await crowd(8, 'The wifi portal is offline', 'b')) await hearing(record);
    const [spike] = await listSpikes(table);
    const id = spike?.id ?? '';
    const data = { spikeId: id, teamId: 'support' };
    const { body } = busRecord('spike.noticed', {
      id: 'E',
      at: ASKED,
      traceId: 't',
      name: 'spike.noticed',
      data,
    });
    const alert = readAlert(body);
    expect(alert.id).toBe(`spike_${id}`);
    const desk = {
      table,
      clock: () => ASKED,
      firstTeam: { team: ['team@example.com'], lead: ['lead@example.com'], admin: [] },
      consoleUrl: 'https://desk.example.com',
    };
    expect(await alert.compose(desk)).toMatchObject({
      to: ['lead@example.com'],
      at: ASKED,
      mail: { subject: expect.stringMatching(/people write about “.*wifi/) },
    });
    await settleSpike(table, id, { state: 'dismissed', dismissedBy: 'lead-1' });
    expect(await alert.compose(desk)).toBeUndefined();
  });

  it('is nothing while few do, or each speaks of something else', async () => {
    for (const record of await crowd(4, 'Your booking app crashes', 'c')) await hearing(record);
    for (const [index, word] of ['refund', 'meal', 'seat', 'visa', 'pilot', 'crew'].entries())
      for (const record of await crowd(1, `Where is my ${word}?`, `d${index}`)) await hearing(record);
    expect(await listSpikes(table)).toEqual([]);
  });

  it('cannot be told from an announcement that is no message', async () => {
    await expect(hearing(busRecord('clock.warned', { name: 'clock.warned' }))).rejects.toThrow(Drop);
  });
});
