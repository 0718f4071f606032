import { useState } from 'react';
import { useLocation } from 'wouter';
import { Incident, type Spike } from '../../api/incident.ts';
import { useDesk } from '../../session/desk-context.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { useAct } from '../../shell/use-act.ts';
import { incidents as words } from '../../words/incidents.ts';
import { draftOf, formOf, IncidentFields } from './incident-fields.tsx';
import { incidentsKey, spikesKey } from './queries.ts';

/** The team that everything goes to unless said otherwise. */
const FIRST_TEAM = 'support';

/** Says that something is broken: by hand, or because many spoke of it. */
export default function DeclareDialog({ spike, onClose }: { spike: Spike | undefined; onClose: () => void }) {
  const { me } = useDesk();
  const [, go] = useLocation();
  const [form, setForm] = useState(() =>
    formOf({
      title: spike ? spike.topic.slice(0, 3).join(', ') : '',
      severity: spike?.severity ?? 'major',
      teamId: spike?.teamId ?? me.teams[0] ?? FIRST_TEAM,
      ownerId: me.id,
      affected: [],
      words: spike?.topic ?? [],
    }),
  );
  const declare = useAct(
    (client) =>
      client.write('/api/incidents', Incident, {
        body: { ...draftOf(form), ...(spike && { spikeId: spike.id }) },
      }),
    { done: words.declared, changes: [[...incidentsKey], [...spikesKey]], quiet: true },
  );
  return (
    <FormDialog
      title={words.declare}
      yes={words.declare}
      size="lg"
      busy={declare.isPending}
      disabled={form.title.trim() === ''}
      error={declare.error}
      onClose={onClose}
      onSubmit={() => declare.mutate(undefined, { onSuccess: ({ id }) => go(`/incidents/${id}`) })}
    >
      <IncidentFields form={form} onChange={setForm} />
    </FormDialog>
  );
}
