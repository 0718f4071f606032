import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { getReference } from '../../../functions/store/references.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleConversation, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('getReference', () => {
  it('tells where a platform’s id leads, within the account (A4)', async () => {
    const conversation = sampleConversation('referred');
    const message = sampleMessage(conversation, 'native-1');
    await commit(engine.table, opening(conversation, message));
    const native = { channel: 'x', accountId: conversation.accountId, nativeId: 'native-1' };
    expect(await getReference(engine.table, native)).toEqual({
      ...native,
      conversationId: conversation.id,
      messageId: message.id,
    });
    expect(await getReference(engine.table, { ...native, accountId: 'other' })).toBeUndefined();
  });
});
