import { describe, expect, it } from 'vitest';
import { cancelled, handled, isHere, requeued } from '../../../functions/domain/intervene.ts';
import type { MessageState, Outbound } from '../../../functions/domain/message.ts';
import { takeDeparture } from '../../../functions/domain/outbound.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { aDeparture, aMoment, anAftermath, aRefusal } from './departures.ts';
import { aCause, announced, aReply, at, aWaitingConversation, conversationAfter, plus } from './desk.ts';

const NOW = at('10:31');
const agent = aMoment({ actor: 'agent-2' });
const spoiled: Partial<Outbound> = {
  attempts: 12,
  looks: 6,
  refusal: aRefusal(),
  heldFor: 'x#desk-1',
  handledBy: 'agent-3',
};

interface Row {
  state: MessageState;
  outbound?: Partial<Outbound>;
  /** The state after another attempt was asked for; undefined when there is nothing to go on with. */
  requeued?: MessageState;
  /** Whether it can be marked as dealt with, and taken back. */
  handled?: true;
  cancelled?: true;
}

const rows: Row[] = [
  { state: 'scheduled', cancelled: true },
  { state: 'queued', outbound: { leavesAt: plus(NOW, 1) }, cancelled: true },
  { state: 'queued', outbound: { leavesAt: NOW } },
  { state: 'sending' },
  { state: 'sent' },
  { state: 'delivered' },
  { state: 'read' },
  { state: 'cancelled' },
  { state: 'failed', requeued: 'queued', handled: true },
  { state: 'held', requeued: 'queued', handled: true },
  { state: 'unconfirmed', outbound: { looks: 1 }, requeued: 'unconfirmed', handled: true },
  { state: 'unconfirmed', outbound: { looks: 6 }, requeued: 'unconfirmed', handled: true },
];

describe('what people may do', () => {
  it.each(rows)('to one that is $state $outbound', ({ state, outbound, ...may }) => {
    const departure = aDeparture(state, outbound);
    expect(requeued(departure, agent)?.changedMessages[0]?.state).toBe(may.requeued);
    expect(handled(departure, agent) !== undefined).toBe(may.handled === true);
    expect(isHere(departure.message, NOW)).toBe(may.cancelled === true);
    expect(cancelled([departure], agent, anAftermath()) !== undefined).toBe(may.cancelled === true);
  });
});

describe('another attempt', () => {
  it('begins at once and from nothing, and is told', () => {
    const change = requeued(aDeparture('failed', spoiled), agent);
    expect(change?.changedMessages).toMatchObject([
      { state: 'queued', outbound: { leavesAt: NOW, attempts: 0, looks: 0 } },
    ]);
    for (const name of ['refusal', 'heldFor', 'handledBy', 'leasedUntil'])
      expect(change?.changedMessages[0]?.outbound).not.toHaveProperty(name);
    expect(announced(change)).toEqual(['message.requeued']);
    expect(change?.actor).toBe('agent-2');
  });

  it('of what may have arrived begins with a look', () => {
    const departure = aDeparture('unconfirmed', { ...spoiled, attemptedAt: at('10:29') });
    const [message] = requeued(departure, agent)?.changedMessages ?? [];
    if (!message?.outbound) throw new Error('nothing was requeued');
    const again = {
      conversation: departure.conversation,
      message: { ...message, outbound: message.outbound },
    };
    expect(takeDeparture(again, agent)).toMatchObject({ take: 'look', since: at('10:29') });
  });
});

describe('dealing with it by other means', () => {
  it('is noted with who it was, once, and no worker takes it up any more', () => {
    const departure = aDeparture('unconfirmed', { looks: 1 });
    const [message] = handled(departure, agent)?.changedMessages ?? [];
    if (!message?.outbound) throw new Error('nothing was handled');
    expect(message).toMatchObject({ state: 'unconfirmed', outbound: { handledBy: 'agent-2' } });
    const done = {
      conversation: departure.conversation,
      message: { ...message, outbound: message.outbound },
    };
    expect(handled(done, agent)).toBeUndefined();
    expect(takeDeparture(done, agent)).toEqual({ take: 'leave' });
  });
});

describe('taking back', () => {
  const waiting = aWaitingConversation();
  const reply = replyTo(
    waiting,
    aReply({ texts: ['one', 'two', 'three'], leavesAt: plus(NOW, 1) }),
    aCause({ now: at('10:30:51') }),
  );
  const parts: Departure[] = reply.newMessages.flatMap((message) =>
    message.outbound
      ? [{ conversation: conversationAfter(reply), message: { ...message, outbound: message.outbound } }]
      : [],
  );

  it('takes all parts together, and leaves the conversation as if they had never been written', () => {
    const change = cancelled(parts, agent, anAftermath());
    expect(change?.changedMessages.map(({ text, state }) => [text, state])).toEqual([
      ['one', 'cancelled'],
      ['two', 'cancelled'],
      ['three', 'cancelled'],
    ]);
    expect(conversationAfter(change)).toEqual({ ...waiting, messageCount: waiting.messageCount + 3 });
    expect(announced(change).filter((name) => name === 'clock.started')).toHaveLength(1);
    expect(announced(change).filter((name) => name === 'message.cancelled')).toHaveLength(3);
  });

  it('takes none when one of them has left', () => {
    const [first, ...others] = parts;
    if (!first) throw new Error('no parts');
    const left: Departure = { ...first, message: { ...first.message, state: 'sending' } };
    expect(cancelled([left, ...others], agent, anAftermath())).toBeUndefined();
    expect(cancelled([], agent, anAftermath())).toBeUndefined();
  });

  it('is possible to the last instant, and not at the one when they leave', () => {
    expect(cancelled(parts, aMoment({ now: NOW }), anAftermath())).toBeDefined();
    expect(cancelled(parts, aMoment({ now: plus(NOW, 1) }), anAftermath())).toBeUndefined();
  });
});
