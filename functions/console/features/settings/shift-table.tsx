import { type Shift, weekdays } from '../../api/settings.ts';
import table from '../../shell/table.module.css';
import { duty as words } from '../../words/duty.ts';
import { weekdayNames } from '../../words/settings.ts';
import own from './settings.module.css';
import { weekOf } from './shift-week.ts';

/** The week of a team: on each day who is on duty from when to when, and where nobody is. */
export function ShiftTable({
  team,
  shifts,
  timeZone,
  nameOf,
}: {
  team: string;
  shifts: readonly Shift[];
  timeZone: string;
  nameOf: (agentId: string) => string;
}) {
  const week = weekOf(shifts, timeZone);
  return (
    <table className={`${table.table} ${own.shifts}`}>
      <caption>{words.week(team, timeZone)}</caption>
      <tbody>
        {weekdays.map((day) => (
          <tr key={day}>
            <th scope="row">{weekdayNames[day]}</th>
            <td>
              {week[day].length === 0 && <span className={own.flag}>{words.nobody}</span>}
              {week[day].map(({ from, to, agentIds, timeZone: zone }) => (
                <div key={`${from} ${to} ${zone}`} className={own.stint}>
                  <span className={own.stintTime}>
                    {from}–{to}
                    {zone !== undefined && ` ${zone}`}
                  </span>
                  <span>{agentIds.map(nameOf).join(', ')}</span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
