import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Audience, Incident } from '../../api/incident.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { useAct } from '../../shell/use-act.ts';
import { incidents as words } from '../../words/incidents.ts';
import { broadcastsKey } from '../broadcasts/queries.ts';
import { heardBy, type Spoken, spokenVariants } from '../broadcasts/spoken.ts';
import { WordsEditor } from '../broadcasts/words-editor.tsx';
import { incidentsKey } from './queries.ts';
import { audiencesOf } from './said-before.ts';

/** Says that it is fixed: in public, and to everybody who asked in their own conversation. */
export default function ResolveDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const [spoken, setSpoken] = useState<Spoken>(() => ({
    text: '',
    variants: {},
    audiences: [...audiencesOf(incident), 'personal'],
  }));
  const [resolveConversations, setResolveConversations] = useState(true);
  const tell = spoken.audiences.includes('personal');
  const shown = withPersonalText(spoken);
  const resolve = useAct(
    (client) =>
      client.write(`/api/incidents/${incident.id}/resolve`, Incident, {
        body: {
          text: spoken.text.trim(),
          variants: spokenVariants(shown),
          channels: spoken.audiences.filter((audience) => audience !== 'personal'),
          tell,
          resolveConversations,
        },
      }),
    { done: words.resolvedDone, changes: [[...incidentsKey], [...broadcastsKey]], quiet: true },
  );
  return (
    <FormDialog
      title={words.resolveTitle}
      yes={words.resolveYes}
      size="xl"
      busy={resolve.isPending}
      disabled={spoken.text.trim() === ''}
      error={resolve.error}
      onClose={onClose}
      onSubmit={() => resolve.mutate(undefined, { onSuccess: onClose })}
    >
      <WordsEditor
        spoken={shown}
        onChange={(next) => setSpoken(withoutDefault(next))}
        about={{ kind: 'incident', title: incident.title, incidentId: incident.id }}
        offered={Audience.options}
      />
      <Checkbox
        label={`${words.tell} (${words.asked(incident.counts.accepted ?? 0)})`}
        checked={tell}
        onChange={({ currentTarget: { checked } }) => setSpoken(heardBy(spoken, 'personal', checked))}
      />
      <Checkbox
        label={words.resolveConversations}
        checked={resolveConversations}
        onChange={({ currentTarget: { checked } }) => setResolveConversations(checked)}
      />
    </FormDialog>
  );
}

/** What each who asked reads unless somebody writes something else: it names what they asked, and when. */
function withPersonalText(spoken: Spoken): Spoken {
  const { personal = { text: words.personalDefault(spoken.text.trim()) } } = spoken.variants;
  return { ...spoken, variants: { ...spoken.variants, personal } };
}

/** The default follows the common text for as long as nobody changed it. */
function withoutDefault(spoken: Spoken): Spoken {
  const { personal, ...others } = spoken.variants;
  const isDefault =
    personal === undefined ||
    /^Hello \{name\}, you asked about “\{topic\}” on \{asked\}\./.test(personal.text);
  return isDefault ? { ...spoken, variants: others } : spoken;
}
