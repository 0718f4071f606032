import { conversation } from '../../words/conversation.ts';

const HOUR = 3_600_000;
const words = conversation.snooze;

/** When a conversation may come back, counted from `now` (epoch milliseconds) by the calendar of this device. */
export function snoozeTimes(now: number): { label: string; at: string }[] {
  const morning = (days: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(9, 0, 0, 0);
    return day.toISOString();
  };
  const weekday = new Date(now).getDay();
  return [
    { label: words.hour, at: new Date(now + HOUR).toISOString() },
    { label: words.threeHours, at: new Date(now + 3 * HOUR).toISOString() },
    { label: words.tomorrow, at: morning(1) },
    { label: words.week, at: morning((8 - weekday) % 7 || 7) },
  ];
}
