import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Broadcast, BroadcastKind } from '../../api/broadcast.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Pill } from '../../shell/page.tsx';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { plannedWork } from '../../words/planned-work.ts';
import { incidentQuery, incidentsQuery } from '../incidents/queries.ts';
import { AccountsField } from './accounts-field.tsx';
import { heardAccounts } from './chosen-accounts.ts';
import { ComposeActions } from './compose-actions.tsx';
import { aboutIncident, emptyForm, type Form, formOf, ofKind } from './form.ts';
import { MediaField } from './media-field.tsx';
import { PlannedFields } from './planned-fields.tsx';
import { RecurrenceFields } from './recurrence-fields.tsx';
import { stateTone } from './state-tone.ts';
import { WordsEditor } from './words-editor.tsx';

/** Where something is written once for all channels, looked at as each shows it, and sent on its way. */
export function Compose({ broadcast }: { broadcast: Broadcast | undefined }) {
  const [form, setForm] = useState<Form>(() =>
    broadcast ? formOf(broadcast, deviceZone()) : emptyForm(deviceZone()),
  );
  const [isChanged, setChanged] = useState(false);
  const change = (next: Partial<Form>) => {
    setForm({ ...form, ...next });
    setChanged(true);
  };
  const { kind, title, incidentId, spoken, accounts, media, recurrence, timeZone } = form;
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
            setForm(formOf(saved, deviceZone()));
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
              if (chosen) change(ofKind(form, chosen));
            }}
          />
          {kind === 'incident' && (
            <IncidentSelect value={incidentId} onChange={(chosen) => change(aboutIncident(form, chosen))} />
          )}
        </div>
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          required
          value={title}
          onChange={({ currentTarget: { value } }) => change({ title: value })}
        />
        {kind === 'maintenance' && !broadcast && (
          <p className={styles.dim}>
            {plannedWork.hint}{' '}
            <Link href="/broadcasts/work" className={styles.link}>
              {plannedWork.hintLink}
            </Link>
            .
          </p>
        )}
        {kind === 'maintenance' && <PlannedFields planned={form} onChange={change} />}
        {kind !== 'incident' && (
          <RecurrenceFields
            recurrence={recurrence}
            timeZone={timeZone}
            onChange={(next) => change({ recurrence: next })}
          />
        )}
        <WordsEditor
          spoken={spoken}
          media={media}
          about={{ kind, title, incidentId, accounts: heardAccounts(accounts, spoken.audiences) }}
          whose={
            <AccountsField
              audiences={spoken.audiences}
              accounts={accounts}
              onChange={(next) => change({ accounts: next })}
            />
          }
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
  const open = data?.pages.flatMap(({ items }) => items) ?? [];
  const isListed = value === undefined || open.some(({ id }) => id === value);
  // The one that it is about may be over, and can still be kept or taken out.
  const { data: other } = useQuery({
    ...incidentQuery(client, value ?? ''),
    enabled: data !== undefined && !isListed,
  });
  const incidents = isListed ? open : [...open, { id: value, title: other?.title ?? words.unlistedIncident }];
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
