import { describe, expect, it } from 'vitest';
import { startClock } from '../../../functions/domain/clock.ts';
import { spell } from '../../../functions/domain/deadline-reason.ts';
import { aPolicy, aPolicyBook, at } from './desk.ts';

const office = aPolicy({
  id: 'office hours',
  calendar: {
    timeZone: 'Europe/Vienna',
    week: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
    holidays: [],
  },
});
const why = (policy = aPolicy(), startedAt = at('10:00')) =>
  startClock({
    id: 'c1',
    kind: 'firstResponse',
    startedAt,
    messageId: 'c-ada.m1',
    policy,
    book: aPolicyBook(),
  }).why;

describe('why a deadline is what it is', () => {
  it('names policy, target, message and calendar', () => {
    expect(why()).toMatchObject({
      policyId: 'test',
      target: 'PT2H',
      countedFrom: at('10:00'),
      messageId: 'c-ada.m1',
      calendar: '24x7',
      closedSeconds: 0,
    });
  });

  it.each([
    {
      name: 'around the clock',
      reason: why(),
      sentence:
        'The policy “test” allows 2 hours for a first response, counted from the oldest unanswered message. The time runs around the clock.',
    },
    {
      name: 'within one opening',
      reason: why(office, at('10:00')),
      sentence:
        'The policy “office hours” allows 2 hours for a first response, counted from the oldest unanswered message. Only opening hours (Europe/Vienna) count; closing time in between: none.',
    },
    {
      name: 'over a weekend',
      reason: why(office, at('15:30')),
      sentence:
        'The policy “office hours” allows 2 hours for a first response, counted from the oldest unanswered message. Only opening hours (Europe/Vienna) count; closing time in between: 2 days 16 hours.',
    },
  ])('says it in a sentence: $name', ({ reason, sentence }) => {
    expect(reason.sentence).toBe(sentence);
  });

  it('counts the closed seconds between start and deadline', () => {
    expect(why(office, at('15:30')).closedSeconds).toBe((2 * 24 + 16) * 3600);
  });
});

describe('spell', () => {
  it.each([
    [0, 'no time'],
    [-5, 'no time'],
    [1, '1 second'],
    [20, '20 seconds'],
    [60, '1 minute'],
    [3661, '1 hour 1 minute 1 second'],
    [7200, '2 hours'],
    [93_600, '1 day 2 hours'],
    [172_800, '2 days'],
  ])('%d seconds are “%s”', (seconds, words) => {
    expect(spell(seconds)).toBe(words);
  });
});
