import { describe, expect, it } from 'vitest';
import { answerClock } from '../../../functions/domain/clock.ts';
import {
  answeredEvent,
  clockEvent,
  compareQuestions,
  episodeOf,
  nextClockId,
  questionOf,
} from '../../../functions/domain/episode.ts';
import { aClock, aConversation, aPolicy, aPolicyBook, at } from './desk.ts';

const question = { messageId: 'c-ada.m1', at: at('10:00') };
const book = aPolicyBook(
  aPolicy({ id: 'private', match: { visibility: 'private' } }),
  aPolicy({ id: 'rest' }),
);

describe('episodeOf', () => {
  it.each([
    { name: 'nobody has answered yet', firstAnswerAt: undefined, kind: 'firstResponse' },
    { name: 'we answered before', firstAnswerAt: at('09:59:59.999'), kind: 'nextResponse' },
    { name: 'we answered at that instant', firstAnswerAt: at('10:00'), kind: 'firstResponse' },
    { name: 'we answered afterwards', firstAnswerAt: at('10:30'), kind: 'firstResponse' },
  ])('knows which response it waits for: $name', ({ firstAnswerAt, kind }) => {
    const conversation = aConversation(firstAnswerAt === undefined ? {} : { firstAnswerAt });
    expect(episodeOf('c1', question, conversation, book).kind).toBe(kind);
  });

  it.each([
    { name: 'where it was asked', asked: 'private' as const, spoke: 'public' as const, id: 'private' },
    {
      name: 'where the person spoke last, if that is not known',
      asked: undefined,
      spoke: 'private' as const,
      id: 'private',
    },
    {
      name: 'not where the person spoke later',
      asked: 'public' as const,
      spoke: 'private' as const,
      id: 'rest',
    },
  ])('takes the policy of $name', ({ asked, spoke, id }) => {
    const episode = episodeOf(
      'c1',
      { ...question, visibility: asked },
      aConversation({ visibility: spoke }),
      book,
    );
    expect(episode.policy.id).toBe(id);
  });
});

describe('questions', () => {
  it('are ordered by time, then by id', () => {
    const later = { messageId: 'c-ada.m0', at: at('10:01') };
    const twin = { messageId: 'c-ada.m2', at: at('10:00') };
    expect([later, twin, question].sort(compareQuestions)).toEqual([question, twin, later]);
  });

  it('are what a clock counts from', () => {
    expect(questionOf(aClock())).toEqual(question);
  });
});

describe('what is told of a clock', () => {
  it('names it after those that were', () => {
    expect(nextClockId(aConversation())).toBe('c1');
    expect(nextClockId(aConversation({ clockCount: 9 }))).toBe('c10');
  });

  it('is when it runs and until when', () => {
    expect(clockEvent('clock.started', aClock(), aConversation())).toEqual({
      name: 'clock.started',
      data: {
        clockId: 'c1',
        kind: 'firstResponse',
        startedAt: at('10:00'),
        dueAt: at('12:00'),
        channel: 'x',
      },
    });
  });

  it.each([
    { name: 'met', answeredAt: at('12:00'), event: 'clock.met' },
    { name: 'answered late', answeredAt: at('12:01'), event: 'clock.ended' },
  ])('is how it ended: $name', ({ answeredAt, event }) => {
    expect(answeredEvent(answerClock(aClock(), answeredAt), answeredAt).name).toBe(event);
  });
});
