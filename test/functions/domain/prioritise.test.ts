import { expect, it } from 'vitest';
import { prioritise } from '../../../functions/domain/prioritise.ts';
import { aConversation, aPolicy, aPolicyBook, at, aWaitingConversation } from './desk.ts';

const soon = { firstResponse: 'PT1H', nextResponse: 'PT1H' };
const book = aPolicyBook(aPolicy({ id: 'high', match: { priority: 'high' }, targets: soon }), aPolicy());

it('counts the running clock by the policy that is now for it, from the same question', () => {
  const { conversation, events } = prioritise(aWaitingConversation(), 'high', book);
  expect(conversation.clocks).toMatchObject([{ id: 'c1', startedAt: at('10:00'), dueAt: at('11:00') }]);
  expect(events).toMatchObject([
    { name: 'conversation.prioritised', data: { priority: 'high', formerPriority: 'normal' } },
    { name: 'clock.moved', data: { dueAt: at('11:00') } },
  ]);
});

it('moves it back again', () => {
  const { conversation } = prioritise(aWaitingConversation(), 'high', book);
  expect(prioritise(conversation, 'normal', book).conversation.clocks).toMatchObject([
    { dueAt: at('12:00') },
  ]);
});

it('starts no clock where nobody waits', () => {
  expect(prioritise(aConversation(), 'high', book).conversation).toEqual(aConversation({ priority: 'high' }));
});
