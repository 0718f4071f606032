import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { coachDraft } from '../../../functions/api/coaching.ts';
import { reportPromises } from '../../../functions/api/promise-report.ts';
import { patchPromise, postPromise } from '../../../functions/api/promises.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { getConversation } from '../../../functions/store/conversations.ts';
import { countPromise } from '../../../functions/store/promise-counts.ts';
import { putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  await api.say('question', { text: 'My bag is lost. When do I get it back?' });
  id = await api.conversationId();
  api.time.now = '2026-11-20T10:30:00.000Z';
});
afterAll(() => engine.close());

const ask = (
  respond: Parameters<ApiDesk['ask']>[0],
  body?: unknown,
  parameters: Record<string, string> = {},
) => api.ask(respond, apiRequest({ parameters: { id, ...parameters } }, body));
const reply = (text: string, fields: object = {}) => ask(postReply, { text, ...fields });
const promises = async () => (await getConversation(api.desk.table, id))?.promises;
const noon = '2026-11-20T12:00:00.000Z';

describe('a reply', () => {
  it('that promises something by a time takes it down as a promise', async () => {
    await reply("Sorry! I'll call you by noon.");
    expect(await promises()).toMatchObject([
      { id: 'p1', text: "I'll call you by noon.", agentId: 'agent-1', clock: { dueAt: noon } },
    ]);
  });

  it('that promises something in another language takes it down by the time that it names', async () => {
    await reply('Tut mir leid! Ich kläre das und rufe Sie bis 12 Uhr zurück.');
    expect(await promises()).toMatchObject([
      { id: 'p1', text: 'rufe Sie bis 12 Uhr zurück.', clock: { dueAt: noon } },
    ]);
  });

  it('has the promises that the agent kept, where they say which', async () => {
    await reply("Sorry! I'll call you by noon.", { promises: [] });
    expect(await promises()).toBeUndefined();
  });

  it('that promises something without a time takes nothing down', async () => {
    await reply("Sorry! I'll call you soon.");
    expect(await promises()).toBeUndefined();
  });

  it('keeps what was promised, unless it only promises again', async () => {
    await reply("Sorry! I'll call you by noon.");
    await reply("Sorry! I'll call you by 1pm instead.");
    expect((await promises())?.map(({ clock }) => clock.state)).toEqual(['running', 'running']);
    await reply('It is in Lisbon and reaches you tonight.');
    expect((await promises())?.map(({ clock }) => clock.state)).toEqual(['met', 'met']);
  });

  it('reads times in the zone of the team', async () => {
    const team = { id: 'support', name: 'Support', recipients: { team: [], lead: [], admin: [] } };
    const value = { teams: [{ ...team, timeZone: 'Asia/Kolkata' }] };
    await putSettings(api.desk.table, teamSettings, { value, version: 0 });
    const { body } = await ask(coachDraft, { text: "I'll call you by 6pm." });
    expect(body).toMatchObject({ promises: [{ dueAt: '2026-11-20T12:30:00.000Z' }] });
  });
});

describe('a promise', () => {
  it('is noted by hand, moved, kept and withdrawn', async () => {
    const noted = await ask(postPromise, { text: 'Told her on the phone', dueAt: noon });
    expect(noted).toMatchObject({
      status: 201,
      body: { promise: { id: 'p1', state: 'running', dueAt: noon } },
    });
    const later = '2026-11-20T13:00:00.000Z';
    expect(await ask(patchPromise, { dueAt: later }, { pid: 'p1' })).toMatchObject({
      status: 200,
      body: { promise: { dueAt: later } },
    });
    expect(await ask(patchPromise, { state: 'kept' }, { pid: 'p1' })).toMatchObject({
      body: { promise: { state: 'kept', keptAt: api.time.now } },
    });
    expect((await ask(patchPromise, { state: 'withdrawn' }, { pid: 'p1' })).status).toBe(409);
    await ask(postPromise, { text: 'Another', dueAt: noon });
    expect(await ask(patchPromise, { state: 'withdrawn' }, { pid: 'p2' })).toMatchObject({
      body: { promise: { state: 'withdrawn' } },
    });
  });

  it('is for the future, and has to exist', async () => {
    expect((await ask(postPromise, { text: 'x', dueAt: '2026-11-20T09:00:00.000Z' })).status).toBe(400);
    expect((await ask(patchPromise, { state: 'kept' }, { pid: 'p7' })).status).toBe(404);
  });

  it('is reported with what became of it', async () => {
    await ask(postPromise, { text: 'Told her on the phone', dueAt: noon });
    const news = { conversationId: id, promiseId: 'p1', teamId: 'support', dueAt: noon, at: noon };
    await countPromise(api.desk.table, { ...news, eventId: 'E1', fate: 'made' });
    await countPromise(api.desk.table, { ...news, eventId: 'E2', fate: 'broken' });
    api.time.now = '2026-11-20T14:00:00.000Z';
    const { body } = await ask(reportPromises);
    expect(body).toMatchObject({
      totals: { made: 1, kept: 0, broken: 1 },
      teams: [{ teamId: 'support', made: 1 }],
      byDay: [{ day: '2026-11-20', broken: 1 }],
      broken: [
        {
          conversationId: id,
          text: 'Told her on the phone',
          state: 'broken',
          person: 'Ines Okoro',
          dueAt: noon,
        },
      ],
    });
  });
});
