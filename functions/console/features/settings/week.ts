import type { Calendar, Range } from '../../api/settings.ts';

const day: Range[] = [['09:00', '17:00']];

/** Hours to begin with: working days from nine to five by the clock of a zone. */
export const nineToFive = (timeZone: string): Calendar => ({
  timeZone,
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [],
});

/** How much of its day has passed at a time such as `09:30`, from 0 to 1. */
export function shareOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / 1440;
}

/** The hours that one would add to a day: nine to five, or the rest of the day after those that it has; undefined where none is left. */
export function nextRange(ranges: readonly Range[]): Range | undefined {
  const last = ranges.map(([, to]) => to).reduce((latest, to) => (to > latest ? to : latest), '');
  if (last === '') return ['09:00', '17:00'];
  return last < '23:00'
    ? [`${String(Number(last.slice(0, 2)) + 1).padStart(2, '0')}:00`, '24:00']
    : undefined;
}

/** What keeps hours from being any: they never open, or some end before they begin; undefined where they are fine. */
export function problemOfWeek({ week }: Pick<Calendar, 'week'>): 'never' | 'order' | undefined {
  const ranges = Object.values(week).flatMap((ofDay) => ofDay ?? []);
  if (ranges.length === 0) return 'never';
  return ranges.some(([from, to]) => from >= to) ? 'order' : undefined;
}
