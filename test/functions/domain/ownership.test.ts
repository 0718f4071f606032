import { describe, expect, it } from 'vitest';
import { assign, claim, handOver } from '../../../functions/domain/ownership.ts';
import { aConversation } from './desk.ts';

const mary = { id: 'mary', name: 'Mary' };
const owned = aConversation({ ownerId: 'mary', ownerName: 'Mary' });

describe('the owner of a conversation', () => {
  it('is whoever it is assigned to, until it is nobody', () => {
    const { conversation, events } = assign(aConversation(), mary);
    expect(conversation).toEqual(owned);
    expect(events).toEqual([{ name: 'conversation.assigned', data: { channel: 'x', ownerId: 'mary' } }]);
    const freed = assign(owned, null);
    expect(freed.conversation).toEqual(aConversation());
    expect(freed.events).toEqual([
      { name: 'conversation.assigned', data: { channel: 'x', formerOwnerId: 'mary' } },
    ]);
  });

  it('is whoever claims it first, and is taken from nobody by a claim', () => {
    expect(claim(aConversation(), mary).conversation).toEqual(owned);
    expect(claim(owned, { id: 'ken', name: 'Ken' })).toEqual({ conversation: owned, events: [] });
  });

  it('stays where it is when nothing changes', () => {
    expect(assign(owned, mary).conversation).toBe(owned);
    expect(handOver(owned, 'support').conversation).toBe(owned);
  });

  it('is nobody yet in a new team', () => {
    expect(handOver(owned, 'parcels').conversation).toEqual(aConversation({ teamId: 'parcels' }));
  });

  it('settles in the new team: in its order, and in its pool where its work finds an agent by itself', () => {
    const routing = {
      route: () => ({ fired: [], outcome: { tags: [] } }),
      isVip: () => false,
      asksFacts: false,
      nameOf: () => undefined,
      orderOf: (teamId: string) => (teamId === 'parcels' ? ('day' as const) : undefined),
      isPooled: (teamId: string) => teamId === 'parcels',
    };
    const there = handOver(owned, 'parcels', routing).conversation;
    expect(there).toEqual(aConversation({ teamId: 'parcels', order: 'day', pooled: true }));
    expect(handOver(there, 'support', routing).conversation).toEqual(aConversation());
  });
});
