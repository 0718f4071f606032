import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showQuestion, takeAnswer } from '../../functions/answering.ts';
import { postQuestion } from '../../functions/api/questions.ts';
import { composeQuestionAlert, questionAlertId } from '../../functions/question-alerts.ts';
import { getConversation } from '../../functions/store/conversations.ts';
import { latestNotes } from '../../functions/store/notes.ts';
import { directorySettings, putSettings } from '../../functions/store/settings.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api/api-desk.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  const anna = { id: 'anna', name: 'Anna', email: 'anna@x.example', topics: ['visa'] };
  await putSettings(api.desk.table, directorySettings, { value: { people: [anna] }, version: 0 });
  await api.say('question', { text: 'Which <b>papers</b> do I need for the visa?' });
  id = await api.conversationId();
});
afterAll(() => engine.close());

const ask = (fields: object = {}) =>
  api.ask(
    postQuestion,
    apiRequest({ parameters: { id } }, { expertId: 'anna', text: 'Passport <i>only</i>?', ...fields }),
  );
const question = async () => (await getConversation(api.desk.table, id))?.questions?.[0];

function pageRequest(token: string, form?: Record<string, string>) {
  return {
    method: form ? 'POST' : 'GET',
    path: `/answers/${token}`,
    parameters: { token },
    query: {},
    headers: {},
    body: Buffer.from(new URLSearchParams(form).toString()),
    traceId: 't',
    claims: {},
  };
}
const show = (token: string) => showQuestion(pageRequest(token), api.desk);
const answer = (token: string, text: string) => takeAnswer(pageRequest(token, { answer: text }), api.desk);

describe('POST /api/conversations/{id}/questions', () => {
  it('asks somebody of the directory, and shows nobody the link', async () => {
    const { status, body } = await ask({ remindAfter: 'PT4H' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      question: { id: 'q1', name: 'Anna', remindAt: '2026-11-20T14:00:00.000Z', askedBy: { id: 'agent-1' } },
    });
    expect(JSON.stringify(body)).not.toContain((await question())?.token);
    expect((await ask({ expertId: 'nobody' })).status).toBe(422);
  });

  it('mails the expert with what the customer wrote and a link, and again as a reminder', async () => {
    await ask({ remindAfter: 'PT4H' });
    const desk = {
      ...api.desk,
      firstTeam: { team: [], lead: [], admin: [] },
      consoleUrl: 'https://desk.example',
    };
    const data = { questionId: 'q1', expertId: 'anna', channel: 'x' };
    const announcement = { id: 'E1', at: api.time.now, traceId: 't', conversationId: id, data };
    const asked = { ...announcement, name: 'question.asked' } as const;
    const alert = await composeQuestionAlert(asked, desk);
    expect(alert?.to).toEqual(['anna@x.example']);
    expect(alert?.mail.text).toContain('> Which <b>papers</b> do I need');
    expect(alert?.mail.html).toContain('Which &lt;b&gt;papers');
    expect(alert?.mail.text).toContain(`https://desk.example/answers/${(await question())?.token}`);
    const reminder = { ...announcement, name: 'question.reminded' } as const;
    expect((await composeQuestionAlert(reminder, desk))?.mail.subject).toMatch(/^Reminder: /);
    expect(questionAlertId(asked)).not.toBe(questionAlertId(reminder));

    await api.say('card', { text: 'My card is 4111 1111 1111 1111', at: '2026-11-20T10:05:00.000Z' });
    expect((await composeQuestionAlert(asked, desk))?.mail.text).not.toContain('4111');
    await answer((await question())?.token ?? '', 'Yes.');
    expect(await composeQuestionAlert(reminder, desk)).toBeUndefined();
  });
});

describe('the page of a question', () => {
  it('shows what is asked and takes the answer as a note for who asked', async () => {
    await ask();
    const token = (await question())?.token ?? '';
    const shown = await show(token);
    expect(shown).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(shown.body).toContain('Passport &lt;i&gt;only&lt;/i&gt;?');
    expect(shown.body).not.toContain('papers');

    expect((await answer(token, 'Passport, and a photo.')).body).toContain('Thank you');
    expect((await answer(token, 'Passport, and a photo.')).body).toContain('Thank you');
    expect((await show(token)).body).toContain('Thank you');
    expect(await latestNotes(api.desk.table, id, 9)).toMatchObject([
      { text: 'Passport, and a photo.', author: { name: 'Anna' }, mentions: ['agent-1'] },
    ]);
  });

  it('asks again where nothing was written', async () => {
    await ask();
    const empty = await answer((await question())?.token ?? '', '  ');
    expect(empty.status).toBe(400);
    expect(empty.body).toContain('Please write an answer first.');
  });

  it('opens to nobody else, and not for ever', async () => {
    await ask();
    const token = (await question())?.token ?? '';
    expect((await show('guessed')).status).toBe(404);
    api.time.now = '2026-12-05T10:00:00.000Z';
    expect((await show(token)).status).toBe(404);
    expect((await answer(token, 'Too late.')).status).toBe(404);
    expect(await latestNotes(api.desk.table, id, 9)).toEqual([]);
  });
});
