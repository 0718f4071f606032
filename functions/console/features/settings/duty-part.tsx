import { useQuery } from '@tanstack/react-query';
import { type Assignment, type FullTeam, RoutingBook, TeamBook } from '../../api/settings.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { duty as words } from '../../words/duty.ts';
import { settings } from '../../words/settings.ts';
import { AssignmentFields } from './assignment-fields.tsx';
import { DocumentPart } from './document-part.tsx';
import { Rota } from './rota.tsx';
import own from './settings.module.css';

const usual: Assignment = { method: 'off', capacity: 10, giveBackAfter: 'PT15M' };

/** Who gets the work of each team, and who is on duty when. */
export default function DutyPart() {
  const { client } = useDesk();
  const { data } = useQuery({
    queryKey: ['settings', 'teams', 'whole'],
    queryFn: ({ signal }) => client.read('/api/settings/teams', TeamBook, signal),
  });
  const teams = data?.teams ?? [];
  return (
    <DocumentPart name="routing" schema={RoutingBook} title={settings.parts.duty} hint={words.hint}>
      {(book, change) => (
        <>
          {data && teams.length === 0 && <p className={styles.nothing}>{words.noTeams}</p>}
          {teams.map((team) => (
            <OfTeam
              key={team.id}
              team={team}
              assignment={book.assignment[team.id] ?? usual}
              onChange={(assignment) =>
                change({ ...book, assignment: { ...book.assignment, [team.id]: assignment } })
              }
            />
          ))}
        </>
      )}
    </DocumentPart>
  );
}

function OfTeam({
  team,
  assignment,
  onChange,
}: {
  team: FullTeam;
  assignment: Assignment;
  onChange: (assignment: Assignment) => void;
}) {
  return (
    <section className={own.duty} aria-label={team.name}>
      <h3 className={own.dutyTeam}>{team.name}</h3>
      <AssignmentFields team={team.name} assignment={assignment} onChange={onChange} />
      {assignment.method !== 'off' && <Rota team={team} assignment={assignment} onChange={onChange} />}
    </section>
  );
}
