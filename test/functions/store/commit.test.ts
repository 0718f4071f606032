import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../../functions/store/commit.ts';
import { getConversation, getMessage, latestActivity } from '../../../functions/store/conversations.ts';
import { resultOf } from '../../../functions/store/idempotency.ts';
import { getIdentity } from '../../../functions/store/identity.ts';
import { referenceKey } from '../../../functions/store/keys.ts';
import { loadKnown } from '../../../functions/store/known.ts';
import { getPosts } from '../../../functions/store/posts.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { opening, sampleChange, sampleConversation, sampleIdentity, sampleMessage } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const account = { channel: 'x', accountId: '1800000000000000001' };

/** Every item whose keys contain the word. */
async function itemsNaming(word: string): Promise<string[]> {
  const { Items } = await engine.table.client.send(new ScanCommand({ TableName: engine.table.name }));
  const names = (Items ?? []).map(({ pk, sk }) => `${pk} ${sk}`);
  return names.filter((name) => name.includes(word));
}

describe('commit', () => {
  it('writes a conversation, its message and what to announce, all under their keys (A1, A2, A3, A4)', async () => {
    const conversation = sampleConversation('whole');
    const message = sampleMessage(conversation, 'whole-1');
    expect(await commit(engine.table, opening(conversation, message))).toBe('committed');
    expect(await getConversation(engine.table, conversation.id)).toEqual({ ...conversation, version: 1 });
    expect(await getMessage(engine.table, message.id)).toEqual(message);
    const [activity] = await latestActivity(engine.table, conversation.id, 10);
    expect(activity).toMatchObject({
      actor: 'x',
      traceId: 'trace-1',
      events: [{ name: 'message.received' }],
    });
    const { known } = await loadKnown(engine.table, { ...account, nativeId: 'whole-1' });
    expect(known.self?.messageId).toBe(message.id);
  });

  it('counts versions, and calls a change made on an older one a conflict', async () => {
    const conversation = sampleConversation('versions');
    const written = { ...conversation, version: 1 };
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'versions-1')));
    const change = sampleChange({ conversation: { before: written, after: { ...written, preview: 'b' } } });
    expect(await commit(engine.table, change)).toBe('committed');
    expect(await commit(engine.table, change)).toBe('conflict');
    expect((await getConversation(engine.table, conversation.id))?.version).toBe(2);
  });

  it('calls a message that is there already a duplicate', async () => {
    const conversation = sampleConversation('twice');
    const change = opening(conversation, sampleMessage(conversation, 'twice-1'));
    expect(await commit(engine.table, change)).toBe('committed');
    expect(await commit(engine.table, change)).toBe('duplicate');
  });

  it('calls a message that somebody put into another conversation a duplicate', async () => {
    const [one, other] = [sampleConversation('elsewhere-1'), sampleConversation('elsewhere-2')];
    await commit(engine.table, opening(one, sampleMessage(one, 'elsewhere')));
    expect(await commit(engine.table, opening(other, sampleMessage(other, 'elsewhere')))).toBe('duplicate');
    expect(await getConversation(engine.table, other.id)).toBeUndefined();
  });

  it('leaves nothing of a change of which one part is refused', async () => {
    const conversation = sampleConversation('half');
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'half-1')));
    const stale = sampleChange({
      conversation: { before: { ...conversation, version: 7 }, after: conversation },
      newMessages: [sampleMessage(conversation, 'half-2')],
      identity: { before: undefined, after: sampleIdentity(conversation, { nativeId: 'half-person' }) },
      newContact: { id: 'half-contact', identities: [], createdAt: conversation.openedAt },
      posts: [{ ...account, channel: 'x', nativeId: 'half-post', text: 'A post' }],
      pending: [{ ...account, nativeId: 'half-pending', pending: { hidden: true } }],
      idempotency: { scope: 'half', key: 'half-key', result: 'r' },
    });
    expect(await commit(engine.table, stale)).toBe('conflict');
    for (const word of ['half-2', 'half-person', 'half-contact', 'half-post', 'half-pending', 'half-key'])
      expect(await itemsNaming(word), word).toEqual([]);
  });

  it('lets two deliveries open only one conversation for a new person (A5, A6)', async () => {
    const [one, other] = [sampleConversation('rivals-1'), sampleConversation('rivals-2')];
    const person = { nativeId: 'rivals', handle: 'rivals' };
    const opened = [one, other].map((conversation, index) => ({
      ...opening({ ...conversation, contact: person }, sampleMessage(conversation, `rivals-${index}`)),
      identity: { before: undefined, after: sampleIdentity({ ...conversation, contact: person }) },
      newContact: { id: 'rivals-contact', identities: [], createdAt: one.openedAt },
    }));
    const results = await Promise.all(opened.map((change) => commit(engine.table, change)));
    expect(results.sort()).toEqual(['committed', 'conflict']);
    expect((await getIdentity(engine.table, 'x', 'rivals'))?.version).toBe(1);
    expect(await itemsNaming('rivals-contact')).toHaveLength(1);
  });

  it('writes nothing and asks nothing for an empty change', async () => {
    expect(await commit(engine.table, sampleChange())).toBe('committed');
  });

  it('refuses to change a message that is not there', async () => {
    const conversation = sampleConversation('gone');
    const change = sampleChange({ changedMessages: [sampleMessage(conversation, 'gone-1')] });
    expect(await commit(engine.table, change)).toBe('conflict');
  });
});

describe('what is pending for a message', () => {
  const pending = (nativeId: string) => [{ ...account, nativeId, pending: { hidden: true } }];
  const seen = (nativeId: string, value: unknown) => ({
    [referenceKey({ ...account, nativeId }).pk]: value,
  });

  it('gives way to the message that was decided with it', async () => {
    await commit(engine.table, sampleChange({ pending: pending('early-1') }));
    const conversation = sampleConversation('early');
    const change = opening(conversation, sampleMessage(conversation, 'early-1'));
    const decided = { ...change, pendingSeen: seen('early-1', { hidden: true }) };
    expect(await commit(engine.table, decided)).toBe('committed');
    const { known } = await loadKnown(engine.table, { ...account, nativeId: 'early-1' });
    expect(known.self).toMatchObject({ conversationId: conversation.id });
    expect(known.self?.pending).toBeUndefined();
  });

  it('makes a message that was decided without it a conflict, so that it is not lost', async () => {
    await commit(engine.table, sampleChange({ pending: pending('early-2') }));
    const conversation = sampleConversation('early-unseen');
    const change = opening(conversation, sampleMessage(conversation, 'early-2'));
    expect(await commit(engine.table, change)).toBe('conflict');
  });

  it('makes a message that was decided with less of it a conflict', async () => {
    await commit(
      engine.table,
      sampleChange({
        pending: [{ ...account, nativeId: 'early-3', pending: { hidden: true, deletedAt: 'd' } }],
      }),
    );
    const conversation = sampleConversation('early-less');
    const change = opening(conversation, sampleMessage(conversation, 'early-3'));
    const decided = { ...change, pendingSeen: seen('early-3', { hidden: true }) };
    expect(await commit(engine.table, decided)).toBe('conflict');
  });

  it('is not written over by something else that was told at the same time', async () => {
    const told = (value: object) =>
      commit(engine.table, sampleChange({ pending: [{ ...account, nativeId: 'early-4', pending: value }] }));
    const results = await Promise.all([told({ hidden: true }), told({ deletedAt: 'd' })]);
    expect(results.sort()).toEqual(['committed', 'conflict']);
  });

  it('is a conflict once the message has come, so that it is applied to that', async () => {
    const conversation = sampleConversation('late');
    await commit(engine.table, opening(conversation, sampleMessage(conversation, 'late-1')));
    expect(await commit(engine.table, sampleChange({ pending: pending('late-1') }))).toBe('conflict');
  });

  it('does not make a message a duplicate because an answer that came early is there by now', async () => {
    const other = sampleConversation('brought-other');
    await commit(engine.table, opening(other, sampleMessage(other, 'brought-answer')));
    const conversation = sampleConversation('brought');
    const question = opening(conversation, sampleMessage(conversation, 'brought-question'));
    const answer = sampleMessage(conversation, 'brought-answer', { direction: 'outbound', state: 'sent' });
    const change = { ...question, newMessages: [...question.newMessages, answer] };
    expect(await commit(engine.table, change)).toBe('conflict');
  });
});

describe('posts', () => {
  it('are laid over what is known of them, field by field (A7)', async () => {
    const post = { ...account, channel: 'x' as const, nativeId: 'post-1' };
    const first = { ...post, text: 'A post', at: '2026-11-20T09:00:00.000Z', ours: true };
    const linked = { ...post, permalink: 'https://x.example/post-1', text: undefined };
    const deleted = { ...post, deletedAt: '2026-11-20T10:00:00.000Z' };
    for (const told of [first, linked, deleted]) await commit(engine.table, sampleChange({ posts: [told] }));
    const { permalink } = linked;
    expect(await getPosts(engine.table, [post])).toEqual([{ ...first, ...deleted, permalink }]);
  });
});

describe('idempotency', () => {
  it('makes a second write with the same key a duplicate and remembers what the first one gave (A17)', async () => {
    const write = (key: string, result: string) =>
      commit(engine.table, sampleChange({ idempotency: { scope: 'agent-1#reply', key, result } }));
    expect(await write('key-1', 'first')).toBe('committed');
    expect(await write('key-1', 'second')).toBe('duplicate');
    expect(await write('key-2', 'third')).toBe('committed');
    expect(await resultOf(engine.table, 'agent-1#reply', 'key-1')).toBe('first');
    expect(await resultOf(engine.table, 'agent-2#reply', 'key-1')).toBeUndefined();
  });
});

describe('what is neither a duplicate nor a conflict', () => {
  it('is thrown, so that the queue tries again', async () => {
    const conversation = sampleConversation('huge');
    const change = opening(
      conversation,
      sampleMessage(conversation, 'huge-1', { text: 'x'.repeat(500_000) }),
    );
    await expect(commit(engine.table, change)).rejects.toThrow(/size/i);
  });
});
