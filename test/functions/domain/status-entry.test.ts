import { describe, expect, it } from 'vitest';
import { type StatusNews, tellStatus } from '../../../functions/domain/status-entry.ts';

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
