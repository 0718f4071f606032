import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { waitingClock } from '../../../functions/domain/conversation.ts';
import type { Outcome } from '../../../functions/domain/episode.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { answer, isAnswered, stopWaiting, waitFor, withdraw } from '../../../functions/domain/waiting.ts';
import {
  aClock,
  aConversation,
  aPolicy,
  aPolicyBook,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const book = aPolicyBook(aPolicy());
const asked = (id: string, time: string, visibility?: 'public' | 'private') => ({
  messageId: `c-ada.${id}`,
  at: at(time),
  ...(visibility && { visibility }),
});
const told = ({ events }: Outcome) => events.map(({ name }) => name);
const clocksOf = ({ conversation }: Outcome) =>
  conversation.clocks.map(({ id, kind, state, startedAt }) => [id, kind, state, startedAt.slice(11, 16)]);
const unanswered = ({ conversation }: Outcome) => conversation.unanswered.map(({ messageId }) => messageId);

describe('waitFor', () => {
  it('starts the first-response clock with the first message', () => {
    const outcome = waitFor(aConversation(), asked('m1', '10:00'), book);
    expect(clocksOf(outcome)).toEqual([['c1', 'firstResponse', 'running', '10:00']]);
    expect(told(outcome)).toEqual(['clock.started']);
  });

  it('starts a next-response clock when we have answered before', () => {
    const conversation = aConversation({ firstAnswerAt: at('09:30'), lastAnswerAt: at('09:30') });
    const outcome = waitFor(conversation, asked('m1', '10:00'), book);
    expect(clocksOf(outcome)).toEqual([['c1', 'nextResponse', 'running', '10:00']]);
  });

  it.each([
    {
      name: 'a later message leaves the clock',
      question: asked('m2', '10:20'),
      startedAt: '10:00',
      events: [],
      order: ['c-ada.m1', 'c-ada.m2'],
    },
    {
      name: 'an earlier one that arrives late moves it back',
      question: asked('m0', '09:40'),
      startedAt: '09:40',
      events: ['clock.moved'],
      order: ['c-ada.m0', 'c-ada.m1'],
    },
    {
      name: 'one of the same instant is put in order by its id',
      question: asked('m2', '10:00'),
      startedAt: '10:00',
      events: [],
      order: ['c-ada.m1', 'c-ada.m2'],
    },
  ])('keeps one clock, counted from the oldest: $name', ({ question, startedAt, events, order }) => {
    const outcome = waitFor(aWaitingConversation(), question, book);
    expect(clocksOf(outcome)).toEqual([['c1', 'firstResponse', 'running', startedAt]]);
    expect(told(outcome)).toEqual(events);
    expect(unanswered(outcome)).toEqual(order);
  });

  it('does not warn a second time when the clock is moved back', () => {
    const warned = conversationAfter(fallDue(aWaitingConversation(), at('11:45')));
    const { conversation } = waitFor(warned, asked('m0', '10:05'), book);
    const moved = waitFor(conversation, asked('m00', '09:55'), book).conversation;
    expect(fallDue(moved, at('11:50'))).toBeUndefined();
    expect(fallDue(moved, at('11:55:01'))?.events.map(({ name }) => name)).toEqual(['clock.breached']);
  });

  it('takes the policy of where the oldest question was asked', () => {
    const both = aPolicyBook(
      aPolicy({ id: 'public', match: { visibility: 'public' } }),
      aPolicy({ id: 'private', match: { visibility: 'private' } }),
    );
    const nowPrivate = aConversation({ visibility: 'private' });
    const { conversation } = waitFor(nowPrivate, asked('m1', '10:00', 'public'), both);
    expect(waitingClock(conversation)?.why.policyId).toBe('public');
  });

  it('remembers the oldest and the latest of very many', () => {
    const many = Array.from({ length: 60 }, (_, nth) =>
      asked(`m${String(nth).padStart(2, '0')}`, `10:${nth}`),
    );
    const { conversation } = many.reduce<Outcome>(
      (sum, question) => waitFor(sum.conversation, question, book),
      { conversation: aConversation(), events: [] },
    );
    expect(conversation.unanswered).toHaveLength(50);
    expect(conversation.unanswered[0]?.messageId).toBe('c-ada.m00');
    expect(conversation.unanswered.at(-1)?.messageId).toBe('c-ada.m59');
    expect(clocksOf(answer(conversation, at('10:58:30'), book))).toEqual([
      ['c1', 'firstResponse', 'met', '10:00'],
      ['c2', 'nextResponse', 'running', '10:59'],
    ]);
  });
});

describe('answer', () => {
  it.each([
    { name: 'in time', answeredAt: '12:00', state: 'met', events: ['clock.met'] },
    { name: 'late', answeredAt: '12:00:00.001', state: 'breached', events: ['clock.ended'] },
  ])('ends the clock: $name', ({ answeredAt, state, events }) => {
    const outcome = answer(aWaitingConversation(), at(answeredAt), book);
    expect(clocksOf(outcome)).toEqual([['c1', 'firstResponse', state, '10:00']]);
    expect(told(outcome)).toEqual(events);
    expect(outcome.conversation).toMatchObject({
      unanswered: [],
      firstAnswerAt: at(answeredAt),
      lastAnswerAt: at(answeredAt),
    });
  });

  it('answers a message of the same instant', () => {
    expect(clocksOf(answer(aWaitingConversation(), at('10:00'), book))).toEqual([
      ['c1', 'firstResponse', 'met', '10:00'],
    ]);
  });

  it('lets what was said after it wait on a clock of its own', () => {
    const { conversation } = waitFor(aWaitingConversation(), asked('m2', '10:20'), book);
    const outcome = answer(conversation, at('10:10'), book);
    expect(clocksOf(outcome)).toEqual([
      ['c1', 'firstResponse', 'met', '10:00'],
      ['c2', 'nextResponse', 'running', '10:20'],
    ]);
    expect(told(outcome)).toEqual(['clock.met', 'clock.started']);
    expect(unanswered(outcome)).toEqual(['c-ada.m2']);
  });

  it('does not stop a clock that began after it', () => {
    const outcome = answer(aWaitingConversation(), at('09:59:59.999'), book);
    expect(clocksOf(outcome)).toEqual([['c1', 'nextResponse', 'running', '10:00']]);
    expect(unanswered(outcome)).toEqual(['c-ada.m1']);
  });

  it('remembers the earliest and the latest answer, whichever comes first', () => {
    const later = answer(aConversation(), at('10:00'), book).conversation;
    const { conversation } = answer(later, at('09:00'), book);
    expect(conversation).toMatchObject({ firstAnswerAt: at('09:00'), lastAnswerAt: at('10:00') });
    expect(isAnswered(conversation, at('10:00'))).toBe(true);
    expect(isAnswered(conversation, at('10:00:00.001'))).toBe(false);
    expect(isAnswered(aConversation(), at('00:00'))).toBe(false);
  });
});

describe('withdraw', () => {
  const two = waitFor(aWaitingConversation(), asked('m2', '10:20'), book).conversation;
  const breached = (conversation: Conversation) => conversationAfter(fallDue(conversation, at('12:05')));

  it.each([
    {
      name: 'the only message ends the clock',
      conversation: aWaitingConversation(),
      id: 'm1',
      clocks: [['c1', 'firstResponse', 'ended', '10:00']],
      events: ['clock.ended'],
    },
    {
      name: 'a later message leaves the clock',
      conversation: two,
      id: 'm2',
      clocks: [['c1', 'firstResponse', 'running', '10:00']],
      events: [],
    },
    {
      name: 'the oldest of two hands over to the other',
      conversation: two,
      id: 'm1',
      clocks: [
        ['c1', 'firstResponse', 'ended', '10:00'],
        ['c2', 'firstResponse', 'running', '10:20'],
      ],
      events: ['clock.ended', 'clock.started'],
    },
    {
      name: 'an answered message changes nothing',
      conversation: answer(two, at('11:00'), book).conversation,
      id: 'm1',
      clocks: [['c1', 'firstResponse', 'met', '10:00']],
      events: [],
    },
  ])('$name', ({ conversation, id, clocks, events }) => {
    const outcome = withdraw(conversation, `c-ada.${id}`, at('10:30'), book);
    expect(clocksOf(outcome)).toEqual(clocks);
    expect(told(outcome)).toEqual(events);
    expect(unanswered(outcome)).not.toContain(`c-ada.${id}`);
  });

  it('does not undo a breach, and alerts anew for who still waits', () => {
    const { conversation } = withdraw(breached(two), 'c-ada.m1', at('12:10'), book);
    expect(conversation.clocks.map(({ state }) => state)).toEqual(['breached', 'running']);
    expect(fallDue(conversation, at('12:20:01'))?.events.map(({ name }) => name)).toEqual(['clock.breached']);
  });
});

describe('stopWaiting', () => {
  it('ends the waiting of all', () => {
    const outcome = stopWaiting(aWaitingConversation(), at('11:00'), 'resolved');
    expect(clocksOf(outcome)).toEqual([['c1', 'firstResponse', 'ended', '10:00']]);
    expect(unanswered(outcome)).toEqual([]);
    expect(outcome.events).toEqual([
      { name: 'clock.ended', data: { clockId: 'c1', kind: 'firstResponse', reason: 'resolved' } },
    ]);
  });

  it('changes nothing where nobody waits', () => {
    expect(stopWaiting(aConversation(), at('11:00'), 'resolved')).toEqual({
      conversation: aConversation(),
      events: [],
    });
    const met = aConversation({ clocks: [{ ...aClock(), state: 'met', answeredAt: at('10:30') }] });
    expect(stopWaiting(met, at('11:00'), 'resolved').conversation).toEqual(met);
  });
});
