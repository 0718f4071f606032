import { describe, expect, it } from 'vitest';
import { dealt, givenBack, isUnowned } from '../../../functions/domain/deal.ts';
import { announced, at, aWaitingConversation, conversationAfter } from './desk.ts';

const moment = { now: at('11:00'), traceId: 't' };
const mine = aWaitingConversation({ pooled: true, ownerId: 'ann', ownerName: 'Ann' });
const nobodys = aWaitingConversation({ pooled: true });

describe('dealing', () => {
  it('makes an agent the owner, and says that Hark did', () => {
    const change = dealt(nobodys, { id: 'ann', name: 'Ann' }, moment);
    expect(conversationAfter(change)).toEqual(mine);
    expect(change).toMatchObject({
      actor: 'hark',
      events: [{ name: 'conversation.assigned', data: { channel: 'x', ownerId: 'ann' } }],
    });
  });

  it('is only for what nobody has', () => {
    expect([nobodys, mine, aWaitingConversation()].map(isUnowned)).toEqual([true, false, false]);
  });
});

describe('giving back', () => {
  it('makes it nobody’s again', () => {
    const change = givenBack(mine, 'ann', moment);
    expect(conversationAfter(change)).toEqual(nobodys);
    expect(announced(change)).toEqual(['conversation.returned', 'conversation.assigned']);
  });

  it('takes nothing that is another’s, or that waits for nobody', () => {
    expect(givenBack(mine, 'bob', moment)).toBeUndefined();
    expect(givenBack({ ...mine, clocks: [], unanswered: [] }, 'ann', moment)).toBeUndefined();
  });
});
