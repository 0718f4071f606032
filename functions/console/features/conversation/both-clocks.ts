import { cityOf } from '../../formats/zone-time.ts';
import { times as words } from '../../words/times.ts';

/**
 * An instant by the clocks of a team and of this device, that by which it was chosen first: `Mon 30 Nov, 9:00 in Madrid, 8:00 for
 * you`. The second one says its day where that is another.
 */
export function bothClocks(
  at: string,
  chosen: string,
  team: string,
  device: string,
  locale?: string,
): string {
  const said = (timeZone: string, withDay: boolean) => {
    const day = withDay && ({ weekday: 'short', month: 'short', day: 'numeric' } as const);
    const options = { timeZone, hour: 'numeric', minute: '2-digit', ...day } as const;
    return new Intl.DateTimeFormat(locale, options).format(new Date(at));
  };
  const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
  const isOneDay = dayIn(team) === dayIn(device);
  const there = words.inCity(said(team, chosen === team || !isOneDay), cityOf(team));
  const here = words.forYou(said(device, chosen === device || !isOneDay));
  return (chosen === team ? [there, here] : [here, there]).join(', ');
}
