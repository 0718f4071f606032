import { describe, expect, it } from 'vitest';
import type { Change } from '../../../functions/domain/change.ts';
import type { Message, MessageState, Outbound } from '../../../functions/domain/message.ts';
import {
  accountName,
  delayed,
  departed,
  failed,
  held,
  isToBeLookedFor,
  messageDueAt,
  overtaken,
  postponed,
  SEND_LEASE,
  takeDeparture,
  unconfirmed,
} from '../../../functions/domain/outbound.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { aDeparture, aMoment, anAftermath, aRefusal } from './departures.ts';
import {
  aCause,
  announced,
  aReply,
  at,
  aWaitingConversation,
  conversationAfter,
  decided,
  plus,
} from './desk.ts';

const NOW = at('10:31');
const seconds = (count: number) => plus(NOW, count * 1000);

/** The one message that a change writes. */
function written(change: Change | undefined): Message {
  const [message, ...others] = decided(change).changedMessages;
  if (!message || others.length > 0) throw new Error('The change does not write one message.');
  return message;
}

/** A message as a change leaves it, to go on with. */
function next(departure: Departure, change: Change | undefined): Departure {
  const message = written(change);
  return {
    conversation: conversationAfter(change),
    message: { ...message, outbound: message.outbound ?? departure.message.outbound },
  };
}

describe('taking up a message', () => {
  const rows: { name: string; state: MessageState; outbound?: Partial<Outbound>; take: string }[] = [
    { name: 'a queued one that is due', state: 'queued', outbound: { leavesAt: NOW }, take: 'send' },
    {
      name: 'a queued one that can still be taken back',
      state: 'queued',
      outbound: { leavesAt: plus(NOW, 1) },
      take: 'leave',
    },
    { name: 'a scheduled one', state: 'scheduled', take: 'leave' },
    {
      name: 'one that another worker is at',
      state: 'sending',
      outbound: { leasedUntil: plus(NOW, 1) },
      take: 'wait',
    },
    {
      name: 'one whose worker died',
      state: 'sending',
      outbound: { leasedUntil: NOW, attemptedAt: at('10:29'), attempts: 1 },
      take: 'look',
    },
    {
      name: 'an unconfirmed one that is due for a look',
      state: 'unconfirmed',
      outbound: { looks: 1 },
      take: 'look',
    },
    {
      name: 'an unconfirmed one before its last look',
      state: 'unconfirmed',
      outbound: { looks: 5 },
      take: 'look',
    },
    {
      name: 'an unconfirmed one whose look is not due',
      state: 'unconfirmed',
      outbound: { looks: 1, leavesAt: plus(NOW, 1) },
      take: 'leave',
    },
    {
      name: 'an unconfirmed one after all looks',
      state: 'unconfirmed',
      outbound: { looks: 6 },
      take: 'leave',
    },
    {
      name: 'an unconfirmed one that somebody dealt with',
      state: 'unconfirmed',
      outbound: { looks: 1, handledBy: 'agent-2' },
      take: 'leave',
    },
    { name: 'a held one', state: 'held', take: 'leave' },
    { name: 'a failed one', state: 'failed', take: 'leave' },
    { name: 'a cancelled one', state: 'cancelled', take: 'leave' },
    { name: 'a sent one', state: 'sent', take: 'leave' },
    { name: 'a delivered one', state: 'delivered', take: 'leave' },
    { name: 'a read one', state: 'read', take: 'leave' },
  ];

  it.each(rows)('$name: $take', ({ state, outbound, take }) => {
    expect(takeDeparture(aDeparture(state, outbound), aMoment()).take).toBe(take);
  });

  it('claims it until the lease ends, for one worker alone', () => {
    const departure = aDeparture('queued', { turn: 'budget' });
    const taken = takeDeparture(departure, aMoment());
    if (taken.take !== 'send') throw new Error(taken.take);
    const claimed = next(departure, taken.change);
    expect(claimed.message).toMatchObject({
      state: 'sending',
      outbound: { attempts: 1, attemptedAt: NOW, looks: 0, leasedUntil: seconds(SEND_LEASE) },
    });
    expect(claimed.message.outbound).not.toHaveProperty('turn');
    expect(announced(taken.change)).toEqual([]);
    const lastInstant = aMoment({ now: plus(seconds(SEND_LEASE), -1) });
    expect(takeDeparture(claimed, lastInstant)).toEqual({ take: 'wait' });
    expect(takeDeparture(claimed, aMoment({ now: seconds(SEND_LEASE) })).take).toBe('look');
  });

  it('looks for what is younger than the attempt, and counts no further attempt', () => {
    const departure = aDeparture('unconfirmed', { attempts: 3, attemptedAt: at('10:20'), looks: 2 });
    const taken = takeDeparture(departure, aMoment());
    if (taken.take !== 'look') throw new Error(taken.take);
    expect(taken.since).toBe(at('10:20'));
    expect(written(taken.change)).toMatchObject({
      state: 'sending',
      outbound: { attempts: 3, attemptedAt: at('10:20'), looks: 2, leasedUntil: seconds(SEND_LEASE) },
    });
  });
});

describe('what became of an attempt', () => {
  const attempted = aDeparture('sending', {
    attempts: 1,
    attemptedAt: NOW,
    looks: 0,
    leasedUntil: seconds(SEND_LEASE),
  });

  it('sent: it is known by the platform’s id from now on', () => {
    const change = departed(attempted, 'n1', aMoment());
    expect(written(change)).toMatchObject({ state: 'sent', nativeId: 'n1' });
    expect(written(change).outbound).not.toHaveProperty('leasedUntil');
    expect(change.newReferences).toEqual([
      { nativeId: 'n1', conversationId: 'c-ada', messageId: 'c-ada.r1' },
    ]);
    expect(announced(change)).toEqual(['message.sent']);
  });

  it('refused for now: it waits for as long as the platform says', () => {
    const change = postponed(attempted, { refusal: aRefusal(), afterSeconds: 900 }, aMoment(), anAftermath());
    expect(written(change)).toMatchObject({
      state: 'queued',
      outbound: { leavesAt: seconds(900), refusal: { code: 'x:trouble' } },
    });
    expect(written(change).outbound).not.toHaveProperty('leasedUntil');
    expect(announced(change)).toEqual([]);
  });

  it('refused again and again: it waits longer and longer, and fails after more than two hours', () => {
    const waits: number[] = [];
    let departure = attempted;
    let now = NOW;
    for (let attempt = 1; attempt <= 20 && departure.message.state !== 'failed'; attempt += 1) {
      const tried = { ...departure.message, outbound: { ...departure.message.outbound, attempts: attempt } };
      const outcome = { refusal: aRefusal(), afterSeconds: 0 };
      const change = postponed({ ...departure, message: tried }, outcome, aMoment({ now }), anAftermath());
      departure = next(departure, change);
      const { leavesAt } = departure.message.outbound;
      if (departure.message.state === 'queued') waits.push((Date.parse(leavesAt) - Date.parse(now)) / 1000);
      now = leavesAt;
    }
    expect(departure.message.state).toBe('failed');
    expect(waits).toHaveLength(11);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBeLessThanOrEqual(1);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(7200);
  });

  it('not its turn: it waits without having been tried', () => {
    const change = delayed(aDeparture('queued', { attempts: 2 }), 7, aMoment(), 'budget');
    expect(written(change)).toMatchObject({
      state: 'queued',
      outbound: { attempts: 2, leavesAt: seconds(7), turn: 'budget' },
    });
    expect(written(delayed(aDeparture(), 7, aMoment())).outbound).not.toHaveProperty('turn');
  });

  it('its account is held: it waits for that account', () => {
    const change = held(attempted, aRefusal({ code: 'x:unauthorized' }), aMoment());
    expect(written(change)).toMatchObject({
      state: 'held',
      outbound: { heldFor: 'x#desk-1', refusal: { code: 'x:unauthorized' } },
    });
    expect(change.events).toMatchObject([{ name: 'message.held', data: { reason: 'x:unauthorized' } }]);
  });

  it('failed: the person waits again, and the inbox forgets our words', () => {
    const waiting = aWaitingConversation();
    const reply = replyTo(waiting, aReply(), aCause({ now: at('10:30') }));
    const [message] = reply.newMessages;
    const { outbound } = message;
    if (!outbound) throw new Error('no way out');
    const departure = { conversation: conversationAfter(reply), message: { ...message, outbound } };
    const change = failed(departure, aRefusal({ code: 'x:dm-closed' }), aMoment(), anAftermath());
    expect(written(change)).toMatchObject({
      state: 'failed',
      outbound: { refusal: { code: 'x:dm-closed' } },
    });
    expect(announced(change)).toEqual(['message.failed', 'clock.started']);
    expect(conversationAfter(change)).toEqual({ ...waiting, messageCount: waiting.messageCount + 1 });
  });

  it('overtaken: automatic words that nobody waited for are dropped', () => {
    const change = overtaken(aDeparture('queued', { automatic: true }), aMoment());
    expect(written(change).state).toBe('cancelled');
    expect(announced(change)).toEqual(['message.cancelled']);
  });

  it('uncertain: it is looked for five times, each after a longer while, and told once', () => {
    const waits: number[] = [];
    const told: string[] = [];
    let departure = attempted;
    let now = NOW;
    for (let look = 0; look < 20; look += 1) {
      const change = unconfirmed(departure, aRefusal(), aMoment({ now }));
      told.push(...announced(change));
      departure = next(departure, change);
      if (!isToBeLookedFor(departure.message)) break;
      waits.push((Date.parse(departure.message.outbound.leavesAt) - Date.parse(now)) / 1000);
      now = departure.message.outbound.leavesAt;
      const taken = takeDeparture(departure, aMoment({ now }));
      if (taken.take !== 'look') throw new Error(taken.take);
      departure = next(departure, taken.change);
    }
    expect(waits).toEqual([3, 10, 30, 120, 600]);
    expect(told).toEqual(['message.unconfirmed']);
    expect(departure.message.state).toBe('unconfirmed');
    expect(messageDueAt(departure.message)).toBeUndefined();
  });

  it('uncertain once more after another attempt: the looks begin anew', () => {
    const again = aDeparture('queued', { attempts: 1, looks: 3, attemptedAt: at('10:29') });
    const taken = takeDeparture(again, aMoment());
    if (taken.take !== 'send') throw new Error(taken.take);
    const change = unconfirmed(next(again, taken.change), aRefusal(), aMoment());
    expect(written(change).outbound).toMatchObject({ attempts: 2, looks: 1, leavesAt: seconds(3) });
    expect(announced(change)).toEqual(['message.unconfirmed']);
  });
});

describe('when a message needs a look by itself', () => {
  const LEASE = at('10:32');
  const rows: { state: MessageState; outbound?: Partial<Outbound>; due: string | undefined }[] = [
    { state: 'scheduled', due: at('10:30') },
    { state: 'queued', due: at('10:30') },
    { state: 'sending', outbound: { leasedUntil: LEASE }, due: LEASE },
    { state: 'unconfirmed', outbound: { looks: 5 }, due: at('10:30') },
    { state: 'unconfirmed', outbound: { looks: 6 }, due: undefined },
    { state: 'unconfirmed', outbound: { looks: 1, handledBy: 'agent-2' }, due: undefined },
    { state: 'held', due: undefined },
    { state: 'failed', due: undefined },
    { state: 'cancelled', due: undefined },
    { state: 'sent', due: undefined },
    { state: 'delivered', due: undefined },
    { state: 'read', due: undefined },
  ];

  it.each(rows)('$state $outbound', ({ state, outbound, due }) => {
    expect(messageDueAt(aDeparture(state, outbound).message)).toBe(due);
  });

  it('never, when it is not ours', () => {
    const { outbound: _, ...inbound } = aDeparture('received').message;
    expect(messageDueAt(inbound)).toBeUndefined();
    expect(isToBeLookedFor({ state: 'unconfirmed' })).toBe(true);
  });
});

describe('accountName', () => {
  it('tells accounts of two channels apart', () => {
    expect(accountName({ channel: 'x', accountId: '1' })).not.toBe(
      accountName({ channel: 'facebook', accountId: '1' }),
    );
  });
});
