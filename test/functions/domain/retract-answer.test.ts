import { describe, expect, it } from 'vitest';
import { type Conversation, waitingClock } from '../../../functions/domain/conversation.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import {
  type Aftermath,
  retractAnswer,
  type Stopped,
  stoppedBy,
} from '../../../functions/domain/retract-answer.ts';
import { answer, waitFor } from '../../../functions/domain/waiting.ts';
import {
  aConversation,
  announced,
  aPolicy,
  aPolicyBook,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const book = aPolicyBook(aPolicy());
const retract = (conversation: Conversation, stopped: Stopped, aftermath: Partial<Aftermath> = {}) =>
  retractAnswer(conversation, stopped, { late: [], gone: [], policies: book, ...aftermath });
const ask = (conversation: Conversation, id: string, time: string) =>
  waitFor(conversation, { messageId: `c-ada.${id}`, at: at(time) }, book).conversation;
const answerAt = (conversation: Conversation, time: string) => ({
  stopped: stoppedBy(conversation, at(time)),
  answered: answer(conversation, at(time), book).conversation,
});

describe('an answer that never left', () => {
  it('lets who waited wait on, as if it had never been written', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation, events } = retract(answered, stopped);
    expect(conversation).toEqual(aWaitingConversation());
    expect(events.map(({ name }) => name)).toEqual(['clock.started']);
  });

  it('lets fall due what fell due meanwhile', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation } = retract(answered, stopped);
    expect(announced(fallDue(conversation, at('12:20')))).toEqual(['clock.breached', 'clock.escalated']);
  });

  it('does not tell a breach twice', () => {
    const breached = conversationAfter(fallDue(aWaitingConversation(), at('12:00:01')));
    const { stopped, answered } = answerAt(breached, '12:05');
    const { conversation } = retract(answered, stopped);
    expect(waitingClock(conversation)?.state).toBe('breached');
    expect(fallDue(conversation, at('12:10'))).toBeUndefined();
  });

  it('keeps one clock when the person has written since', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation, events } = retract(ask(answered, 'm2', '11:30'), stopped);
    expect(conversation.clocks.map(({ id, startedAt }) => [id, startedAt])).toEqual([['c1', at('10:00')]]);
    expect(conversation.unanswered.map(({ messageId }) => messageId)).toEqual(['c-ada.m1', 'c-ada.m2']);
    expect(events.map(({ name }) => name)).toEqual(['clock.ended', 'clock.started']);
  });

  it('goes back to the answers before it', () => {
    const before = aWaitingConversation({ firstAnswerAt: at('08:00'), lastAnswerAt: at('09:00') });
    const { stopped, answered } = answerAt(before, '11:00');
    expect(retract(answered, stopped).conversation).toMatchObject({
      firstAnswerAt: at('08:00'),
      lastAnswerAt: at('09:00'),
    });
  });

  it('changes nothing when the conversation is resolved', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const conversation: Conversation = { ...answered, status: 'resolved' };
    expect(retract(conversation, stopped)).toEqual({ conversation, events: [] });
  });

  it.each([
    { name: 'in time', next: '11:30', state: 'met', events: [] },
    { name: 'too late', next: '12:30', state: 'breached', events: ['clock.ended'] },
  ])('leaves the person with the answer that came after it, $name', ({ next, state, events: told }) => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation, events } = retract(answer(answered, at(next), book).conversation, stopped);
    expect(conversation).toMatchObject({
      unanswered: [],
      clocks: [{ state, answeredAt: at(next) }],
      firstAnswerAt: at(next),
      lastAnswerAt: at(next),
    });
    expect(events.map(({ name }) => name)).toEqual(told);
  });

  it('makes nobody wait whom an earlier answer had answered that was heard of later', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation, events } = retract(answer(answered, at('10:30'), book).conversation, stopped);
    expect(conversation).toMatchObject({
      unanswered: [],
      clocks: [{ state: 'met', answeredAt: at('10:30') }],
      firstAnswerAt: at('10:30'),
      lastAnswerAt: at('10:30'),
    });
    expect(events).toEqual([]);
  });

  it('ends no waiting where nobody waited', () => {
    const { stopped, answered } = answerAt(aConversation(), '11:00');
    expect(stopped.questions).toEqual([]);
    expect(retract(answered, stopped)).toEqual({ conversation: aConversation(), events: [] });
  });

  it('lets wait who had spoken before it and was heard of only after it', () => {
    const { stopped, answered } = answerAt(aConversation(), '11:00');
    const late = { messageId: 'c-ada.m2', at: at('10:59:59') };
    const heard = waitFor(answered, late, book).conversation;
    const { conversation } = retract(heard, stopped, { late: [late] });
    expect(conversation).toMatchObject({
      unanswered: [late],
      clocks: [{ kind: 'firstResponse', state: 'running', startedAt: at('10:59:59') }],
    });
    expect(conversation).not.toHaveProperty('lastAnswerAt');
  });

  it('lets what was asked since wait for the first response, if there was none after all', () => {
    const { stopped, answered } = answerAt(aConversation(), '11:00');
    const { conversation, events } = retract(ask(answered, 'm2', '11:30'), stopped);
    const [clock] = ask(aConversation(), 'm2', '11:30').clocks;
    expect(conversation.clocks).toEqual([clock]);
    expect(events.map(({ name }) => name)).toEqual(['clock.moved']);
  });

  it('makes nobody wait for an answer to what they took back since', () => {
    const { stopped, answered } = answerAt(aWaitingConversation(), '11:00');
    const { conversation } = retract(answered, stopped, { gone: ['c-ada.m1'] });
    expect(conversation.unanswered).toEqual([]);
    expect(waitingClock(conversation)).toBeUndefined();
  });

  it('counts from the oldest question that its author did not take back', () => {
    const { stopped, answered } = answerAt(ask(aWaitingConversation(), 'm2', '10:30'), '11:00');
    const { conversation } = retract(answered, stopped, { gone: ['c-ada.m1'] });
    expect(conversation.unanswered.map(({ messageId }) => messageId)).toEqual(['c-ada.m2']);
    expect(waitingClock(conversation)).toMatchObject({ id: 'c1', startedAt: at('10:30') });
  });
});
