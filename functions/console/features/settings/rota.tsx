import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Assignment, FullTeam, Shift } from '../../api/settings.ts';
import { colleaguesQuery } from '../../desk-queries.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { useDesk } from '../../session/desk-context.ts';
import { duty as words } from '../../words/duty.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { Entries } from './entries.tsx';
import { ShiftTable } from './shift-table.tsx';
import { withoutBlanks } from './texts.ts';
import { nineToFive, problemOfWeek } from './week.ts';

/** Who of a team is on duty when: the week as it reads, and the shifts that make it. */
export function Rota({
  team,
  assignment,
  onChange,
}: {
  team: FullTeam;
  assignment: Assignment;
  onChange: (assignment: Assignment) => void;
}) {
  const { client } = useDesk();
  const { data: colleagues = [] } = useQuery(colleaguesQuery(client));
  const shifts = assignment.onDuty?.shifts ?? [];
  const timeZone = team.timeZone ?? deviceZone();
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  // Whoever answers for all teams, is bound to this one or is one of its members can be on duty for it.
  const ofTeam = colleagues.filter(
    ({ id, teams }) => teams.length === 0 || teams.includes(team.id) || team.members?.includes(id),
  );
  // Without shifts there is no rota at all: everybody is on duty.
  const put = (next: Shift[]) =>
    onChange(
      withoutBlanks({
        ...assignment,
        onDuty: next.length > 0 ? { ...assignment.onDuty, shifts: next } : undefined,
      }),
    );
  return (
    <>
      {shifts.length > 0 && (
        <ShiftTable team={team.name} shifts={shifts} timeZone={timeZone} nameOf={nameOf} />
      )}
      <Entries
        entries={shifts}
        addWords={words.add}
        otherwise={words.none}
        nameOf={({ agentIds }) => agentIds.map(nameOf).join(', ')}
        summaryOf={({ hours }) => words.days(Object.values(hours.week).filter((day) => day?.length).length)}
        flagOf={({ agentIds, hours }) =>
          agentIds.length === 0 ? words.nobodyChosen : problemOfWeek(hours) && words.noHours
        }
        blank={(): Shift => ({ agentIds: [], hours: nineToFive(timeZone) })}
        onChange={put}
      >
        {(shift, putShift) => (
          <>
            <Checkbox.Group
              label={words.who}
              error={shift.agentIds.length === 0 && words.chooseSomebody}
              value={shift.agentIds}
              onChange={(agentIds) => putShift({ ...shift, agentIds })}
            >
              <Group gap="sm" mt={6}>
                {[...new Set([...ofTeam.map(({ id }) => id), ...shift.agentIds])].map((id) => (
                  <Checkbox key={id} value={id} label={nameOf(id)} />
                ))}
              </Group>
            </Checkbox.Group>
            <CalendarFields calendar={shift.hours} onChange={(hours) => putShift({ ...shift, hours })} />
          </>
        )}
      </Entries>
    </>
  );
}
