import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FullTeam, TeamBook } from '../../api/settings.ts';
import { colleaguesQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { coachRules, settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { isoDuration, writtenDuration } from './durations.ts';
import { Entries } from './entries.tsx';
import { ChoiceField, ListField, OptionalField, TextField } from './fields.tsx';
import own from './settings.module.css';
import { idFrom, withoutBlanks } from './texts.ts';

const words = settings.teams;

/** Who answers what, whom alerts go to, and which answers somebody looks at first. */
export default function TeamsPart() {
  return (
    <DocumentPart name="teams" schema={TeamBook} title={settings.parts.teams} hint={words.hint} showsWarnings>
      {(book, change) => (
        <Entries
          entries={book.teams}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ name }) => name}
          summaryOf={({ members = [] }) => words.summary(members.length)}
          blank={() => {
            const taken = book.teams.map(({ id }) => id);
            return {
              id: taken.length === 0 ? 'support' : idFrom('team', taken),
              name: '',
              recipients: { team: [], lead: [], admin: [] },
            };
          }}
          onChange={(teams) => change({ ...book, teams })}
        >
          {(team, put) => <TeamFields team={team} onChange={put} />}
        </Entries>
      )}
    </DocumentPart>
  );
}

function TeamFields({ team, onChange }: { team: FullTeam; onChange: (team: FullTeam) => void }) {
  const { client } = useDesk();
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  const { id, name, recipients, members = [], order, timeZone, approval = [], approvalReminders } = team;
  const set = (change: Partial<FullTeam>) => onChange(withoutBlanks({ ...team, ...change }));
  const mail = (role: 'team' | 'lead' | 'admin') => (
    <ListField
      label={words[role]}
      placeholder={words.addresses}
      value={recipients[role]}
      onChange={(addresses) => set({ recipients: { ...recipients, [role]: addresses } })}
    />
  );
  return (
    <>
      <div className={styles.fields}>
        <TextField label={settings.name} value={name} onChange={(value) => set({ name: value })} required />
        <TextField label={settings.id} value={id} onChange={(value) => set({ id: value })} required />
        <OptionalField
          label={settings.timeZone}
          value={timeZone}
          onChange={(value) => set({ timeZone: value })}
        />
        <ChoiceField
          label={words.order}
          none={words.usual}
          value={order}
          choices={words.orders}
          onChange={(value) => set({ order: value })}
        />
      </div>
      <h3 className={own.sub}>{words.recipients}</h3>
      <div className={styles.fields}>
        {mail('team')}
        {mail('lead')}
        {mail('admin')}
      </div>
      {agents.length > 0 && (
        <Checkbox.Group
          label={words.members}
          description={words.membersHint}
          value={members}
          onChange={(value) => set({ members: value })}
        >
          <Group gap="sm" mt={6}>
            {agents.map((agent) => (
              <Checkbox key={agent.id} value={agent.id} label={agent.name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Checkbox.Group
        label={words.approval}
        description={words.approvalHint}
        value={approval}
        onChange={(value) => set({ approval: value })}
      >
        <Group gap="sm" mt={6}>
          {Object.entries(coachRules).map(([rule, label]) => (
            <Checkbox key={rule} value={rule} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      {approval.length > 0 && (
        <ListField
          label={words.reminders}
          description={words.remindersHint}
          placeholder={words.usualReminders}
          value={approvalReminders?.map(writtenDuration)}
          onChange={(times) =>
            set({ approvalReminders: times.length > 0 ? times.map(isoDuration) : undefined })
          }
        />
      )}
    </>
  );
}
