import { useState } from 'react';
import { Incident } from '../../api/incident.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { useAct } from '../../shell/use-act.ts';
import { incidents as words } from '../../words/incidents.ts';
import { draftOf, formOf, IncidentFields } from './incident-fields.tsx';
import { incidentsKey } from './queries.ts';

/** Puts the facts of an incident right. */
export default function EditDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [form, setForm] = useState(() => formOf(incident));
  const save = useAct(
    (client) =>
      client.write(`/api/incidents/${incident.id}`, Incident, { method: 'PATCH', body: draftOf(form) }),
    { done: words.saved, changes: [[...incidentsKey]], quiet: true },
  );
  return (
    <FormDialog
      title={words.edit}
      yes={words.save}
      size="lg"
      busy={save.isPending}
      disabled={form.title.trim() === ''}
      error={save.error}
      onClose={onClose}
      onSubmit={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <IncidentFields form={form} onChange={setForm} />
    </FormDialog>
  );
}
