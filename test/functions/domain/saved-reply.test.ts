import { expect, it } from 'vitest';
import { SavedReplyBook } from '../../../functions/domain/saved-reply.ts';

const reply = (text: string, id = 'hello') => ({ id, title: 'Hello', text });
const errorsOf = (...replies: object[]) =>
  SavedReplyBook.safeParse({ replies }).error?.issues.map(({ message }) => message) ?? [];

it('takes the placeholders that there are', () => {
  expect(errorsOf(reply('Dear {name} ({handle}), yours, {agent} :-} {}'))).toEqual([]);
});

it('refuses others, which would go out to customers as they are', () => {
  expect(errorsOf(reply('Dear {nmae} from {city}'))).toEqual([
    'has {nmae} {city}, which stands for nothing; there are {name}, {handle} and {agent}',
  ]);
});

it('has each reply once', () => {
  expect(errorsOf(reply('a'), reply('b'))).toEqual(['two replies have the same id']);
});
