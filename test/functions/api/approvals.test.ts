import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { approveMessage, listApprovals, rejectMessage } from '../../../functions/api/approvals.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { fireDue } from '../../../functions/handlers/due.ts';
import { getConversation, latestActivity } from '../../../functions/store/conversations.ts';
import { dueBy } from '../../../functions/store/due.ts';
import { getSettings, putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';
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

  it('reminds its leads after half an hour and after two, unless its team says otherwise, until it is decided', async () => {
    const { message } = await reply(blaming);
    const left: unknown[] = [];
    const fire = async (now: string) => {
      api.time.now = now;
      const enqueue = async (messages: unknown[]) => void left.push(...messages);
      await fireDue(
        { body: JSON.stringify({ id: message.id, dueAt: now.replace('.001Z', '.000Z') }) },
        {
          desk: api.desk,
          enqueueDue: enqueue,
          enqueueOutbound: enqueue,
          enqueueBroadcast: enqueue,
          telemetry: recordTelemetry(),
        },
      );
    };
    const told = async () => {
      const activity = await latestActivity(api.desk.table, id, 50);
      return activity.flatMap(({ events }) => events).filter(({ name }) => name === 'message.reminded')
        .length;
    };
    const due = async () => {
      for await (const items of dueBy(api.desk.table, '2026-11-30')) {
        const item = items.find((one) => one.id === message.id);
        if (item) return item.dueAt;
      }
      return undefined;
    };
    expect(await due()).toBe('2026-11-20T11:00:00.000Z');
    await fire('2026-11-20T11:00:00.001Z');
    await fire('2026-11-20T11:00:00.001Z');
    expect(await told()).toBe(1);
    expect(left).toEqual([]);
    expect(await due()).toBe('2026-11-20T12:30:00.000Z');
    await decide(rejectMessage, message.id);
    expect(await due()).toBeUndefined();
    await fire('2026-11-20T12:30:00.001Z');
    expect(await told()).toBe(1);
  });

  it('reminds when its team wants it', async () => {
    const { value, version } = await getSettings(api.desk.table, teamSettings);
    const teams = value.teams.map((team) => ({ ...team, approvalReminders: ['PT5M'] }));
    await putSettings(api.desk.table, teamSettings, { value: { teams }, version });
    const { message } = await reply(blaming);
    expect(message).toMatchObject({ outbound: { approval: { remindAt: ['2026-11-20T10:35:00.000Z'] } } });
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
