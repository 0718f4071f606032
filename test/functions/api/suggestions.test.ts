import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeConversation } from '../../../functions/api/arrangements.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { listSuggestions } from '../../../functions/api/suggestions.ts';
import { learnAnswer } from '../../../functions/bookkeeping/learn-answers.ts';
import { emptyChange } from '../../../functions/domain/change.ts';
import { commit } from '../../../functions/store/commit.ts';
import { getConversation, latestMessages } from '../../../functions/store/conversations.ts';
import { putSettings, savedReplySettings } from '../../../functions/store/settings.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

/** The platform takes what we answered. */
async function deliver({ desk }: ApiDesk, id: string): Promise<void> {
  const conversation = await getConversation(desk.table, id);
  if (!conversation) throw new Error('The conversation is there.');
  const messages = await latestMessages(desk.table, id, 9);
  const changedMessages = messages
    .filter(({ direction }) => direction === 'outbound')
    .map((message) => ({ ...message, state: 'sent' as const }));
  const cause = { traceId: 't', at: desk.clock(), actor: 'x' };
  const both = { before: conversation, after: conversation };
  await commit(desk.table, { ...emptyChange(cause), conversation: both, changedMessages });
}

it('suggests saved replies, and what answered others well', async () => {
  const api = openApiDesk(await engine.newTable());
  const { table } = api.desk;
  const replies = [
    { id: 'r1', title: 'Dogs on the terrace', text: 'Dogs are welcome, {name}.' },
    { id: 'r2', title: 'Dogs elsewhere', text: 'Dogs!', teamId: 'another' },
  ];
  await putSettings(table, savedReplySettings, { value: { replies }, version: 0 });

  await api.say('first', { text: 'Are dogs allowed on the terrace?' });
  const first = await api.conversationId();
  const to = (id: string) => ({ parameters: { id } });
  api.time.now = '2026-11-20T10:30:00.000Z';
  const text = 'Of course, Ines! There are bowls for dogs on the terrace.';
  await api.ask(postReply, apiRequest(to(first), { text }));
  await deliver(api, first);
  await api.ask(changeConversation, apiRequest(to(first), { status: 'resolved' }));
  const announcement = {
    id: 'E1',
    at: api.time.now,
    traceId: 't',
    conversationId: first,
    data: { channel: 'x' },
  };
  const ended = (name: string) => busRecord(name, { ...announcement, name });
  await learnAnswer(ended('conversation.resolved'), api);

  await api.say('second', { text: 'May I bring dogs?', person: { nativeId: 'ada', name: 'Ada' } });
  const second = await api.conversationId();
  expect(await api.ask(listSuggestions, apiRequest(to(second)))).toMatchObject({
    status: 200,
    body: {
      items: [
        { kind: 'saved-reply', id: 'r1' },
        {
          kind: 'past-answer',
          from: first,
          text: 'Of course, {name}! There are bowls for dogs on the terrace.',
        },
      ],
    },
  });
  const other = await api.ask(listSuggestions, apiRequest({ ...to(second), query: { q: 'wifi' } }));
  expect(other.body).toEqual({ items: [] });

  await learnAnswer(ended('conversation.reopened'), api);
  const after = await api.ask(listSuggestions, apiRequest(to(second)));
  expect(after.body).toMatchObject({ items: [{ id: 'r1' }] });
});
