import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { coachDraft } from '../../../functions/api/coaching.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { loadReplyFacts, type ReplyFacts } from '../../../functions/api/reply-facts.ts';
import { normalisedText } from '../../../functions/domain/coach/repeated-text.ts';
import { listInbox } from '../../../functions/store/inbox.ts';
import { rememberText } from '../../../functions/store/sent-texts.ts';
import { write } from '../../../functions/store/write.ts';
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
  await api.say('question', { text: 'Worst airline. My bag was lost. Where is it?' });
  id = await api.conversationId();
  api.time.now = '2026-11-20T10:30:00.000Z';
});
afterAll(() => engine.close());

const to = (parameters = { id }) => ({ parameters });
const coach = async (text: string, fields: object = {}) =>
  (await api.ask(coachDraft, apiRequest(to(), { text, ...fields }))).body;
const reply = (text: string, fields: object = {}, conversation = id) =>
  api.ask(postReply, apiRequest(to({ id: conversation }), { text, ...fields }));

describe('POST /api/conversations/{id}/coach', () => {
  it('says what a colleague would, and what is promised', async () => {
    expect(await coach('Please contact the baggage department.')).toMatchObject({
      findings: [{ rule: 'deflection', level: 'hint' }, { rule: 'no-apology' }],
      promises: [],
    });
    expect(await coach("I'm so sorry. I'll find out and tell you by noon.")).toMatchObject({
      findings: [],
      promises: [{ who: 'I', dueAt: '2026-11-20T12:00:00.000Z' }],
    });
  });

  it('asks for one apology in a conversation', async () => {
    await reply("I'm so sorry, we are looking for it in Lisbon.");
    expect(await coach('It has been found in Lisbon.')).toMatchObject({ findings: [] });
  });

  it('reminds of a promise that was broken', async () => {
    await reply("I'm so sorry. I'll call you by 11am.");
    api.time.now = '2026-11-20T12:30:00.000Z';
    expect(await coach('It has been found in Lisbon.')).toMatchObject({
      findings: [{ rule: 'unkept-promise' }],
    });
  });

  it('knows that the same text went to three others today', async () => {
    const text = 'So sorry! We are looking for your bag everywhere in Lisbon.';
    for (const person of ['ada', 'ben', 'kim']) {
      await api.say(`question-of-${person}`, { person: { nativeId: person } });
    }
    const { conversations } = await listInbox(api.desk.table, { status: 'open', limit: 10 });
    for (const other of conversations) if (other.id !== id) await reply(text, {}, other.id);
    expect(await coach(`Hi Ines, ${text}`)).toMatchObject({ findings: [{ rule: 'repeated-text' }] });
    expect(await coach('So sorry! It was found in Porto, and comes by courier.')).toMatchObject({
      findings: [],
    });
  });

  it('remembers a text for fifty others, and a short one for nobody', async () => {
    const sent = { text: 'A text that very many people get from us today.', at: api.time.now };
    const seen = async () => {
      let facts: Partial<ReplyFacts> = {};
      const look: typeof coachDraft = async (request, services) => {
        facts = await loadReplyFacts(request, sent, services);
        return { status: 200 };
      };
      await api.ask(look, apiRequest(to()));
      return facts;
    };
    expect((await seen()).sentText).toMatchObject({ conversationId: id });
    const text = normalisedText(sent.text);
    for (let index = 0; index < 50; index += 1)
      await write(api.desk.table, [rememberText({ ...sent, text, conversationId: `C${index}` })]);
    expect(await seen()).toMatchObject({ sentToday: 50, sentText: undefined });
    sent.text = 'Thank you!';
    expect(await seen()).toMatchObject({ sentToday: 0, sentText: undefined });
  });
});

describe('personal data in public', () => {
  const text = 'Sorry! We sent it to jane.doe@example.org.';

  it('is asked for twice', async () => {
    expect(await reply(text)).toMatchObject({
      status: 409,
      body: { confirm: true, findings: [{ rule: 'personal-data', level: 'confirm' }] },
    });
    expect((await reply(text, { confirmed: true })).status).toBe(202);
  });

  it('may be said in private', async () => {
    await api.say('privately', { visibility: 'private', at: '2026-11-20T10:10:00.000Z' });
    expect((await reply(text, { visibility: 'private' })).status).toBe(202);
  });
});
