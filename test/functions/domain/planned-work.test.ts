import { expect, it } from 'vitest';
import { messagesOf, PlannedWork, workId } from '../../../functions/domain/planned-work.ts';
import { later, NOW } from './sample-broadcast.ts';

const planned = PlannedWork.parse({
  title: 'New booking system',
  startsAt: later(2 * 86_400),
  endsAt: later(2 * 86_400 + 7200),
  affected: ['booking'],
  messages: { before: 'Tomorrow we work.', start: 'We work now.', end: 'We are done.' },
  audiences: ['status', 'x'],
});

it('says something a day before, when it begins and when it is over', () => {
  const messages = messagesOf(planned, NOW);
  expect(messages.map(({ name, publishAt, text }) => [name, publishAt, text])).toEqual([
    ['before', later(86_400), 'Tomorrow we work.'],
    ['start', planned.startsAt, 'We work now.'],
    ['end', planned.endsAt, 'We are done.'],
  ]);
  const { startsAt, endsAt } = planned;
  for (const message of messages) expect(message).toMatchObject({ startsAt, endsAt, affected: ['booking'] });
});

it('announces at once what begins sooner, and says nothing without words', () => {
  const soon = { ...planned, startsAt: later(600), messages: { before: 'Soon.' } };
  expect(messagesOf(soon, NOW)).toMatchObject([
    { name: 'before', publishAt: NOW, meantFor: later(600 - 86_400) },
  ]);
});

it('has one name for all that is said of the same work', () => {
  expect(workId(planned.startsAt, ['a', 'b'])).toBe(workId(planned.startsAt, ['a', 'b']));
  expect(workId(planned.startsAt, ['a'])).not.toBe(workId(planned.endsAt, ['a']));
});
