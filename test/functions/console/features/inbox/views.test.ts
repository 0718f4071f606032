import { describe, expect, it } from 'vitest';
import { countOf, viewsFor } from '../../../../../functions/console/features/inbox/views.ts';

const named = (id: string) => `Team ${id}`;

describe('viewsFor', () => {
  it('calls the one team mine, and several by their names', () => {
    const labels = (teams: string[]) =>
      viewsFor({ teams }, [], named, [])
        .filter(({ id }) => id.startsWith('team-'))
        .map(({ label }) => label);
    expect(labels(['support'])).toEqual(['My team']);
    expect(labels(['support', 'press'])).toEqual(['Team support', 'Team press']);
  });

  it('has a view for each channel, and those that were kept', () => {
    const saved = [{ id: '1', name: 'Late parcels', query: 'tag=late&channel=x' }];
    const views = viewsFor({ teams: [] }, ['x'], named, saved);
    expect(views.slice(-2)).toMatchObject([
      { id: 'channel-x', label: 'X', query: { channel: 'x' } },
      { id: 'saved-1', label: 'Late parcels', query: { tag: 'late', channel: 'x' } },
    ]);
  });

  it('gives every view another key', () => {
    const keys = viewsFor({ teams: ['support'] }, ['x'], named, []).flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('countOf', () => {
  const views = viewsFor({ teams: ['support'] }, ['x'], named, []);
  const count = (id: string, counts: Record<string, unknown>) => {
    const view = views.find((one) => one.id === id);
    return view && countOf(view, counts);
  };

  it('reads the desk’s counters', () => {
    const counts = { unanswered: 3, open: 9, mentioned: 1, team: 4, channels: { x: 2 } };
    expect(
      ['unanswered', 'all', 'mentions', 'team-support', 'channel-x'].map((id) => count(id, counts)),
    ).toEqual([3, 9, 1, 4, 2]);
  });

  it('knows none where nobody counts', () => {
    expect(count('resolved', { resolved: 12 })).toBeUndefined();
    expect(count('channel-x', {})).toBeUndefined();
  });
});
