import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { correctMessage, listCorrections, showAgreement } from '../../../functions/api/triage.ts';
import { readerOf } from '../../../functions/domain/triage/message-triage.ts';
import { getConversation } from '../../../functions/store/conversations.ts';
import { countTriaged } from '../../../functions/store/triage.ts';
import { sampleTriage } from '../domain/triage/sample-triage.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

/** A desk that reads every message as thanks to which nobody waits for words. */
beforeEach(async () => {
  const table = await engine.newTable();
  api = openApiDesk(table);
  api.desk.triage = readerOf(() => ({ ...sampleTriage, reason: 'satisfaction', needsReply: false }));
  api.desk.counted = (read, at) => countTriaged(table, read, at);
  await api.say('m1');
});

const conversation = async () => {
  const found = await getConversation(api.desk.table, await api.conversationId());
  if (!found) throw new Error('It is gone.');
  return found;
};
const correct = async (body: unknown, id?: string) =>
  api.ask(
    correctMessage,
    apiRequest({ parameters: { id: id ?? (await conversation()).lastMessageId } }, body),
  );
const lead = { claims: claimsOf('lead') };

describe('POST /api/messages/{id}/triage', () => {
  it('sets right what was read, and starts the clock from the message', async () => {
    expect((await conversation()).unanswered).toEqual([]);
    const { status, body } = await correct({ reason: 'problem', needsReply: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      message: { triage: { reason: 'problem', needsReply: true, correctedBy: 'agent-1' } },
    });
    const after = await conversation();
    expect(after).toMatchObject({ triage: { reason: 'problem' }, unanswered: [{}] });
    expect(after.clocks[0]?.startedAt).toBe(after.unanswered[0]?.at);
  });

  it.each([
    { name: 'without a label', body: {}, status: 400 },
    { name: 'with a label that there is not', body: { reason: 'boredom' }, status: 400 },
  ])('refuses one $name', async ({ body, status }) => {
    expect((await correct(body)).status).toBe(status);
  });

  it('finds no message that is not there', async () => {
    expect((await correct({ spam: true }, 'c.m')).status).toBe(404);
  });
});

describe('GET /api/reports/triage', () => {
  it('tells how far people agree, and what was misread', async () => {
    await correct({ reason: 'problem', needsReply: true });
    const { body } = await api.ask(showAgreement, lead);
    expect(body).toMatchObject({
      corrections: 1,
      agreement: expect.arrayContaining([
        { label: 'satisfaction', shown: 1, corrected: 1, agreement: 0 },
        { label: 'negative', shown: 1, corrected: 0, agreement: 1 },
      ]),
      confusions: expect.arrayContaining([{ shown: 'satisfaction', corrected: 'problem', count: 1 }]),
    });
    expect((await api.ask(listCorrections, lead)).body).toMatchObject({
      items: [{ text: 'text of m1', said: { reason: 'problem' } }],
      cursor: null,
    });
  });

  it('is for leads', async () => {
    expect((await api.ask(showAgreement)).status).toBe(403);
    expect((await api.ask(listCorrections)).status).toBe(403);
  });
});
