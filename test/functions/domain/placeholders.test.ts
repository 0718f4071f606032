import { expect, it } from 'vitest';
import { filledFor, openPlaces } from '../../../functions/domain/placeholders.ts';

const asked = {
  unanswered: [],
  lastInboundAt: '2026-11-20T10:00:00.000Z',
  openedAt: '2026-11-19T10:00:00.000Z',
};
const ines = { ...asked, contact: { nativeId: '1', name: 'Ines Okoro', handle: 'ines' } };

it.each([
  {
    text: 'Hello {name}, you asked about {topic} on {asked}.',
    filled: 'Hello Ines, you asked about booking on 20 November.',
  },
  { text: '{handle}: fixed. {unknown} stays.', filled: '@ines: fixed. {unknown} stays.' },
])('fills in “$text”', ({ text, filled }) => {
  expect(filledFor(text, ines, 'booking')).toBe(filled);
});

it.each([
  { text: 'Nothing waits here.', isPersonal: false, open: [] },
  { text: '{what} fails, {name}.', isPersonal: true, open: ['{what}'] },
  { text: '{what} fails, {name}.', isPersonal: false, open: ['{what}', '{name}'] },
  { text: 'A face :-{ and } are no places.', isPersonal: false, open: [] },
])('leaves open in “$text”, read by one person: $isPersonal', ({ text, isPersonal, open }) => {
  expect(openPlaces(text, isPersonal)).toEqual(open);
});

it('names the oldest question, and calls by handle or not at all who has no name', () => {
  const person = { ...asked, contact: { nativeId: '1', handle: 'ines' } };
  const unanswered = [{ messageId: 'm', at: '2026-11-18T23:59:00.000Z' }];
  expect(filledFor('{name} {asked}', { ...person, unanswered }, '')).toBe('ines 18 November');
  expect(filledFor('Hi {name} {handle}', { ...person, contact: { nativeId: '1' } }, '')).toBe(
    'Hi there there',
  );
});

it('takes a name for words, whatever it looks like', () => {
  const odd = { ...ines, contact: { nativeId: '1', name: '{topic}' } };
  expect(filledFor('Hello {name}', odd, 'booking')).toBe('Hello {topic}');
});
