import { describe, expect, it } from 'vitest';
import { refuseOtherTeams, writerOf } from '../../../functions/api/team-access.ts';
import { Reject } from '../../../functions/errors.ts';
import { sampleConversation } from '../store/sample.ts';

const conversation = sampleConversation('of a team', { teamId: 'parcels' });
const mayWrite = (groups: unknown) => {
  try {
    refuseOtherTeams(writerOf({ claims: { sub: 'a', 'cognito:groups': groups } }), conversation);
    return true;
  } catch (error) {
    if (error instanceof Reject && error.status === 403) return false;
    throw error;
  }
};

const rows: { name: string; groups: unknown; may: boolean }[] = [
  { name: 'an agent of the team', groups: ['agent', 'team-parcels'], may: true },
  { name: 'an agent of several teams', groups: ['agent', 'team-billing', 'team-parcels'], may: true },
  { name: 'an agent of another team', groups: ['agent', 'team-billing'], may: false },
  { name: 'the same, as the HTTP API hands groups over', groups: '[agent team-billing]', may: false },
  { name: 'an agent of no team', groups: ['agent'], may: true },
  { name: 'a lead of another team', groups: ['lead', 'team-billing'], may: true },
  { name: 'an admin', groups: ['admin', 'team-billing'], may: true },
  { name: 'somebody of the team without a role', groups: ['team-parcels'], may: false },
];

describe('who may write in a team’s conversation', () => {
  it.each(rows)('$name: $may', ({ groups, may }) => {
    expect(mayWrite(groups)).toBe(may);
  });

  it('is told whose it is and whom to ask', () => {
    const agent = writerOf({ claims: { sub: 'a', 'cognito:groups': ['agent', 'team-billing'] } });
    expect(() => refuseOtherTeams(agent, conversation)).toThrow(
      /belongs to the team 'parcels', and you answer for billing\. Ask a lead/,
    );
  });
});
