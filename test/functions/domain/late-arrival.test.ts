import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { answer, waitFor } from '../../../functions/domain/waiting.ts';
import { aConversation, aPolicy, aPolicyBook, at } from './desk.ts';

/*
 * `m` is a message of the person and `a` an answer of ours, each at a time; they arrive in the order in which they stand.
 * A first response may take two hours, every later one four.
 */
const book = aPolicyBook(aPolicy());

function arrive(arrivals: string): { conversation: Conversation; events: string[] } {
  const events: string[] = [];
  const conversation = arrivals.split(', ').reduce((sum, arrival) => {
    const [who, time = ''] = arrival.split(' ');
    const question = { messageId: `c-ada.${time}`, at: at(time) };
    const outcome = who === 'm' ? waitFor(sum, question, book) : answer(sum, at(time), book);
    events.splice(0, events.length, ...outcome.events.map(({ name }) => name));
    return outcome.conversation;
  }, aConversation());
  return { conversation, events };
}

const clocks = ({ clocks: all }: Conversation) =>
  all.map(({ kind, state, startedAt, answeredAt }) =>
    [kind, state, startedAt.slice(11, 16), answeredAt?.slice(11, 16) ?? 'waits'].join(' '),
  );

describe('what arrives late', () => {
  it.each([
    {
      name: 'a question whose answer came first is answered, as a first response',
      arrivals: 'a 10:30, m 10:00',
      clocks: ['firstResponse met 10:00 10:30'],
      events: ['clock.started', 'clock.met'],
    },
    {
      name: 'the same, answered too late',
      arrivals: 'a 12:30, m 10:00',
      clocks: ['firstResponse breached 10:00 12:30'],
      events: ['clock.started', 'clock.ended'],
    },
    {
      name: 'a question before an answered one shows that the person had waited longer',
      arrivals: 'm 10:00, a 11:00, m 08:30',
      clocks: ['firstResponse breached 08:30 11:00'],
      events: ['clock.moved', 'clock.ended'],
    },
    {
      name: 'a question within an answered waiting changes nothing',
      arrivals: 'm 10:00, a 11:00, m 10:30',
      clocks: ['firstResponse met 10:00 11:00'],
      events: [],
    },
    {
      name: 'a question between two answers was answered by the second',
      arrivals: 'm 10:00, a 11:00, a 11:30, m 11:10',
      clocks: ['firstResponse met 10:00 11:00', 'nextResponse met 11:10 11:30'],
      events: ['clock.started', 'clock.met'],
    },
    {
      name: 'a question of the answer’s own instant was answered by it',
      arrivals: 'm 10:00, a 11:00, m 11:00',
      clocks: ['firstResponse met 10:00 11:00'],
      events: [],
    },
    {
      name: 'the earlier of two answers is the response, and makes it one in time',
      arrivals: 'm 10:00, a 12:30, a 11:50',
      clocks: ['firstResponse met 10:00 11:50'],
      events: ['clock.met'],
    },
    {
      name: 'an earlier answer that changes no verdict is not told again',
      arrivals: 'm 10:00, a 11:30, a 11:00',
      clocks: ['firstResponse met 10:00 11:00'],
      events: [],
    },
    {
      name: 'an answer before the question was asked makes it wait for the next response',
      arrivals: 'm 10:00, a 09:00',
      clocks: ['nextResponse running 10:00 waits'],
      events: ['clock.moved'],
    },
    {
      name: 'the same when it was answered meanwhile',
      arrivals: 'm 10:00, a 12:30, a 09:00',
      clocks: ['nextResponse met 10:00 12:30'],
      events: ['clock.moved', 'clock.met'],
    },
    {
      name: 'the whole first exchange may come last',
      arrivals: 'm 10:00, a 09:00, m 08:00',
      clocks: ['firstResponse met 08:00 09:00', 'nextResponse running 10:00 waits'],
      events: ['clock.started', 'clock.met'],
    },
  ])('$name', ({ arrivals, clocks: expected, events }) => {
    const result = arrive(arrivals);
    expect(clocks(result.conversation)).toEqual(expected);
    expect(result.events).toEqual(events);
  });

  it('counts the deadline anew when the target is another', () => {
    expect(arrive('m 10:00, a 09:00').conversation.clocks[0]?.dueAt).toBe(at('14:00'));
  });
});
