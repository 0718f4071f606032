import type { Shift, Weekday } from '../../api/settings.ts';

/** Some hours of a day, and who is on duty in them. */
export interface Stint {
  from: string;
  to: string;
  agentIds: string[];
  /** By the clock of which zone; undefined where it is the one that all are told in. */
  timeZone: string | undefined;
}

/**
 * Who is on duty on each day of a week, the earliest first. Those who have the same hours stand together. Hours by another clock than
 * that of `timeZone` say so.
 */
export function weekOf(shifts: readonly Shift[], timeZone: string): Record<Weekday, Stint[]> {
  const stintsOn = (day: Weekday): Stint[] => {
    const stints = shifts.flatMap(({ agentIds, hours }) =>
      (hours.week[day] ?? []).map(([from, to]) => ({
        ...{ from, to, agentIds },
        timeZone: hours.timeZone === timeZone ? undefined : hours.timeZone,
      })),
    );
    const together = Map.groupBy(stints, ({ from, to, timeZone: zone = '' }) => `${from} ${to} ${zone}`);
    return [...together.values()]
      .flatMap((same) => {
        const [first] = same;
        return first ? [{ ...first, agentIds: [...new Set(same.flatMap(({ agentIds }) => agentIds))] }] : [];
      })
      .sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
  };
  return {
    ...{ mon: stintsOn('mon'), tue: stintsOn('tue'), wed: stintsOn('wed'), thu: stintsOn('thu') },
    ...{ fri: stintsOn('fri'), sat: stintsOn('sat'), sun: stintsOn('sun') },
  };
}
