import { describe, expect, it } from 'vitest';
import { isOfUse } from '../../../functions/domain/acknowledgement.ts';
import type { Change } from '../../../functions/domain/change.ts';
import type { Cause } from '../../../functions/domain/decision.ts';
import type { MessageEvent } from '../../../functions/domain/inbound-event.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import { aDeparture } from './departures.ts';
import { aCause, aConversation, aMessageEvent, aPolicy, aPolicyBook, at } from './desk.ts';

const office = {
  timeZone: 'Europe/Berlin',
  week: { mon: [['09:00', '17:00']], fri: [['09:00', '12:00']] },
  holidays: [],
} satisfies Policy['calendar'];
const text = 'Thank you. You hear from us by {due}.';

interface Row {
  event?: Partial<MessageEvent>;
  policy?: Partial<Policy>;
  cause?: Partial<Cause>;
  says: string | undefined;
}

/** Ada writes privately on a Friday at 14:00 UTC, when the office has been closed since noon, and the policy has words for that. */
function wordsTo({ event, policy, cause }: Omit<Row, 'says'>): Change {
  const book = aPolicyBook(aPolicy({ calendar: office, acknowledgement: { text }, ...policy }));
  const said = aMessageEvent({ at: at('14:00'), visibility: 'private', text: 'Where is my card?', ...event });
  const change = receiveMessage(said, {}, aCause({ now: at('14:00:05'), policies: book, ...cause }));
  if (!change) throw new Error('A new message changes something.');
  return change;
}

describe('an automatic acknowledgement', () => {
  const rows: Record<string, Row> = {
    'goes to who writes privately while we are closed': {
      says: 'Thank you. You hear from us by Monday 23 November at 11:00.',
    },
    'stays away while we are open and keep up': { policy: { calendar: '24x7' }, says: undefined },
    'goes out while we are open and others wait too long': {
      policy: { calendar: '24x7' },
      cause: { behind: true },
      says: 'Thank you. You hear from us by Friday 20 November at 16:00.',
    },
    'stays away when the policy has no words': { policy: { acknowledgement: undefined }, says: undefined },
    'stays away in public unless the policy wants it there': {
      event: { visibility: 'public' },
      says: undefined,
    },
    'stays away in public from somebody who did not call for us': {
      event: { visibility: 'public', addressesUs: false },
      policy: { acknowledgement: { text, inPublic: true } },
      says: undefined,
    },
    'answers a public question where the policy wants it': {
      event: { visibility: 'public' },
      policy: { acknowledgement: { text, inPublic: true } },
      says: 'Thank you. You hear from us by Monday 23 November at 11:00.',
    },
    'never answers public praise': {
      event: { visibility: 'public', text: 'Best desk ever, thank you!' },
      policy: { acknowledgement: { text, inPublic: true } },
      says: undefined,
    },
    'says nothing about a message that reached us an hour late': {
      cause: { now: at('15:00:01') },
      says: undefined,
    },
  };

  it.each(Object.entries(rows))('%s', (_, { says, ...row }) => {
    const words = wordsTo(row).newMessages.filter(({ outbound }) => outbound?.automatic);
    expect(words.map((message) => message.text)).toEqual(says === undefined ? [] : [says]);
  });

  it('stops no clock and is no answer', () => {
    const after = wordsTo({}).conversation?.after;
    expect(after?.unanswered).toHaveLength(1);
    expect(after?.clocks.map(({ state }) => state)).toEqual(['running']);
    expect(after?.preview).toBe('Where is my card?');
  });

  it('comes once for each waiting', () => {
    const first = wordsTo({}).conversation?.after;
    const book = aPolicyBook(aPolicy({ calendar: office, acknowledgement: { text } }));
    const again = aMessageEvent({ at: at('14:01'), visibility: 'private', nativeId: 'm2', text: 'Hello?' });
    const change = receiveMessage(again, { current: first }, aCause({ now: at('14:01:05'), policies: book }));
    expect(change?.newMessages.map(({ direction }) => direction)).toEqual(['inbound']);
  });
});

describe('automatic words that waited', () => {
  const words = aDeparture('queued', { automatic: true }, { message: { at: at('14:00') } }).message;
  const rows: { name: string; message?: typeof words; lastAnswerAt?: string; now: string; use: boolean }[] = [
    { name: 'leave within the hour', now: at('14:59:59'), use: true },
    { name: 'come too late after it', now: at('15:00'), use: false },
    { name: 'leave though we had answered before', lastAnswerAt: at('13:00'), now: at('14:01'), use: true },
    { name: 'are overtaken by an answer', lastAnswerAt: at('14:00:30'), now: at('14:01'), use: false },
    {
      name: 'are no words of a person, which always leave',
      message: aDeparture('queued', {}, { message: { at: at('14:00') } }).message,
      lastAnswerAt: at('14:00'),
      now: at('+3 15:00'),
      use: true,
    },
  ];

  it.each(rows)('$name', ({ message = words, lastAnswerAt, now, use }) => {
    const conversation = aConversation(lastAnswerAt === undefined ? {} : { lastAnswerAt });
    expect(isOfUse(message, conversation, now)).toBe(use);
  });
});
