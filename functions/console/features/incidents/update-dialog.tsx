import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Incident, Phase } from '../../api/incident.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import styles from '../../shell/page.module.css';
import { useAct } from '../../shell/use-act.ts';
import { phaseNames } from '../../words/broadcasts.ts';
import { incidents as words } from '../../words/incidents.ts';
import { broadcastsKey } from '../broadcasts/queries.ts';
import { type Spoken, spokenVariants } from '../broadcasts/spoken.ts';
import { WordsEditor } from '../broadcasts/words-editor.tsx';
import { incidentsKey } from './queries.ts';
import { firstAudiencesOf } from './said-before.ts';

const phases = Phase.options.filter((phase) => phase !== 'resolved');

/** Says what is known of an incident: at once, or once a lead approved it. */
export default function UpdateDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { me } = useDesk();
  const mayPublish = may(me, 'lead');
  const latest = incident.updates.at(-1)?.phase;
  const [phase, setPhase] = useState<Phase>(
    latest === undefined || latest === 'resolved' ? 'investigating' : latest,
  );
  const [spoken, setSpoken] = useState<Spoken>(() => ({
    text: '',
    variants: {},
    audiences: firstAudiencesOf(incident),
  }));
  const say = useAct(
    (client) =>
      client.write(`/api/incidents/${incident.id}/updates`, Incident, {
        body: {
          text: spoken.text.trim(),
          phase,
          variants: spokenVariants(spoken),
          channels: spoken.audiences,
          publish: mayPublish,
        },
      }),
    {
      done: mayPublish ? words.published : words.proposed,
      changes: [[...incidentsKey], [...broadcastsKey]],
      quiet: true,
    },
  );
  return (
    <FormDialog
      title={words.updateTitle}
      yes={mayPublish ? words.publish : words.proposeUpdate}
      size="xl"
      busy={say.isPending}
      disabled={spoken.text.trim() === ''}
      error={say.error}
      onClose={onClose}
      onSubmit={() => say.mutate(undefined, { onSuccess: onClose })}
    >
      <NativeSelect
        label={words.phase}
        value={phase}
        data={phases.map((value) => ({ value, label: phaseNames[value] }))}
        onChange={({ currentTarget: { value } }) => {
          const chosen = Phase.safeParse(value).data;
          if (chosen) setPhase(chosen);
        }}
      />
      <WordsEditor
        spoken={spoken}
        onChange={setSpoken}
        about={{ kind: 'incident', title: incident.title, incidentId: incident.id }}
      />
      {spoken.audiences.length === 0 && <p className={styles.dim}>{words.internal}</p>}
    </FormDialog>
  );
}
