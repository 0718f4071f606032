import { describe, expect, it } from 'vitest';
import { approve, reject } from '../../../functions/domain/approval.ts';
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
