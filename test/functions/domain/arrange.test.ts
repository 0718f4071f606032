import { describe, expect, it } from 'vitest';
import { type Arrangement, arrange } from '../../../functions/domain/arrange.ts';
import { nextDueAt } from '../../../functions/domain/conversation.ts';
import {
  aCause,
  aClock,
  aConversation,
  anIdentity,
  announced,
  aPolicy,
  aPolicyBook,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const mary = { id: 'mary', name: 'Mary' };
const policies = aPolicyBook(
  aPolicy({
    id: 'urgent',
    match: { priority: 'urgent' },
    targets: { firstResponse: 'PT30M', nextResponse: 'PT30M' },
  }),
  aPolicy(),
);
const arranged = (wish: Arrangement, conversation = aWaitingConversation(), cause = aCause({ policies })) =>
  arrange({ conversation }, wish, 'agent-1', cause);

describe('what an agent arranges', () => {
  const rows: { name: string; wish: Arrangement; after: object; events: string[] }[] = [
    {
      name: 'an owner',
      wish: { owner: mary },
      after: { ownerId: 'mary', ownerName: 'Mary' },
      events: ['conversation.assigned'],
    },
    {
      name: 'another team',
      wish: { teamId: 'parcels' },
      after: { teamId: 'parcels' },
      events: ['conversation.transferred'],
    },
    {
      name: 'tags',
      wish: { tags: ['refund', 'refund', 'vip'] },
      after: { tags: ['refund', 'vip'] },
      events: ['conversation.tagged'],
    },
    {
      name: 'a snooze',
      wish: { status: 'snoozed', snoozedUntil: at('+1 09:00') },
      after: { status: 'snoozed', snoozedUntil: at('+1 09:00') },
      events: ['conversation.snoozed'],
    },
    {
      name: 'the end',
      wish: { status: 'resolved' },
      after: { status: 'resolved', resolvedAt: at('12:00'), unanswered: [] },
      events: ['clock.ended', 'conversation.resolved'],
    },
    {
      name: 'a priority with a policy of its own, by which the clock counts anew',
      wish: { priority: 'urgent' },
      after: { priority: 'urgent', clocks: [{ id: 'c1', dueAt: at('10:30'), why: { policyId: 'urgent' } }] },
      events: ['conversation.prioritised', 'clock.moved'],
    },
    {
      name: 'a priority that changes no deadline',
      wish: { priority: 'high' },
      after: { priority: 'high', clocks: [{ dueAt: at('12:00') }] },
      events: ['conversation.prioritised'],
    },
    {
      name: 'several things at once',
      wish: { teamId: 'parcels', owner: mary, tags: ['vip'], status: 'resolved' },
      after: { teamId: 'parcels', ownerId: 'mary', tags: ['vip'], status: 'resolved' },
      events: [
        'conversation.transferred',
        'conversation.assigned',
        'conversation.tagged',
        'clock.ended',
        'conversation.resolved',
      ],
    },
  ];

  it.each(rows)('is done as one change, and told: $name', ({ wish, after, events }) => {
    const change = arranged(wish);
    expect(conversationAfter(change)).toMatchObject(after);
    expect(announced(change)).toEqual(events);
    expect(change?.actor).toBe('agent-1');
  });

  it('is nothing when all is so already', () => {
    const conversation = aConversation({ ownerId: 'mary', ownerName: 'Mary', tags: ['vip'] });
    const wish = {
      owner: mary,
      tags: ['vip'],
      teamId: 'support',
      priority: 'normal',
      status: 'open',
      blocked: false,
    } as const;
    expect(arranged(wish, conversation)).toBeUndefined();
  });

  it('hands over without the owner, who belongs to the team before', () => {
    const change = arranged({ teamId: 'parcels' }, aConversation({ ownerId: 'mary', ownerName: 'Mary' }));
    expect(conversationAfter(change)).not.toHaveProperty('ownerId');
    expect(change?.events.at(-1)?.data).toEqual({ channel: 'x', formerOwnerId: 'mary' });
  });

  it('opens again what was resolved, without a clock as long as nobody writes', () => {
    const change = arranged(
      { status: 'open' },
      aConversation({ status: 'resolved', resolvedAt: at('11:00') }),
    );
    expect(conversationAfter(change)).toMatchObject({ status: 'open', clocks: [] });
    expect(conversationAfter(change)).not.toHaveProperty('resolvedAt');
    expect(announced(change)).toEqual(['conversation.reopened']);
  });

  it('tells no step of a clock again that was told before it moved', () => {
    const told = aClock({
      state: 'breached',
      steps: aClock().steps.map((step) => ({ ...step, firedAt: at('12:01') })),
    });
    const change = arranged({ priority: 'urgent' }, aWaitingConversation({ clocks: [told] }));
    expect(nextDueAt(conversationAfter(change))).toBeUndefined();
  });
});

describe('blocking', () => {
  it('ends the waiting, and goes for the person wherever they write', () => {
    const change = arrange(
      { conversation: aWaitingConversation(), identity: anIdentity() },
      { blocked: true },
      'agent-1',
      aCause(),
    );
    expect(conversationAfter(change)).toMatchObject({
      blocked: true,
      unanswered: [],
      clocks: [{ state: 'ended' }],
    });
    expect(change?.identity?.after).toMatchObject({ blocked: true });
    expect(announced(change)).toEqual(['clock.ended', 'conversation.blocked']);
  });

  it('can be undone, as if it had never been', () => {
    const blocked = {
      conversation: aConversation({ blocked: true }),
      identity: anIdentity({ blocked: true }),
    };
    const change = arrange(blocked, { blocked: false }, 'agent-1', aCause());
    expect(conversationAfter(change)).toEqual(aConversation());
    expect(change?.identity?.after).toEqual(anIdentity());
    expect(announced(change)).toEqual(['conversation.unblocked']);
  });
});
