import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ComponentBook,
  componentStates,
  historyOf,
  stateAt,
  uptimeOf,
  worse,
} from '../../../functions/domain/component.ts';
import type { StatusEntry } from '../../../functions/domain/status-entry.ts';

const NOW = '2026-11-27T12:00:00.000Z';

function entry(fields: Partial<StatusEntry> = {}): StatusEntry {
  return {
    id: 'I1',
    kind: 'incident',
    title: 'Booking fails',
    affected: ['booking'],
    severity: 'major',
    startsAt: '2026-11-27T10:00:00.000Z',
    updates: [],
    version: 1,
    ...fields,
  };
}
const over = '2026-11-27T11:00:00.000Z';
const later = '2026-11-27T13:00:00.000Z';

describe('the state of a component', () => {
  it.each<[string, Partial<StatusEntry>[], string]>([
    ['nothing is told', [], 'operational'],
    ['a minor incident is open', [{ severity: 'minor' }], 'degraded'],
    ['a major one is', [{ severity: 'major' }], 'partial-outage'],
    ['a critical one is', [{ severity: 'critical' }], 'major-outage'],
    ['one without a severity is', [{ severity: undefined }], 'degraded'],
    ['another component is hit', [{ affected: ['app'] }], 'operational'],
    ['it is over', [{ endsAt: over }], 'operational'],
    ['it is over at this very instant', [{ endsAt: NOW }], 'operational'],
    ['it began at this very instant', [{ startsAt: NOW }], 'partial-outage'],
    ['work is under way', [{ kind: 'maintenance', endsAt: later }], 'maintenance'],
    [
      'work is to come',
      [{ kind: 'maintenance', startsAt: later, endsAt: '2026-11-27T14:00:00.000Z' }],
      'operational',
    ],
    ['something is announced', [{ kind: 'announcement' }], 'operational'],
    ['two are open', [{ severity: 'minor' }, { severity: 'critical' }], 'major-outage'],
    [
      'it breaks while work is under way',
      [{ kind: 'maintenance', endsAt: later }, { severity: 'minor' }],
      'degraded',
    ],
  ])('when %s', (_name, entries, state) => {
    expect(stateAt('booking', entries.map(entry), NOW)).toBe(state);
  });

  it('is never better than the worst that is told', () => {
    const state = fc.constantFrom(...componentStates);
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect([a, b]).toContain(worse(a, b));
        expect(componentStates.indexOf(worse(a, b))).toBe(
          Math.max(componentStates.indexOf(a), componentStates.indexOf(b)),
        );
      }),
    );
  });
});

describe('the history of a component', () => {
  it('has a day for each, the last of them today', () => {
    const days = historyOf('booking', [], NOW, 90);
    expect(days).toHaveLength(90);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2026-08-30', '2026-11-27']);
    expect(new Set(days.map(({ state }) => state))).toEqual(new Set(['operational']));
  });

  it('shows the worst of each day that an incident lay on, and what it was about', () => {
    const days = historyOf(
      'booking',
      [
        entry({ startsAt: '2026-11-24T23:59:59.999Z', endsAt: '2026-11-26T00:00:00.000Z' }),
        entry({
          title: 'Slow',
          severity: 'minor',
          startsAt: '2026-11-25T08:00:00.000Z',
          endsAt: '2026-11-25T09:00:00.000Z',
        }),
      ],
      NOW,
      4,
    );
    expect(days).toEqual([
      { day: '2026-11-24', state: 'partial-outage', titles: ['Booking fails'] },
      { day: '2026-11-25', state: 'partial-outage', titles: ['Booking fails', 'Slow'] },
      { day: '2026-11-26', state: 'operational', titles: [] },
      { day: '2026-11-27', state: 'operational', titles: [] },
    ]);
  });

  it('does not tell of work that is planned for later today', () => {
    const planned = entry({ kind: 'maintenance', startsAt: later, endsAt: '2026-11-27T14:00:00.000Z' });
    expect(historyOf('booking', [planned], NOW, 1)[0]?.state).toBe('operational');
  });
});

describe('the uptime of a component', () => {
  it('is the share of time in which it was not down', () => {
    // Of 24 + 12 hours, nine were lost; what overlaps is lost once.
    const entries = [
      entry({ startsAt: '2026-11-26T00:00:00.000Z', endsAt: '2026-11-26T06:00:00.000Z' }),
      entry({ startsAt: '2026-11-26T03:00:00.000Z', endsAt: '2026-11-26T09:00:00.000Z' }),
    ];
    expect(uptimeOf('booking', entries, NOW, 2)).toBeCloseTo(1 - 9 / 36);
  });

  it('does not count what was slow, planned or elsewhere', () => {
    const entries = [
      entry({ severity: 'minor' }),
      entry({ kind: 'maintenance', endsAt: later }),
      entry({ affected: ['app'] }),
    ];
    expect(uptimeOf('booking', entries, NOW, 2)).toBe(1);
  });

  it('lies between none and all', () => {
    const instant = fc
      .integer({ min: Date.parse('2026-11-20T00:00:00Z'), max: Date.parse(NOW) })
      .map((at) => new Date(at).toISOString());
    const incident = fc
      .tuple(instant, fc.option(instant, { nil: undefined }))
      .map(([startsAt, endsAt]) =>
        entry({ startsAt, ...(endsAt !== undefined && { endsAt: endsAt < startsAt ? startsAt : endsAt }) }),
      );
    fc.assert(
      fc.property(fc.array(incident), fc.integer({ min: 1, max: 9 }), (incidents, days) => {
        const uptime = uptimeOf('booking', incidents, NOW, days);
        expect(uptime).toBeGreaterThanOrEqual(-1e-9);
        expect(uptime).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a book of components', () => {
  it('has every id once, in letters that a link can carry', () => {
    const book = (...ids: string[]) => ({ components: ids.map((id) => ({ id, name: 'A name' })) });
    expect(ComponentBook.safeParse(book('app', 'web-site')).success).toBe(true);
    expect(ComponentBook.safeParse(book('app', 'app')).success).toBe(false);
    expect(ComponentBook.safeParse(book('The App')).success).toBe(false);
  });
});
