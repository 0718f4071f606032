import { describe, expect, it } from 'vitest';
import type { Known } from '../../../functions/domain/decision.ts';
import { receiveAnswer } from '../../../functions/domain/receive-answer.ts';
import {
  aCause,
  aConversation,
  aMessageEvent,
  anAnswerEvent,
  anIdentity,
  announced,
  at,
  aWaitingConversation,
  conversationAfter,
  decided,
} from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';

const parent = (pending: object) => ({ channel: 'x', accountId: 'desk-1', nativeId: 'm1', pending });
const early = {
  nativeId: 'a1',
  visibility: 'public' as const,
  text: 'We look into it.',
  attachments: [],
  at: at('10:30'),
  receivedAt: at('12:00'),
};

describe('an answer made in the platform’s own app', () => {
  const change = decided(receiveAnswer(anAnswerEvent(), { answered: aWaitingConversation() }, aCause()));

  it('joins the conversation of what it answers and stops the clock', () => {
    expect(conversationAfter(change)).toMatchObject({
      id: 'c-ada',
      unanswered: [],
      clocks: [{ state: 'met', answeredAt: at('10:30') }],
      preview: 'We look into it.',
    });
    expect(announced(change)).toEqual(['message.answered', 'clock.met']);
  });

  it('is a message of ours by nobody of Hark', () => {
    expect(change.newMessages).toMatchObject([
      { direction: 'outbound', state: 'sent', author: { nativeId: 'desk-1' }, inReplyTo: 'm1' },
    ]);
    expect(change.events[0]?.data).not.toHaveProperty('agentId');
  });

  it('leaves where the person spoke last', () => {
    const answered = aWaitingConversation({ visibility: 'private' });
    const after = conversationAfter(receiveAnswer(anAnswerEvent(), { answered }, aCause()));
    expect(after).toMatchObject({ visibility: 'private', lastInboundAt: at('10:00') });
  });

  it('goes to the person’s current thread when what it answers is unknown', () => {
    const event = anAnswerEvent({ person: { nativeId: 'ada' }, inReplyTo: 'm9' });
    const known = { current: aWaitingConversation(), identity: anIdentity() };
    expect(conversationAfter(receiveAnswer(event, known, aCause())).clocks).toMatchObject([{ state: 'met' }]);
  });

  it('goes to the thread that it answers, though the person has a newer one', () => {
    const event = anAnswerEvent({ person: { nativeId: 'ada' } });
    const known = { answered: aWaitingConversation(), current: aConversation({ id: 'c-new' }) };
    expect(conversationAfter(receiveAnswer(event, known, aCause())).id).toBe('c-ada');
  });

  it('brings along what we said in answer to it before it was there', () => {
    const self = {
      channel: 'x',
      accountId: 'desk-1',
      nativeId: 'a1',
      pending: { answers: [{ ...early, nativeId: 'a2', at: at('10:31') }] },
    };
    const change = receiveAnswer(anAnswerEvent(), { self, answered: aWaitingConversation() }, aCause());
    expect(change?.newMessages.map(({ nativeId }) => nativeId)).toEqual(['a1', 'a2']);
    expect(conversationAfter(change).lastAnswerAt).toBe(at('10:31'));
  });

  it('leaves a resolved conversation resolved', () => {
    const answered = aConversation({ status: 'resolved', resolvedAt: at('09:30') });
    const after = conversationAfter(receiveAnswer(anAnswerEvent(), { answered }, aCause()));
    expect(after).toMatchObject({ status: 'resolved', resolvedAt: at('09:30') });
  });

  it('is shown as edited or deleted when that was told first', () => {
    const self = { channel: 'x', accountId: 'desk-1', nativeId: 'a1', pending: { deletedAt: at('10:40') } };
    const gone = receiveAnswer(anAnswerEvent(), { self, answered: aWaitingConversation() }, aCause());
    expect(gone?.newMessages).toMatchObject([{ deletedAt: at('10:40') }]);
    expect(conversationAfter(gone).preview).toBe('');
    expect(announced(gone)).toEqual(['message.answered', 'message.deleted', 'clock.met']);
  });
});

describe('a private message of ours to somebody new', () => {
  const event = anAnswerEvent({ visibility: 'private', inReplyTo: undefined, person: { nativeId: 'ada' } });

  it('opens a conversation in which nobody waits', () => {
    const change = receiveAnswer(event, {}, aCause());
    expect(conversationAfter(change)).toMatchObject({ clocks: [], contact: { nativeId: 'ada' } });
    expect(announced(change)).toEqual(['conversation.opened', 'message.answered']);
    expect(change?.identity?.after.threads).toEqual({ 'desk-1': conversationAfter(change).id });
  });

  it('is not kept as a public post when it names nobody', () => {
    const { person: _, ...nameless } = event;
    expect(receiveAnswer(nameless, {}, aCause())).toBeUndefined();
  });
});

describe('an answer before its question', () => {
  it('is kept until the question comes', () => {
    expect(receiveAnswer(anAnswerEvent(), {}, aCause())).toMatchObject({
      pending: [parent({ answers: [early] })],
      newMessages: [],
      posts: [],
      events: [],
    });
  });

  it('is kept beside another and beside what else was told', () => {
    const known: Known = { parent: parent({ deletedAt: at('10:10'), answers: [early] }) };
    const change = receiveAnswer(anAnswerEvent({ nativeId: 'a2' }), known, aCause());
    expect(change?.pending).toEqual([
      parent({ deletedAt: at('10:10'), answers: [early, { ...early, nativeId: 'a2' }] }),
    ]);
  });

  it('is kept once', () => {
    expect(
      receiveAnswer(anAnswerEvent(), { parent: parent({ answers: [early] }) }, aCause()),
    ).toBeUndefined();
  });

  it('does not go elsewhere when it is delivered again and the person has a thread by then', () => {
    const known = {
      parent: parent({ answers: [early] }),
      current: aWaitingConversation(),
      identity: anIdentity(),
    };
    expect(receiveAnswer(anAnswerEvent({ person: { nativeId: 'ada' } }), known, aCause())).toBeUndefined();
  });

  it('does not make an item grow without end', () => {
    const desk = new MemoryDesk();
    for (let nth = 0; nth < 30; nth += 1) desk.receive(anAnswerEvent({ nativeId: `a${nth}` }));
    const answers = desk.known(aMessageEvent()).self?.pending?.answers;
    expect(answers?.map(({ nativeId }) => nativeId)).toEqual(
      Array.from({ length: 20 }, (_, nth) => `a${nth + 10}`),
    );
  });
});

describe('what answers nobody', () => {
  const known = (ours?: boolean): Known => ({
    post: { channel: 'x', accountId: 'desk-1', nativeId: 'p1', ...(ours && { ours }) },
  });

  it.each([
    { name: 'said into the air', event: anAnswerEvent({ inReplyTo: undefined }), known: {} },
    {
      name: 'a comment under our own post',
      event: anAnswerEvent({ inReplyTo: 'p1', post: { nativeId: 'p1' } }),
      known: known(true),
    },
  ])('becomes a post: $name', ({ event, known: context }) => {
    const change = receiveAnswer({ ...event, permalink: 'https://x.example/a1' }, context, aCause());
    expect(change).toMatchObject({
      posts: [{ nativeId: 'a1', ours: true, text: 'We look into it.', permalink: 'https://x.example/a1' }],
      pending: [],
      newMessages: [],
    });
    expect(change?.conversation).toBeUndefined();
  });

  it('may be the answer to a visitor’s post that is still to come', () => {
    const event = anAnswerEvent({ inReplyTo: 'p1', post: { nativeId: 'p1' } });
    const change = receiveAnswer(event, known(), aCause());
    expect(change?.pending).toMatchObject([{ nativeId: 'p1', pending: { answers: [{ nativeId: 'a1' }] } }]);
    expect(change?.posts).toEqual([]);
  });
});
