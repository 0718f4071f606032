import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Group.css';
import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Incident, Severity } from '../../api/incident.ts';
import { colleaguesQuery, teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { severityNames, incidents as words } from '../../words/incidents.ts';
import { componentsQuery } from './queries.ts';

/** What a person says of an incident; `words` as they are written, between commas. */
export interface IncidentForm {
  title: string;
  severity: Severity;
  teamId: string;
  ownerId: string;
  affected: string[];
  words: string;
}

export const formOf = (
  incident: Pick<Incident, 'title' | 'severity' | 'teamId' | 'ownerId' | 'affected' | 'words'>,
): IncidentForm => ({
  title: incident.title,
  severity: incident.severity,
  teamId: incident.teamId,
  ownerId: incident.ownerId ?? '',
  affected: incident.affected,
  words: incident.words.join(', '),
});

/** The form as the API takes it. */
export function draftOf({ words: written, ownerId, ...form }: IncidentForm) {
  return {
    ...form,
    title: form.title.trim(),
    words: written
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    ...(ownerId !== '' && { ownerId }),
  };
}

/** Where the facts of an incident are written. */
export function IncidentFields({
  form,
  onChange,
}: {
  form: IncidentForm;
  onChange: (form: IncidentForm) => void;
}) {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  const { data: components = [] } = useQuery(componentsQuery(client));
  const set = (change: Partial<IncidentForm>) => onChange({ ...form, ...change });
  const teamIds = [...new Set([form.teamId, ...teams.map(({ id }) => id)])];
  return (
    <>
      <TextInput
        label={words.name}
        placeholder={words.namePlaceholder}
        required
        data-autofocus
        value={form.title}
        onChange={({ currentTarget: { value } }) => set({ title: value })}
      />
      <div className={styles.fields}>
        <NativeSelect
          label={words.severity}
          value={form.severity}
          data={Severity.options.map((value) => ({ value, label: severityNames[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const severity = Severity.safeParse(value).data;
            if (severity) set({ severity });
          }}
        />
        <NativeSelect
          label={words.team}
          value={form.teamId}
          data={teamIds.map((id) => ({
            value: id,
            label: teams.find((team) => team.id === id)?.name ?? id,
          }))}
          onChange={({ currentTarget: { value } }) => set({ teamId: value })}
        />
        <NativeSelect
          label={words.owner}
          value={form.ownerId}
          data={agents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget: { value } }) => set({ ownerId: value })}
        />
      </div>
      {components.length > 0 && (
        <Checkbox.Group
          label={words.affected}
          description={words.affectedHint}
          value={form.affected}
          onChange={(affected) => set({ affected })}
        >
          <Group gap="sm" mt={6}>
            {components.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <TextInput
        label={words.words}
        description={words.wordsHint}
        value={form.words}
        onChange={({ currentTarget: { value } }) => set({ words: value })}
      />
    </>
  );
}
