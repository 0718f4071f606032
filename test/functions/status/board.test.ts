import { describe, expect, it } from 'vitest';
import type { StatusEntry } from '../../../functions/domain/status-entry.ts';
import { board, entry, NOW } from './sample-board.ts';

const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

describe('the board', () => {
  it('says that everything works when nothing is told', () => {
    expect(board()).toMatchObject({
      state: 'operational',
      open: [],
      maintenance: [],
      announcements: [],
      past: [],
    });
  });

  it('is as bad as the worst of its components', () => {
    const { state, components } = board(
      entry(),
      entry({ id: 'I2', severity: 'minor', affected: ['baggage'] }),
    );
    expect(state).toBe('partial-outage');
    expect(components.map((component) => component.state)).toEqual([
      'partial-outage',
      'operational',
      'degraded',
    ]);
  });

  it('shows an incident that concerns no known component all the same', () => {
    expect(board(entry({ affected: ['gone'], severity: 'critical' }))).toMatchObject({
      state: 'major-outage',
    });
  });

  it('puts the worst of what is open first', () => {
    const minor = entry({ id: 'minor', severity: 'minor', startsAt: '2026-11-27T11:30:00.000Z' });
    const critical = entry({ id: 'critical', severity: 'critical' });
    expect(ids(board(minor, entry(), critical).open)).toEqual(['critical', 'I1', 'minor']);
  });

  it('tells what is over apart from what goes on, and forgets it after 90 days', () => {
    const over = (id: string, endsAt: string) =>
      entry({ id, startsAt: '2026-08-01T00:00:00.000Z', endsAt, updates: [] });
    const { open, past } = board(
      entry(),
      over('old', '2026-08-28T00:00:00.000Z'),
      over('kept', '2026-09-01T00:00:00.000Z'),
    );
    expect([ids(open), ids(past)]).toEqual([['I1'], ['kept']]);
  });

  it('shows planned work before and while it lasts, the next first', () => {
    const work = (id: string, startsAt: string, endsAt: string) =>
      entry({ id, kind: 'maintenance', startsAt, endsAt });
    const shown = board(
      work('next week', '2026-12-03T01:00:00.000Z', '2026-12-03T03:00:00.000Z'),
      work('now', '2026-11-27T11:00:00.000Z', '2026-11-27T13:00:00.000Z'),
      work('done', '2026-11-26T11:00:00.000Z', '2026-11-26T13:00:00.000Z'),
    );
    expect([ids(shown.maintenance), ids(shown.past)]).toEqual([['now', 'next week'], ['done']]);
    expect(shown.state).toBe('maintenance');
  });

  it('shows news for two weeks, or as long as they say', () => {
    const news = (id: string, startsAt: string, endsAt?: string) =>
      entry({ id, kind: 'announcement', startsAt, endsAt, updates: [] });
    const { announcements, past } = board(
      news('fresh', '2026-11-14T12:00:00.000Z'),
      news('stale', '2026-11-13T11:59:59.000Z'),
      news('long', '2026-11-01T12:00:00.000Z', '2026-12-01T12:00:00.000Z'),
    );
    expect([ids(announcements), ids(past)]).toEqual([['fresh', 'long'], ['stale']]);
  });
});

describe('work that recurs', () => {
  const work = (week: number, fields: Partial<StatusEntry> = {}) =>
    entry({
      id: `W${week}`,
      kind: 'maintenance',
      title: 'Weekly work',
      // Ends an hour before the board is drawn, in week 0.
      startsAt: new Date(Date.parse(NOW) + (week * 7 * 24 - 3) * 3_600_000).toISOString(),
      endsAt: new Date(Date.parse(NOW) + (week * 7 * 24 - 1) * 3_600_000).toISOString(),
      ...fields,
    });
  const planned = { updates: [], plannedBy: ['b1'] };

  it('is shown for the next time as soon as this one is over', () => {
    const { maintenance, past } = board(work(0), work(1, planned));
    expect([ids(maintenance), ids(past)]).toEqual([['W1'], ['W0']]);
  });

  it('is shown once while this one is still to come', () => {
    expect(ids(board(work(1), work(2, planned)).maintenance)).toEqual(['W1']);
    expect(ids(board(work(1, planned), work(2, planned)).maintenance)).toEqual(['W1']);
    expect(ids(board(work(1), work(2, { ...planned, title: 'Other work' })).maintenance)).toEqual([
      'W1',
      'W2',
    ]);
  });

  it('is not shown when it was called off', () => {
    expect(ids(board(work(1, { ...planned, plannedBy: [] })).maintenance)).toEqual([]);
  });
});
