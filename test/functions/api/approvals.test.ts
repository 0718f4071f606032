import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { approveMessage, listApprovals, rejectMessage } from '../../../functions/api/approvals.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { getConversation } from '../../../functions/store/conversations.ts';
import { putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  const recipients = { team: [], lead: [], admin: [] };
  const team = { id: 'support', name: 'Support', recipients, approval: ['blame' as const] };
  await putSettings(api.desk.table, teamSettings, { value: { teams: [team] }, version: 0 });
  await api.say('question', { text: 'It says invalid.' });
  id = await api.conversationId();
  api.time.now = '2026-11-20T10:30:00.000Z';
});
afterAll(() => engine.close());

const Stored = z.object({ message: z.looseObject({ id: z.string(), state: z.string() }) });
const items = z.object({ items: z.array(z.looseObject({ conversationId: z.string() })) });

async function reply(text: string, role = 'agent') {
  const { status, body } = await api.ask(
    postReply,
    apiRequest({ parameters: { id }, claims: claimsOf(role) }, { text }),
  );
  return { status, message: Stored.parse(body).message };
}
const decide = (respond: Parameters<ApiDesk['ask']>[0], messageId: string, body?: unknown, role = 'lead') =>
  api.ask(respond, apiRequest({ parameters: { id: messageId }, claims: claimsOf(role) }, body));
const clock = async () => (await getConversation(api.desk.table, id))?.clocks[0]?.state;
const waiting = async (role: string, by?: string) =>
  items.parse((await api.ask(listApprovals, apiRequest({ claims: claimsOf(role, by) }))).body).items;

const blaming = 'You must have entered the wrong code.';

describe('an answer with a finding that its team wants approved', () => {
  it('waits for a lead, while the clock runs', async () => {
    expect(await reply(blaming)).toMatchObject({ status: 202, message: { state: 'awaiting-approval' } });
    expect(await clock()).toBe('running');
    expect(await waiting('lead')).toMatchObject([
      { conversationId: id, contact: { name: 'Ines Okoro' }, message: { text: blaming } },
    ]);
    expect(await waiting('agent')).toHaveLength(1);
    expect(await waiting('agent', 'another')).toEqual([]);
  });

  it('leaves when a lead approves it, and not before', async () => {
    const { message } = await reply(blaming);
    expect((await decide(approveMessage, message.id, undefined, 'agent')).status).toBe(403);
    expect(await decide(approveMessage, message.id)).toMatchObject({
      status: 200,
      body: { message: { state: 'queued', outbound: { approval: { verdict: 'approved' } } } },
    });
    expect(await clock()).toBe('met');
    expect(await waiting('lead')).toEqual([]);
    expect((await decide(rejectMessage, message.id)).status).toBe(409);
  });

  it('comes back with a note when a lead rejects it', async () => {
    const { message } = await reply(blaming);
    expect(await decide(rejectMessage, message.id, { note: 'Say what to do instead.' })).toMatchObject({
      body: { message: { state: 'cancelled', outbound: { approval: { note: 'Say what to do instead.' } } } },
    });
    expect(await clock()).toBe('running');
  });
});

it('an answer of a lead, or without such a finding, waits for nobody', async () => {
  expect((await reply(blaming, 'lead')).message.state).toBe('queued');
  expect((await reply('The code in your mail is now 4711. Sorry!')).message.state).toBe('queued');
});
