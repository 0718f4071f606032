import { describe, expect, it } from 'vitest';
import { changeCounts } from '../../../../../functions/console/features/inbox/count-changes.ts';
import { row } from '../../rows.ts';

const me = { id: 'ada', teams: ['support'] };
const counts = {
  unanswered: 3,
  mine: 1,
  team: 4,
  open: 5,
  snoozed: 0,
  channels: { x: 2, facebook: 3 },
  unansweredByChannel: { x: 1, facebook: 2 },
};

describe('changeCounts', () => {
  it('adds one that has just begun', () => {
    expect(changeCounts(counts, undefined, row('a'), me)).toEqual({
      ...counts,
      unanswered: 4,
      team: 5,
      open: 6,
      channels: { x: 3, facebook: 3 },
      unansweredByChannel: { x: 2, facebook: 2 },
    });
  });

  it('moves one between counters', () => {
    const taken = changeCounts(counts, row('a'), row('a', { ownerId: 'ada' }), me);
    expect(taken).toEqual({ ...counts, mine: 2 });
    const asleep = changeCounts(counts, row('a', { unanswered: 0 }), row('a', { status: 'snoozed' }), me);
    expect(asleep).toMatchObject({ open: 4, team: 3, snoozed: 1, channels: { x: 1 } });
  });

  it('counts nothing of a blocked person, and never below nothing', () => {
    const none = { ...counts, unanswered: 0 };
    expect(changeCounts(none, row('a'), row('a', { blocked: true }), me)).toMatchObject({
      unanswered: 0,
      open: 4,
    });
  });

  it('leaves alone what the desk does not count', () => {
    expect(changeCounts({}, undefined, row('a'), me)).toEqual({});
  });
});
