import { describe, expect, it } from 'vitest';
import { waitingClock } from '../../../functions/domain/conversation.ts';
import { joinIncident, leaveIncident, outlastIncident } from '../../../functions/domain/join-incident.ts';
import { aConversation, aPolicy, aPolicyBook, at, aWaitingConversation } from './desk.ts';

const book = aPolicyBook(aPolicy());
const occasion = { now: at('10:30'), traceId: 't', policies: book, actor: 'lead-1' };
const waiting = aWaitingConversation();
const joined = joinIncident(waiting, 'i1', occasion);
const inside = joined?.conversation?.after ?? waiting;

describe('a conversation that becomes part of an incident', () => {
  it('has the incident’s policy, by which its clock runs from the same question', () => {
    expect(inside).toMatchObject({ incidentId: 'i1', policyId: 'incident' });
    const [before, after] = [waitingClock(waiting), waitingClock(inside)];
    expect(after).toMatchObject({
      id: before?.id,
      startedAt: before?.startedAt,
      why: { policyId: 'incident' },
    });
    expect(joined?.events.map(({ name }) => name)).toEqual(['conversation.affected', 'clock.moved']);
  });

  it('goes by a policy of that name where the desk has one', () => {
    const own = aPolicyBook(
      aPolicy({ id: 'incident', targets: { firstResponse: 'PT9H', nextResponse: 'PT9H' } }),
    );
    const change = joinIncident(waiting, 'i1', { ...occasion, policies: own });
    expect(change?.conversation && waitingClock(change.conversation.after)?.why.target).toBe('PT9H');
  });

  it('starts no clock where nobody waits, and joins no second one', () => {
    expect(joinIncident(aConversation(), 'i1', occasion)?.events).toHaveLength(1);
    expect(joinIncident(inside, 'i2', occasion)).toBeUndefined();
  });
});

describe('a conversation that turns out to be about something else', () => {
  it('is as it was before, with the policy that routing chose', () => {
    const routed =
      joinIncident({ ...waiting, policyId: 'vip' }, 'i1', occasion)?.conversation?.after ?? waiting;
    const left = leaveIncident(routed, 'i1', occasion);
    expect(left?.conversation?.after).toEqual({ ...waiting, policyId: 'vip' });
    expect(left?.events.map(({ name }) => name)).toEqual(['conversation.unaffected', 'clock.moved']);
  });

  it('cannot leave what it is not part of', () => {
    expect(leaveIncident(waiting, 'i1', occasion)).toBeUndefined();
  });
});

describe('a conversation whose incident is over', () => {
  it('keeps its clock and its incident, and has its own policy from here on', () => {
    const after = outlastIncident(inside, 'i1', occasion)?.conversation?.after;
    expect(after).toMatchObject({ incidentId: 'i1', clocks: inside.clocks });
    expect(after?.policyId).toBeUndefined();
    expect(after && outlastIncident(after, 'i1', occasion)).toBeUndefined();
    expect(outlastIncident(inside, 'i2', occasion)).toBeUndefined();
  });
});
