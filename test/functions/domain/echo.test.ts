import { describe, expect, it } from 'vitest';
import { echoed } from '../../../functions/domain/echo.ts';
import type { MessageEvent } from '../../../functions/domain/inbound-event.ts';
import type { Message, MessageState, Outbound } from '../../../functions/domain/message.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { aDeparture } from './departures.ts';
import { anAnswerEvent, at } from './desk.ts';

/** An answer to `m1` that is being sent since 10:30, unless it says otherwise. */
function departing(
  message: Partial<Message> = {},
  outbound: Partial<Outbound> = {},
  state: MessageState = 'sending',
): Departure {
  return aDeparture(state, { attempts: 1, attemptedAt: at('10:30'), ...outbound }, { message });
}

/** The platform shows an answer of ours to `m1`, made at 10:30:01. */
const echo = (changes: Partial<MessageEvent> = {}) => anAnswerEvent({ at: at('10:30:01'), ...changes });
const idOf = (event: MessageEvent, ...candidates: Departure[]) => echoed(event, candidates)?.message.id;

const texts: { name: string; sent: string; shown: string; same: boolean }[] = [
  { name: 'the same words', sent: 'We look into it.', shown: 'We look into it.', same: true },
  { name: 'other words', sent: 'We look into it.', shown: 'We look into it!', same: false },
  { name: 'handles put in front', sent: 'Sorry!', shown: '@ada_l @grace Sorry!', same: true },
  { name: 'handles that we wrote ourselves', sent: '@ada_l Sorry!', shown: '@ada_l Sorry!', same: true },
  { name: 'a handle in the middle', sent: 'Ask @grace', shown: 'Ask @ada_l', same: false },
  {
    name: 'a shortened link',
    sent: 'See https://example.com/help?a=1 for more',
    shown: 'See https://t.co/abc for more',
    same: true,
  },
  {
    name: 'the link to a picture after it',
    sent: 'Here it is',
    shown: 'Here it is https://t.co/pic',
    same: true,
  },
  {
    name: 'the link of an invitation after it',
    sent: 'Write to us',
    shown: 'Write to us https://t.co/dm',
    same: true,
  },
  {
    name: 'a link in other words',
    sent: 'See https://example.com',
    shown: 'Look https://t.co/abc',
    same: false,
  },
  { name: 'other white space', sent: 'One\r\n\r\ntwo  three ', shown: 'One\ntwo three', same: true },
  { name: 'composed and decomposed letters', sent: 'Jos\u00e9', shown: 'Jose\u0301', same: true },
  { name: 'a picture alone', sent: '', shown: 'https://t.co/pic', same: true },
  { name: 'a part of the words', sent: 'Sorry! We look into it.', shown: 'Sorry!', same: false },
];

describe('an echo without our reference', () => {
  it.each(texts)('is known by its words: $name', ({ sent, shown, same }) => {
    expect(idOf(echo({ text: shown }), departing({ text: sent }))).toBe(same ? 'c-ada.r1' : undefined);
  });

  const places: { name: string; event?: Partial<MessageEvent>; candidate: Departure; same: boolean }[] = [
    { name: 'where the message is going', candidate: departing(), same: true },
    { name: 'in private', event: { visibility: 'private' }, candidate: departing(), same: false },
    { name: 'at another message', event: { inReplyTo: 'm2' }, candidate: departing(), same: false },
    {
      name: 'at no message that it names',
      event: { inReplyTo: undefined },
      candidate: departing(),
      same: true,
    },
    {
      name: 'under what our question answers',
      event: { inReplyTo: 'm0' },
      candidate: departing({}, { under: 'm0' }),
      same: true,
    },
    { name: 'before the attempt', event: { at: at('10:29:54') }, candidate: departing(), same: false },
    {
      name: 'in the second of the attempt, by a clock of whole seconds',
      event: { at: at('10:30') },
      candidate: departing({}, { attemptedAt: at('10:30:00.900') }),
      same: true,
    },
  ];

  it.each(places)('is known by its place and time: $name', ({ event, candidate, same }) => {
    expect(idOf(echo(event), candidate)).toBe(same ? 'c-ada.r1' : undefined);
  });

  const states: {
    state: MessageState;
    outbound?: Partial<Outbound>;
    message?: Partial<Message>;
    same: boolean;
  }[] = [
    { state: 'sending', same: true },
    { state: 'unconfirmed', same: true },
    { state: 'queued', outbound: { attempts: 1 }, same: true },
    { state: 'queued', outbound: { attempts: 0, attemptedAt: undefined }, same: false },
    { state: 'scheduled', outbound: { attempts: 0, attemptedAt: undefined }, same: false },
    { state: 'failed', same: false },
    { state: 'cancelled', outbound: { attempts: 0, attemptedAt: undefined }, same: false },
    { state: 'held', same: false },
    { state: 'sent', message: { nativeId: 'n0' }, same: false },
    { state: 'sending', message: { nativeId: 'n0' }, same: false },
  ];

  it.each(states)(
    'is of one that may be on its way: $state $outbound $message',
    ({ state, outbound, message, same }) => {
      expect(idOf(echo(), departing(message, outbound, state))).toBe(same ? 'c-ada.r1' : undefined);
    },
  );

  it('is of the latest of equal ones that had been sent by then', () => {
    const first = departing({ id: 'c-ada.r1' }, { attemptedAt: at('10:30') }, 'unconfirmed');
    const second = departing({ id: 'c-ada.r2' }, { attemptedAt: at('10:31') });
    expect(idOf(echo({ at: at('10:31:01') }), first, second)).toBe('c-ada.r2');
    expect(idOf(echo({ at: at('10:31:01') }), second, first)).toBe('c-ada.r2');
    expect(idOf(echo({ at: at('10:30:01') }), first, second)).toBe('c-ada.r1');
  });

  it('is of the other of two equal ones when one has had its echo', () => {
    const first = departing({ id: 'c-ada.r1' }, { attemptedAt: at('10:30') }, 'unconfirmed');
    const second = departing({ id: 'c-ada.r2', nativeId: 'n2' }, { attemptedAt: at('10:31') }, 'sent');
    expect(idOf(echo({ at: at('10:31:02') }), first, second)).toBe('c-ada.r1');
  });
});

describe('an echo with our reference', () => {
  it('is of the message that it names, whatever became of that and whatever it says', () => {
    const others = [departing({ id: 'c-ada.r2' })];
    for (const state of ['sending', 'unconfirmed', 'queued', 'held', 'failed', 'cancelled'] as const) {
      const named = departing({ text: 'Something else' }, {}, state);
      expect(idOf(echo({ clientReference: 'c-ada.r1' }), ...others, named)).toBe('c-ada.r1');
    }
  });

  it('is of no other, though one says the same', () => {
    expect(idOf(echo({ clientReference: 'c-ada.r9' }), departing())).toBeUndefined();
    expect(idOf(echo({ clientReference: 'another app' }), departing())).toBeUndefined();
  });

  it('is of no message that has its id already', () => {
    const sent = departing({ nativeId: 'n1' }, {}, 'sent');
    expect(idOf(echo({ clientReference: 'c-ada.r1' }), sent)).toBeUndefined();
  });
});
