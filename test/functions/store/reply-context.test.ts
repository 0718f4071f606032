import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultPolicies } from '../../../functions/domain/policy.ts';
import { commit } from '../../../functions/store/commit.ts';
import { loadReplyContext } from '../../../functions/store/reply-context.ts';
import { rememberText } from '../../../functions/store/sent-texts.ts';
import { putSettings, teamSettings } from '../../../functions/store/settings.ts';
import { write } from '../../../functions/store/write.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW, opening, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const at = NOW;
const sent = { text: 'we are on it and tell you more', at };

it('loads the conversation, the rules and who got the same text in one request (A1, A12, A75)', async () => {
  const conversation = sampleConversation('context');
  await commit(engine.table, opening(conversation, sampleMessage(conversation, 'context')));
  await putSettings(engine.table, teamSettings, {
    value: { teams: [{ id: 'support', name: 'Support', recipients: { team: [], lead: [], admin: [] } }] },
    version: 0,
  });
  await write(engine.table, [
    rememberText({ ...sent, conversationId: 'another' }),
    rememberText({ ...sent, text: 'another text', conversationId: conversation.id }),
  ]);
  const context = await loadReplyContext(engine.table, { ...sent, conversationId: conversation.id });
  expect(context.conversation?.id).toBe(conversation.id);
  expect(context.policies).toEqual(defaultPolicies);
  expect(context.teams.teams.map(({ id }) => id)).toEqual(['support']);
  expect(context.sentToday).toBe(1);
});

it('says that there is no conversation, and still what the rules are', async () => {
  const context = await loadReplyContext(engine.table, { ...sent, conversationId: 'nobody' });
  expect(context.conversation).toBeUndefined();
  expect(context.policies).toEqual(defaultPolicies);
});
