import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicies } from '../../../functions/domain/policy.ts';
import { commit } from '../../../functions/store/commit.ts';
import { loadKnown } from '../../../functions/store/known.ts';
import { anAnswerEvent } from '../domain/desk.ts';
import { meterOf } from './capacity.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleIdentity, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const account = { channel: 'x' as const, accountId: '1800000000000000001' };

describe('loadKnown', () => {
  it('knows nothing of what never came, and says so in one request', async () => {
    const names = { ...account, nativeId: 'new', inReplyTo: 'older', postId: 'post', personId: 'somebody' };
    const { calls } = await meterOf(engine.table).cost(async () => {
      const { known, policies } = await loadKnown(engine.table, names);
      expect(Object.values(known).filter((fact) => fact !== undefined)).toEqual([]);
      expect(policies).toEqual(defaultPolicies);
    });
    expect(calls).toBe(1);
  });

  it('finds a message, its conversation, its author, its post and what it answers, in two requests (A1, A2, A4, A5, A7, A12)', async () => {
    const conversation = sampleConversation('known');
    const [question, message] = ['known-1', 'known-2'].map((key) => sampleMessage(conversation, key));
    const identity = sampleIdentity(conversation);
    const post = { ...account, nativeId: 'known-post', text: 'A post' };
    if (!question || !message) throw new Error('There are two messages.');
    const change = { ...opening(conversation, question), newMessages: [question, message], posts: [post] };
    await commit(engine.table, { ...change, identity: { before: undefined, after: identity } });
    const names = {
      ...account,
      nativeId: 'known-2',
      inReplyTo: 'known-1',
      postId: 'known-post',
      personId: identity.nativeId,
    };
    const { calls } = await meterOf(engine.table).cost(async () => {
      const { known } = await loadKnown(engine.table, names);
      expect(known).toMatchObject({
        self: { messageId: message.id },
        parent: { messageId: question.id },
        message,
        answered: { id: conversation.id, version: 1 },
        current: { id: conversation.id, version: 1 },
        identity: { nativeId: identity.nativeId },
        post,
      });
    });
    expect(calls).toBe(2);
  });

  it('hands out what is pending for a message, and what commit has to find there (A4)', async () => {
    const pending = { hidden: true };
    await commit(engine.table, sampleChange({ pending: [{ ...account, nativeId: 'pending-1', pending }] }));
    const { known, pendingSeen } = await loadKnown(engine.table, { ...account, nativeId: 'pending-1' });
    expect(known.self?.pending).toMatchObject(pending);
    expect(Object.values(pendingSeen)).toEqual([pending]);
  });

  it('leaves out an early answer that became a message of its own by another delivery', async () => {
    const conversation = sampleConversation('answered');
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'answer-1')));
    const answers = ['answer-1', 'answer-2'].map((nativeId) => ({
      nativeId,
      visibility: 'public' as const,
      text: 'Sorry!',
      attachments: [],
      at: '2026-11-20T10:20:00.000Z',
      receivedAt: '2026-11-20T10:20:00.000Z',
    }));
    await commit(
      engine.table,
      sampleChange({ pending: [{ ...account, nativeId: 'question', pending: { answers } }] }),
    );
    const { known, pendingSeen } = await loadKnown(engine.table, { ...account, nativeId: 'question' });
    expect(known.self?.pending?.answers).toEqual(answers.slice(1));
    expect(Object.values(pendingSeen)).toEqual([{ answers }]);
  });

  it('loads what may be on its way only for news of our own side, which may be an echo', async () => {
    const conversation = sampleConversation('echo');
    const outbound = { leavesAt: '2026-11-20T10:20:00.000Z', attempts: 1 };
    const { nativeId: _, ...written } = sampleMessage(conversation, 'echo-1', {
      direction: 'outbound',
      outbound,
    });
    const identity = { before: undefined, after: sampleIdentity(conversation) };
    await commit(engine.table, { ...opening(conversation, written), identity });
    const names = { ...account, nativeId: 'echo-2', personId: conversation.contact.nativeId };
    const echo = anAnswerEvent({ accountId: account.accountId, nativeId: 'echo-2' });
    const { departing } = (await loadKnown(engine.table, { ...names, echo })).known;
    expect(departing?.map(({ message }) => message)).toEqual([written]);
    expect((await loadKnown(engine.table, names)).known.departing).toBeUndefined();
  });
});
