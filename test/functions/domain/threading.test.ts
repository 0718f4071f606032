import { describe, expect, it } from 'vitest';
import { threadOf } from '../../../functions/domain/threading.ts';
import { aConversation, aMessageEvent, anAnswerEvent, at, grace, HOUR, plus } from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';

const speaker = { channel: 'x', accountId: 'desk-1', personId: 'ada', at: at('10:00') };
const mine = aConversation({ id: 'c-mine' });
const myOther = aConversation({ id: 'c-other' });
const theirs = aConversation({ id: 'c-grace', contact: grace });
const resolvedAt = at('09:30');
const resolved = aConversation({ id: 'c-mine', status: 'resolved', resolvedAt });

describe('threadOf', () => {
  it.each([
    { name: 'somebody unknown opens one', known: {}, thread: { way: 'open' } },
    {
      name: 'the open conversation goes on',
      known: { current: mine },
      thread: { way: 'join', conversation: mine },
    },
    {
      name: 'a snoozed one goes on too',
      known: { current: { ...mine, status: 'snoozed' as const } },
      thread: { way: 'join', conversation: { ...mine, status: 'snoozed' } },
    },
    {
      name: 'a reply joins what it answers',
      known: { answered: mine, current: myOther },
      thread: { way: 'join', conversation: mine },
    },
    {
      name: 'a reply to a stranger’s message opens one of one’s own',
      known: { answered: theirs },
      thread: { way: 'open' },
    },
    {
      name: 'a reply to a stranger’s message goes on in one’s own',
      known: { answered: theirs, current: mine },
      thread: { way: 'join', conversation: mine },
    },
    {
      name: 'a reply to a resolved one goes on in the open one',
      known: { answered: resolved, current: myOther },
      thread: { way: 'join', conversation: myOther },
    },
    {
      name: 'of two resolved ones the answered one is opened again',
      known: { answered: resolved, current: { ...resolved, id: 'c-other' } },
      thread: { way: 'reopen', conversation: resolved },
    },
    {
      name: 'a thread with another account of ours is another thread',
      known: { current: aConversation({ accountId: 'desk-2' }) },
      thread: { way: 'open' },
    },
    {
      name: 'a thread on another channel is another thread',
      known: { current: aConversation({ channel: 'facebook' }) },
      thread: { way: 'open' },
    },
  ])('$name', ({ known, thread }) => {
    expect(threadOf(speaker, known)).toEqual(thread);
  });

  it.each([
    { name: 'at the moment it was resolved', saidAt: resolvedAt, way: 'reopen' },
    { name: 'within 72 hours', saidAt: plus(resolvedAt, 71 * HOUR), way: 'reopen' },
    { name: 'after exactly 72 hours', saidAt: plus(resolvedAt, 72 * HOUR), way: 'reopen' },
    { name: 'a millisecond later', saidAt: plus(resolvedAt, 72 * HOUR + 1), way: 'open' },
    { name: 'before it was resolved, arriving now', saidAt: plus(resolvedAt, -HOUR), way: 'reopen' },
  ])('what is said after the end, $name: $way', ({ saidAt, way }) => {
    expect(threadOf({ ...speaker, at: saidAt }, { current: resolved }).way).toBe(way);
  });
});

describe('a desk', () => {
  const post = { nativeId: 'p1' };
  const people = ['ada', 'grace', 'alan', 'edsger', 'barbara'];
  const statusOf = (desk: MemoryDesk) => [...desk.conversations.values()].map(({ status }) => status);
  const contactsOf = (desk: MemoryDesk) =>
    [...desk.conversations.values()].map(({ contact, messageCount }) => [contact.nativeId, messageCount]);

  it('keeps five people under one post apart, and the post once', () => {
    const desk = new MemoryDesk().receiveAll(
      people.map((nativeId, nth) => aMessageEvent({ nativeId: `m${nth}`, person: { nativeId }, post })),
    );
    expect(contactsOf(desk)).toEqual(people.map((nativeId) => [nativeId, 1]));
    expect([...desk.conversations.values()].map(({ postId }) => postId)).toEqual(people.map(() => 'p1'));
    expect([...desk.posts.values()].map(({ nativeId }) => nativeId)).toEqual(['p1']);
  });

  it('joins a reply to our answer', () => {
    const desk = new MemoryDesk().receiveAll([
      aMessageEvent(),
      anAnswerEvent(),
      aMessageEvent({ nativeId: 'm2', at: at('10:40'), inReplyTo: 'a1' }),
    ]);
    expect(contactsOf(desk)).toEqual([['ada', 3]]);
  });

  it('puts somebody who answers a customer into a thread of their own', () => {
    const desk = new MemoryDesk().receiveAll([
      aMessageEvent(),
      aMessageEvent({ nativeId: 'm2', person: grace, inReplyTo: 'm1' }),
    ]);
    expect(contactsOf(desk)).toEqual([
      ['ada', 1],
      ['grace', 1],
    ]);
  });

  it('puts a private message into the person’s open public thread', () => {
    const desk = new MemoryDesk().receiveAll([
      aMessageEvent(),
      aMessageEvent({ nativeId: 'd1', at: at('10:10'), visibility: 'private' }),
    ]);
    expect(contactsOf(desk)).toEqual([['ada', 2]]);
    expect([...desk.conversations.values()][0]?.visibility).toBe('private');
  });

  it('gives every unnamed author a thread, and remembers nobody', () => {
    const desk = new MemoryDesk().receiveAll([
      aMessageEvent({ person: undefined }),
      aMessageEvent({ nativeId: 'm2', person: undefined }),
    ]);
    expect(contactsOf(desk)).toEqual([
      ['unknown:m1', 1],
      ['unknown:m2', 1],
    ]);
    expect(desk.known(aMessageEvent({ person: { nativeId: 'unknown:m1' } })).identity).toBeUndefined();
  });

  it('finds the thread of an unnamed author again by what we answered', () => {
    const desk = new MemoryDesk().receiveAll([aMessageEvent({ person: undefined }), anAnswerEvent()]);
    expect(contactsOf(desk)).toEqual([['unknown:m1', 2]]);
  });

  it('keeps threads with two accounts of ours apart', () => {
    const desk = new MemoryDesk().receiveAll([
      aMessageEvent(),
      aMessageEvent({ nativeId: 'm2', accountId: 'desk-2' }),
      aMessageEvent({ nativeId: 'm3', at: at('10:05') }),
      aMessageEvent({ nativeId: 'm4', at: at('10:05'), accountId: 'desk-2' }),
    ]);
    expect(
      [...desk.conversations.values()].map(({ accountId, messageCount }) => [accountId, messageCount]),
    ).toEqual([
      ['desk-1', 2],
      ['desk-2', 2],
    ]);
    expect(new Set([...desk.conversations.values()].map(({ contactId }) => contactId)).size).toBe(1);
  });

  it('opens a new conversation when the old one has been resolved for long, and goes on with the new one', () => {
    const desk = new MemoryDesk().receiveAll([aMessageEvent()]);
    desk.resolve(at('11:00'));
    desk.receive(aMessageEvent({ nativeId: 'm2', at: at('+3 11:00:00.001') }));
    desk.receive(aMessageEvent({ nativeId: 'm3', at: at('+3 11:05') }));
    expect(contactsOf(desk)).toEqual([
      ['ada', 1],
      ['ada', 2],
    ]);
    expect(statusOf(desk)).toEqual(['resolved', 'open']);
  });
});
