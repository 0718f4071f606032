import { describe, expect, it } from 'vitest';
import { isStanding, isUntold, type StatusNews, tellStatus } from '../../../functions/domain/status-entry.ts';

const opened: StatusNews = {
  id: 'I1',
  kind: 'incident',
  title: 'Booking fails',
  affected: ['booking'],
  severity: 'major',
  startsAt: '2026-11-27T10:00:00.000Z',
};
const update = (id: string, at: string, text = id) => ({ id, at: `2026-11-27T${at}:00.000Z`, text });

describe('tellStatus', () => {
  it('begins an entry with the first news of it', () => {
    expect(tellStatus(undefined, { ...opened, update: update('u1', '10:00') })).toEqual({
      ...opened,
      updates: [update('u1', '10:00')],
      version: 0,
    });
  });

  it('adds updates in the order of their instants, whichever comes first', () => {
    const entry = tellStatus(undefined, { ...opened, update: update('u2', '10:30') });
    const both = tellStatus(entry, { ...opened, update: update('u1', '10:05') });
    expect(both.updates.map(({ id }) => id)).toEqual(['u1', 'u2']);
  });

  it('changes nothing when the same is told again, and replaces what an update said before', () => {
    const entry = tellStatus(undefined, { ...opened, update: update('u1', '10:00') });
    expect(tellStatus(entry, { ...opened, update: update('u1', '10:00') })).toEqual(entry);
    const corrected = tellStatus(entry, { ...opened, update: update('u1', '10:00', 'better words') });
    expect(corrected.updates).toEqual([update('u1', '10:00', 'better words')]);
  });

  it('takes the latest facts, and keeps what was told when only they change', () => {
    const entry = tellStatus(undefined, { ...opened, update: update('u1', '10:00') });
    const over = tellStatus(entry, { ...opened, severity: 'minor', endsAt: '2026-11-27T11:00:00.000Z' });
    expect(over).toMatchObject({ severity: 'minor', endsAt: '2026-11-27T11:00:00.000Z' });
    expect(over.updates).toHaveLength(1);
  });
});

describe('work that is only planned', () => {
  const work: StatusNews = { ...opened, id: 'work-1', kind: 'maintenance' };
  const by = (id: string, isOn = true): StatusNews => ({ ...work, planned: { by: id, isOn } });

  it('stands while a broadcast will tell of it, and not when the last one is called off', () => {
    const both = tellStatus(tellStatus(undefined, by('b1')), by('b2'));
    expect(tellStatus(both, by('b2')).plannedBy).toEqual(['b1', 'b2']);
    const one = tellStatus(both, by('b1', false));
    expect([isUntold(one), isStanding(one)]).toEqual([true, true]);
    expect(isStanding(tellStatus(one, by('b2', false)))).toBe(false);
  });

  it('is told once somebody said a word of it, and stands then whatever is called off', () => {
    const planned = tellStatus(undefined, by('b1'));
    const told = tellStatus(planned, { ...work, update: update('b1', '10:00') });
    expect(isUntold(told)).toBe(false);
    expect(isStanding(tellStatus(told, by('b1', false)))).toBe(true);
  });
});
