import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { x } from '../../functions/channels/x/index.ts';
import { applyEvent, causeOf, type Desk, decideUntilCommitted } from '../../functions/desk.ts';
import type { InboundEvent, MessageEvent } from '../../functions/domain/inbound-event.ts';
import { resolve } from '../../functions/domain/resolve.ts';
import { commit } from '../../functions/store/commit.ts';
import { getConversation, latestActivity, latestMessages } from '../../functions/store/conversations.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import { loadKnown } from '../../functions/store/known.ts';
import { recordedJson } from '../fixtures/recorded.ts';
import { deskAt } from './handlers/inbound-desk.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';
import { sampleChange, sampleConversation, sampleMessage } from './store/sample.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

async function newDesk(): Promise<Desk> {
  return deskAt(await engine.newTable());
}

const account = { channel: 'x' as const, accountId: '1800000000000000001' };
const mention = () => x.split(recordedJson('x', 'aaa-tweet-create-mention')).map(({ body }) => x.parse(body));

function message(nativeId: string, fields: Partial<MessageEvent> = {}): MessageEvent {
  return {
    ...account,
    kind: 'message',
    at: '2026-11-20T10:15:00.000Z',
    nativeId,
    direction: 'inbound',
    visibility: 'public',
    person: { nativeId: 'ines', handle: 'ines' },
    text: `text of ${nativeId}`,
    attachments: [],
    ...fields,
  };
}

const apply = (desk: Desk, ...events: InboundEvent[]) =>
  Promise.all(events.map((event) => applyEvent(event, 'trace-1', desk)));

async function theConversation(desk: Desk) {
  const { conversations } = await listInbox(desk.table, { status: 'open', limit: 10 });
  const [conversation] = conversations;
  if (!conversation || conversations.length > 1)
    throw new Error(`There are ${conversations.length} conversations.`);
  return conversation;
}

describe('events at the same time', () => {
  it('the same delivery five times in parallel gives one conversation with one message', async () => {
    const desk = await newDesk();
    const outcomes = await apply(desk, ...Array.from({ length: 5 }, mention).flat());
    expect(outcomes.sort()).toEqual(['committed', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
    const conversation = await theConversation(desk);
    expect(conversation).toMatchObject({ messageCount: 1, version: 1 });
    expect(await latestMessages(desk.table, conversation.id, 10)).toHaveLength(1);
    expect(await latestActivity(desk.table, conversation.id, 10)).toHaveLength(1);
  });

  it('two messages of somebody new open one conversation, and both land in it', async () => {
    const desk = await newDesk();
    expect(await apply(desk, message('1'), message('2'))).toEqual(['committed', 'committed']);
    const conversation = await theConversation(desk);
    expect(conversation).toMatchObject({ messageCount: 2, version: 2 });
    expect(conversation.clocks).toHaveLength(1);
  });

  it('two workers on one conversation conflict, and both land', async () => {
    const desk = await newDesk();
    await apply(desk, message('0'));
    const { id } = await theConversation(desk);
    let conflicts = 0;
    let loaded = 0;
    const gate = Promise.withResolvers<void>();
    /** Lets nobody write before both have loaded the same version. */
    const bothLoaded = () => {
      loaded += 1;
      if (loaded === 2) gate.resolve();
      return gate.promise;
    };
    const write = (agentId: string) =>
      decideUntilCommitted(desk.table, async () => {
        const before = await getConversation(desk.table, id);
        if (!before) return undefined;
        const after = { ...before, messageCount: before.messageCount + 1 };
        if (before.version < 2) await bothLoaded();
        else conflicts += 1;
        return sampleChange({ conversation: { before, after }, actor: agentId });
      });
    expect(await Promise.all([write('a'), write('b')])).toEqual(['committed', 'committed']);
    expect(conflicts).toBe(1);
    expect(await getConversation(desk.table, id)).toMatchObject({ messageCount: 3, version: 3 });
  });

  it('ten messages of one person all land, in the order in which they were said', async () => {
    const desk = await newDesk();
    const events = Array.from({ length: 10 }, (_, n) =>
      message(`${n}`, { at: `2026-11-20T10:1${n}:00.000Z` }),
    );
    await apply(desk, ...events.slice(0, 1));
    for (const pair of [events.slice(1, 4), events.slice(4, 7), events.slice(7)])
      await apply(desk, ...pair.reverse());
    const { id, messageCount } = await theConversation(desk);
    expect(messageCount).toBe(10);
    expect((await latestMessages(desk.table, id, 20)).map(({ nativeId }) => nativeId)).toEqual([
      ...'0123456789',
    ]);
  });

  it('a deletion that comes between loading and writing of its message is not lost', async () => {
    const desk = await newDesk();
    const event = message('deleted');
    const { known, pendingSeen } = await loadKnown(desk.table, {
      ...account,
      nativeId: 'deleted',
      personId: 'ines',
    });
    expect(known.self).toBeUndefined();
    await apply(desk, { ...account, kind: 'removal', nativeId: 'deleted', removal: 'deleted', at: event.at });
    const conversation = sampleConversation('slow');
    const decided = sampleChange({
      conversation: { before: undefined, after: conversation },
      newMessages: [sampleMessage(conversation, 'deleted')],
    });
    expect(await commit(desk.table, { ...decided, pendingSeen })).toBe('conflict');
    await apply(desk, event);
    const { id } = await theConversation(desk);
    expect(await latestMessages(desk.table, id, 1)).toMatchObject([
      { nativeId: 'deleted', deletedAt: event.at },
    ]);
  });
});

describe('an answer that came before its question', () => {
  const question = message('question');
  const { person: _, ...unaddressed } = message('answer', {
    direction: 'outbound',
    at: '2026-11-20T10:20:00.000Z',
  });
  const answer: MessageEvent = { ...unaddressed, inReplyTo: 'question' };

  it('is there once, with its question, when both are delivered twice and another message lies between', async () => {
    const desk = await newDesk();
    for (const event of [
      answer,
      message('other', { at: '2026-11-20T10:00:00.000Z' }),
      { ...answer, person: { nativeId: 'ines' } },
      question,
      answer,
      question,
    ])
      await apply(desk, event);
    const { id } = await theConversation(desk);
    const said = (await latestMessages(desk.table, id, 10)).map(({ nativeId }) => nativeId);
    expect(said).toEqual(['other', 'question', 'answer']);
  });
});

describe('decideUntilCommitted', () => {
  it('writes nothing when the decision is that nothing changes', async () => {
    const desk = await newDesk();
    expect(await decideUntilCommitted(desk.table, async () => undefined)).toBe('duplicate');
  });

  it('gives up when others keep winning, so that the queue takes over', async () => {
    const desk = await newDesk();
    const conversation = sampleConversation('contested');
    let decisions = 0;
    const stale = async () => {
      decisions += 1;
      return sampleChange({ conversation: { before: { ...conversation, version: 9 }, after: conversation } });
    };
    await expect(decideUntilCommitted(desk.table, stale)).rejects.toThrow('8 times in a row');
    expect(decisions).toBe(8);
  });

  it('decides on the newest facts: what is resolved already is not resolved again', async () => {
    const desk = await newDesk();
    await apply(desk, message('1'));
    const { id } = await theConversation(desk);
    const settle = () =>
      decideUntilCommitted(desk.table, async () => {
        const conversation = await getConversation(desk.table, id);
        const { policies } = await loadKnown(desk.table, account);
        return conversation && resolve(conversation, 'agent-1', causeOf(desk, 'trace-2', policies));
      });
    expect((await Promise.all([settle(), settle(), settle()])).sort()).toEqual([
      'committed',
      'duplicate',
      'duplicate',
    ]);
  });
});

describe('what is told of people and messages we know nothing of', () => {
  const base = { ...account, at: '2026-11-20T10:15:00.000Z' };
  const rows: { name: string; event: InboundEvent; outcome: string }[] = [
    {
      name: 'a stranger follows',
      event: { ...base, kind: 'follow', person: { nativeId: 'nobody' }, following: true },
      outcome: 'duplicate',
    },
    {
      name: 'a stranger read something',
      event: { ...base, kind: 'receipt', receipt: 'read', personId: 'nobody' },
      outcome: 'duplicate',
    },
    {
      name: 'an account was revoked',
      event: { ...base, kind: 'account', notice: 'revoked' },
      outcome: 'ignored',
    },
    { name: 'somebody types', event: { ...base, kind: 'ignored', reason: 'x: typing' }, outcome: 'ignored' },
  ];

  it.each(rows)('changes nothing: $name', async ({ event, outcome }) => {
    expect(await apply(await newDesk(), event)).toEqual([outcome]);
  });
});
