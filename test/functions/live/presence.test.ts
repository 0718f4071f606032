import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../functions/live/presence.ts';

const NOW = 100;
const look = (agentId: string, connectionId: string, typingUntil?: number) => ({
  connectionId,
  agentId,
  name: agentId.toUpperCase(),
  expiresAt: 200,
  ...(typingUntil !== undefined && { typingUntil }),
});

describe('the people who look at a conversation', () => {
  it('are in the order of their names', () => {
    expect(peopleOf([look('leo', 'p1'), look('ada', 'p2')], NOW)).toEqual([
      { agentId: 'ada', name: 'ADA', typing: false },
      { agentId: 'leo', name: 'LEO', typing: false },
    ]);
  });

  it('are each one, typing if any of their pages says so', () => {
    const looks = [look('ada', 'p1'), look('ada', 'p2', NOW + 1), look('ada', 'p3')];
    expect(peopleOf(looks, NOW)).toEqual([{ agentId: 'ada', name: 'ADA', typing: true }]);
  });

  it('no longer type when nobody said so for a while', () => {
    expect(peopleOf([look('ada', 'p1', NOW)], NOW)).toMatchObject([{ typing: false }]);
  });
});
