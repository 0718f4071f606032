import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Broadcast, BroadcastKind } from '../../api/broadcast.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Pill } from '../../shell/page.tsx';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { incidentsQuery } from '../incidents/queries.ts';
import { ComposeActions } from './compose-actions.tsx';
import { emptyForm, type Form, formOf } from './form.ts';
import { MediaField } from './media-field.tsx';
import { PlannedFields } from './planned-fields.tsx';
import { stateTone } from './state-tone.ts';
import { WordsEditor } from './words-editor.tsx';

/** Where something is written once for all channels, looked at as each shows it, and sent on its way. */
export function Compose({ broadcast }: { broadcast: Broadcast | undefined }) {
  const [form, setForm] = useState<Form>(() => (broadcast ? formOf(broadcast) : emptyForm));
  const [isChanged, setChanged] = useState(false);
  const change = (next: Partial<Form>) => {
    setForm({ ...form, ...next });
    setChanged(true);
  };
  const { kind, title, incidentId, spoken, media } = form;
  return (
    <Page
      title={broadcast?.title ?? words.new}
      back={{ href: '/broadcasts', label: words.back }}
      sub={
        broadcast && (
          <>
            <Pill tone={stateTone(broadcast.state)}>{words.states[broadcast.state]}</Pill>{' '}
            {broadcast.createdBy.name && words.by(broadcast.createdBy.name)}
            {broadcast.approvedBy?.name && `, ${words.approvedBy(broadcast.approvedBy.name)}`}
          </>
        )
      }
      actions={
        <ComposeActions
          broadcast={broadcast}
          form={form}
          isChanged={isChanged}
          onSaved={(saved) => {
            setForm(formOf(saved));
            setChanged(false);
          }}
        />
      }
    >
      <div className={styles.form}>
        <div className={styles.fields}>
          <NativeSelect
            label={words.kind}
            value={kind}
            data={BroadcastKind.options.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = BroadcastKind.safeParse(value).data;
              if (chosen) change({ kind: chosen });
            }}
          />
          {kind === 'incident' && (
            <IncidentSelect value={incidentId} onChange={(chosen) => change({ incidentId: chosen })} />
          )}
        </div>
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          required
          value={title}
          onChange={({ currentTarget: { value } }) => change({ title: value })}
        />
        {kind === 'maintenance' && <PlannedFields form={form} onChange={change} />}
        <WordsEditor
          spoken={spoken}
          media={media}
          about={{ kind, title, incidentId }}
          {...(incidentId === undefined && { offered: withoutPersonal })}
          onChange={(next) => change({ spoken: next })}
        >
          <MediaField media={media} onChange={(next) => change({ media: next })} />
        </WordsEditor>
      </div>
    </Page>
  );
}

/** Only an incident has people who asked about it. */
const withoutPersonal = ['facebook', 'x', 'status', 'email'] as const;

function IncidentSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (incidentId: string | undefined) => void;
}) {
  const { client } = useDesk();
  const { data } = useInfiniteQuery(incidentsQuery(client, 'open'));
  const incidents = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <NativeSelect
      label={words.incident}
      value={value ?? ''}
      data={[
        { value: '', label: words.noIncident },
        ...incidents.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? undefined : chosen)}
    />
  );
}
