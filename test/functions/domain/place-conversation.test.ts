import { describe, expect, it } from 'vitest';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import { type Routed, type RoutingRules, routeBy } from '../../../functions/domain/routing.ts';
import type { RoutingRule } from '../../../functions/domain/routing-schema.ts';
import { vipsIn } from '../../../functions/domain/vip.ts';
import {
  aCause,
  aConversation,
  ada,
  aMessageEvent,
  anIdentity,
  announced,
  aPolicy,
  aPolicyBook,
  conversationAfter,
} from './desk.ts';

const rules = (then: RoutingRule['then'], changes: Partial<RoutingRules> = {}): RoutingRules => ({
  route: routeBy({ rules: [{ id: 'r1', name: 'Cards', if: { words: ['card'] }, then }], assignment: {} }),
  isVip: () => false,
  asksFacts: false,
  orderOf: () => undefined,
  isPooled: () => false,
  nameOf: (agentId) => (agentId === 'mary' ? 'Mary' : undefined),
  ...changes,
});
const opened = (routing: RoutingRules | undefined, policies = aPolicyBook(aPolicy())) =>
  receiveMessage(aMessageEvent(), {}, aCause({ routing, policies }));

describe('a new conversation', () => {
  it('goes to the first team without rules, and without one that fires', () => {
    const silent = rules(
      { teamId: 'money' },
      { route: (): Routed => ({ fired: [], outcome: { tags: [] } }) },
    );
    for (const routing of [undefined, silent]) {
      expect(conversationAfter(opened(routing))).toMatchObject({ teamId: 'support', priority: 'normal' });
      expect(announced(opened(routing))).not.toContain('conversation.routed');
    }
  });

  it('is put where a rule says, and its activity tells which', () => {
    const change = opened(rules({ teamId: 'money', priority: 'high', tags: ['card'], ownerId: 'mary' }));
    expect(conversationAfter(change)).toMatchObject({
      teamId: 'money',
      priority: 'high',
      tags: ['card'],
      ownerId: 'mary',
      ownerName: 'Mary',
    });
    expect(change?.events[1]).toEqual({
      name: 'conversation.routed',
      data: { channel: 'x', teamId: 'money', rules: [{ id: 'r1', name: 'Cards' }] },
    });
  });

  it('has the clock of the policy that a rule chose', () => {
    const policies = aPolicyBook(
      aPolicy(),
      aPolicy({
        id: 'fast',
        match: { channel: 'facebook' },
        targets: { firstResponse: 'PT5M', nextResponse: 'PT5M' },
      }),
    );
    const { clocks, policyId } = conversationAfter(opened(rules({ policyId: 'fast' }), policies));
    expect(policyId).toBe('fast');
    expect(clocks[0]?.why.policyId).toBe('fast');
  });

  it('falls back to what fits where the chosen policy is gone', () => {
    expect(conversationAfter(opened(rules({ policyId: 'gone' }))).clocks[0]?.why.policyId).toBe('test');
  });

  it('has the clock of the priority that a rule gave', () => {
    const policies = aPolicyBook(aPolicy({ id: 'urgent', match: { priority: 'urgent' } }), aPolicy());
    expect(conversationAfter(opened(rules({ priority: 'urgent' }), policies)).clocks[0]?.why.policyId).toBe(
      'urgent',
    );
  });

  it('stands in its list as its team wants', () => {
    const orderOf = (teamId: string) => (teamId === 'money' ? ('hour' as const) : undefined);
    expect(conversationAfter(opened(rules({ teamId: 'money' }, { orderOf }))).order).toBe('hour');
    expect(conversationAfter(opened(rules({}, { orderOf }))).order).toBeUndefined();
  });

  it('goes by what is known of the customer, as long as that is of interest', () => {
    const route = routeBy({
      rules: [
        { id: 's', name: 'Stays', if: { customerFacts: [{ key: 'stay' }] }, then: { teamId: 'hotel' } },
      ],
      assignment: {},
    });
    const stayUntil = (until: string) => ({ type: 'text' as const, key: 'stay', value: 'room 12', until });
    const teamOf = (until: string) =>
      conversationAfter(
        receiveMessage(
          aMessageEvent(),
          { facts: [stayUntil(until)] },
          aCause({ routing: rules({}, { route }) }),
        ),
      ).teamId;
    expect(teamOf('2026-11-20')).toBe('hotel');
    expect(teamOf('2026-11-19')).toBe('support');
  });

  it('finds an agent by itself where its team’s work does', () => {
    const isPooled = (teamId: string) => teamId === 'money';
    expect(conversationAfter(opened(rules({ teamId: 'money' }, { isPooled }))).pooled).toBe(true);
    expect(conversationAfter(opened(rules({}, { isPooled })))).not.toHaveProperty('pooled');
  });
});

describe('a VIP', () => {
  const known = { identity: anIdentity(), current: aConversation() };

  it('is known when a conversation opens, and rules can go by it', () => {
    const route = routeBy({
      rules: [{ id: 'v', name: 'VIPs', if: { vip: true }, then: { teamId: 'press' } }],
      assignment: {},
    });
    const routing = rules({}, { route, isVip: vipsIn({ vips: [{ handle: 'ada_l' }] }) });
    expect(conversationAfter(opened(routing))).toMatchObject({ vip: true, teamId: 'press' });
  });

  it('is known, or no longer, with the next message of a conversation, which stays where it is', () => {
    const say = (isVip: boolean, vip: boolean) =>
      conversationAfter(
        receiveMessage(
          aMessageEvent(),
          { ...known, current: aConversation(vip ? { vip } : {}) },
          aCause({ routing: rules({ teamId: 'money' }, { isVip: () => isVip }) }),
        ),
      );
    expect(say(true, false)).toMatchObject({ vip: true, teamId: 'support', contact: ada });
    expect(say(false, true)).not.toHaveProperty('vip');
  });
});
