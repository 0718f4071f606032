import { describe, expect, it } from 'vitest';
import { approve, reject, remindOfApproval } from '../../../functions/domain/approval.ts';
import { nextDueAt, waitingClock } from '../../../functions/domain/conversation.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { cancelled } from '../../../functions/domain/intervene.ts';
import { messageDueAt } from '../../../functions/domain/outbound.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { type ReplyChange, replyTo } from '../../../functions/domain/reply.ts';
import { aCause, announced, aReply, at, aWaitingConversation, conversationAfter, decided } from './desk.ts';

const lead = { by: { id: 'lead-1', name: 'Lea' }, note: 'Be kinder.' };
const proposing = (changes = {}) =>
  replyTo(
    aWaitingConversation(),
    aReply({ needsApproval: 'blame', ...changes }),
    aCause({ now: at('11:00') }),
  );

function departures(change: ReplyChange): Departure[] {
  const conversation = conversationAfter(change);
  return change.newMessages.flatMap((message) =>
    message.outbound ? [{ conversation, message: { ...message, outbound: message.outbound } }] : [],
  );
}
const moment = { now: at('11:30'), traceId: 't', actor: 'lead-1' };

describe('an answer that needs consent', () => {
  it('waits, and so does the customer: the clock runs on and breaches', () => {
    const proposed = proposing();
    expect(proposed.newMessages).toMatchObject([
      { state: 'awaiting-approval', outbound: { approval: { rule: 'blame', askedAt: at('11:00') } } },
    ]);
    expect(announced(proposed)).toEqual(['message.proposed']);
    const after = conversationAfter(proposed);
    expect(waitingClock(after)?.state).toBe('running');
    expect(nextDueAt(after)).toBe(at('11:30'));
    expect(messageDueAt(proposed.newMessages[0])).toBeUndefined();
    expect(announced(fallDue(after, at('12:00:00.001')))).toContain('clock.breached');
  });

  it('is an answer like any other once a lead consents, in all its parts', () => {
    const parts = departures(proposing({ texts: ['one', 'two'] }));
    const change = decided(approve(parts, lead, aCause({ now: at('11:30') })));
    expect(change.changedMessages).toMatchObject([
      {
        state: 'queued',
        outbound: { leavesAt: at('11:30'), approval: { verdict: 'approved', by: lead.by } },
      },
      { state: 'queued', outbound: { leavesAt: at('11:30') } },
    ]);
    expect(announced(change)).toEqual([
      'message.approved',
      'message.approved',
      'message.answered',
      'message.answered',
      'clock.met',
    ]);
    expect(conversationAfter(change).clocks[0]?.answeredAt).toBe(at('11:30'));
  });

  it('waits for its time after that, where it was written for a later one', () => {
    const parts = departures(proposing({ scheduled: true, leavesAt: at('15:00') }));
    const change = decided(approve(parts, lead, aCause({ now: at('11:30') })));
    expect(change.changedMessages).toMatchObject([
      { state: 'scheduled', outbound: { leavesAt: at('15:00') } },
    ]);
    expect(waitingClock(conversationAfter(change))?.state).toBe('running');
  });

  it('never leaves when a lead sends it back, with a note for its author', () => {
    const change = decided(reject(departures(proposing()), lead, moment));
    expect(change.changedMessages).toMatchObject([
      { state: 'cancelled', outbound: { approval: { verdict: 'rejected', note: 'Be kinder.' } } },
    ]);
    expect(change.events).toMatchObject([{ name: 'message.rejected', data: { agentId: 'agent-1' } }]);
    expect(waitingClock(conversationAfter(change))?.state).toBe('running');
  });

  const reminded = (departure: Departure | undefined, now: string) =>
    departure && remindOfApproval(departure, { now, traceId: 't', actor: 'clock' });
  const reminding = (departure: Departure, now: string): Departure => {
    const change = decided(reminded(departure, now));
    const [message] = change.changedMessages;
    return { ...departure, message: { ...departure.message, ...message } };
  };

  it('is mentioned to the leads again at each set time, and once', () => {
    const [first] = departures(proposing({ approvalReminders: ['PT2H', 'PT30M'] }));
    if (!first) throw new Error('It waits.');
    expect(messageDueAt(first.message)).toBe(at('11:30'));
    expect(reminded(first, at('11:30'))).toBeUndefined();
    expect(reminded(first, at('11:30:00.001'))?.events).toMatchObject([
      { name: 'message.reminded', data: { rule: 'blame', agentId: 'agent-1', reminder: 1 } },
    ]);
    const told = reminding(first, at('11:30:00.001'));
    expect(reminded(told, at('11:30:00.002'))).toBeUndefined();
    expect(messageDueAt(told.message)).toBe(at('13:00'));
    const twice = reminding(told, at('13:00:00.001'));
    expect(twice.message.outbound.approval?.reminders).toBe(2);
    expect(messageDueAt(twice.message)).toBeUndefined();
    expect(reminded(twice, at('23:00'))).toBeUndefined();
  });

  it('is mentioned once for all times that passed during an outage', () => {
    const [first] = departures(proposing({ approvalReminders: ['PT30M', 'PT2H'] }));
    if (!first) throw new Error('It waits.');
    const late = reminding(first, at('15:00'));
    expect(late.message.outbound.approval?.reminders).toBe(1);
    expect(messageDueAt(late.message)).toBeUndefined();
  });

  it('is mentioned for its first part alone, and no more once it is decided', () => {
    const parts = departures(proposing({ texts: ['one', 'two'], approvalReminders: ['PT30M'] }));
    expect(parts.map(({ message }) => messageDueAt(message))).toEqual([at('11:30'), undefined]);
    const change = decided(reject(parts, lead, { ...moment, now: at('11:20') }));
    const rejected = departures({ ...proposing(), ...change, newMessages: proposing().newMessages });
    expect(change.changedMessages.map(messageDueAt)).toEqual([undefined, undefined]);
    const [head] = rejected;
    const [message] = change.changedMessages;
    expect(
      head && message && reminded({ ...head, message: { ...head.message, ...message } }, at('12:00')),
    ).toBeUndefined();
  });

  it('is decided once', () => {
    const [waiting] = departures(proposing());
    if (!waiting) throw new Error('A proposed answer is on its way out.');
    const sent = [{ ...waiting, message: { ...waiting.message, state: 'queued' as const } }];
    expect(approve(sent, lead, aCause())).toBeUndefined();
    expect(reject(sent, lead, moment)).toBeUndefined();
  });

  it('can be taken back by its author meanwhile', () => {
    const aftermath = { late: [], gone: [], policies: aCause().policies };
    const taken = cancelled(departures(proposing()), moment, aftermath);
    expect(decided(taken).changedMessages).toMatchObject([{ state: 'cancelled' }]);
  });
});
