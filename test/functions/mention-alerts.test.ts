import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNote } from '../../functions/domain/add-note.ts';
import { sendAlert } from '../../functions/handlers/notify.ts';
import { mailSender } from '../../functions/mail/send-mail.ts';
import { mentionAlertId } from '../../functions/mention-alerts.ts';
import { rememberAgent } from '../../functions/store/agents.ts';
import { commit } from '../../functions/store/commit.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { aCause } from './domain/desk.ts';
import { busRecord } from './handlers/alert-desk.ts';
import { recordTelemetry } from './handlers/recorded-telemetry.ts';
import { type MailServer, openMailServer } from './mail/mail-server.ts';
import { openTestTable, type TestTable } from './store/engine.ts';
import { NOW, opening, sampleChange, sampleConversation, sampleMessage } from './store/sample.ts';

let engine: TestTable;
let server: MailServer;
beforeAll(async () => {
  [engine, server] = await Promise.all([openTestTable(), openMailServer()]);
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

/** Notes something in a conversation of its own, and gives the announcement that `agentId` is named. */
async function mention(agentId: string, key: string) {
  const conversation = sampleConversation(key);
  await commit(engine.table, opening(conversation, sampleMessage(conversation, key)));
  const author = { id: 'mary', name: 'Mary' };
  const known = { ...conversation, version: 1 };
  const change = addNote(
    known,
    { key, text: 'Look', author, mentions: [agentId] },
    aCause({ now: NOW, orderedId }),
  );
  await commit(engine.table, change);
  const noteId = change.newNotes[0].id;
  const data = { channel: 'x', noteId, agentId };
  const name = 'conversation.mentioned';
  const detail = { id: `e-${key}`, at: NOW, traceId: 't', conversationId: conversation.id, name, data };
  return { record: busRecord(name, detail), data, conversation: { ...known, version: 2 } };
}

async function mailsOf(...records: { body: string }[]) {
  server.mails.length = 0;
  const settings = { MAIL_FROM: 'desk@example.com', MAIL_CONFIGURATION_SET: 'tidings' };
  for (const record of records)
    await sendAlert(record, {
      table: engine.table,
      clock: () => NOW,
      sendMail: mailSender(server.client, settings),
      firstTeam: { team: ['team@example.com'], lead: [], admin: [] },
      consoleUrl: 'https://desk.example.com',
      telemetry: recordTelemetry(),
    });
  return server.mails;
}

const agent = (id: string, email?: string) =>
  rememberAgent(engine.table, {
    id,
    name: id,
    role: 'agent',
    teams: [],
    lastSeenAt: NOW,
    ...(email !== undefined && { email }),
  });

it('mails whom a note names, once, however often it is told', async () => {
  await agent('ken', 'ken@example.com');
  const { record, data } = await mention('ken', 'told twice');
  expect(await mailsOf(record, record)).toMatchObject([
    {
      Destination: { ToAddresses: ['ken@example.com'] },
      Content: { Simple: { Subject: { Data: expect.stringContaining('Mary mentioned you') } } },
      EmailTags: [{ Name: 'alertId', Value: mentionAlertId({ data }) }],
    },
  ]);
});

it('mails nobody whose sign-in tells no address', async () => {
  await agent('zoe');
  expect(await mailsOf((await mention('zoe', 'no address')).record)).toEqual([]);
});

it('mails nobody who wrote there meanwhile', async () => {
  await agent('ada', 'ada@example.com');
  const { record, conversation } = await mention('ada', 'answered');
  const { mentioned: _, ...after } = conversation;
  await commit(engine.table, sampleChange({ conversation: { before: conversation, after } }));
  expect(await mailsOf(record)).toEqual([]);
});
