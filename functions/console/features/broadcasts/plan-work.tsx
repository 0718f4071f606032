import '@mantine/core/styles/Chip.css';
import { Button, Chip, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Broadcasts } from '../../api/broadcast.ts';
import { deviceTime } from '../../browser/clock.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import { ProblemLine } from '../../shell/dialog.tsx';
import styles from '../../shell/page.module.css';
import { Page } from '../../shell/page.tsx';
import { useAct } from '../../shell/use-act.ts';
import { audienceNames, broadcasts } from '../../words/broadcasts.ts';
import { plannedWork as words } from '../../words/planned-work.ts';
import { AccountsField } from './accounts-field.tsx';
import own from './broadcasts.module.css';
import { PlannedFields } from './planned-fields.tsx';
import { PlannedMessage } from './planned-message.tsx';
import { broadcastsKey } from './queries.ts';
import { RecurrenceFields } from './recurrence-fields.tsx';
import { emptyWork, isPlannable, type Work, workAudiences, workOf } from './work-form.ts';

/** Where work is planned, with what is said before it, when it begins and when it is over. */
export function PlanWork() {
  const { me } = useDesk();
  const [, go] = useLocation();
  const [work, setWork] = useState<Work>(() => emptyWork(deviceZone()));
  const change = (next: Partial<Work>) => setWork({ ...work, ...next });
  const plan = useAct((client) => client.write('/api/maintenance', Broadcasts, { body: workOf(work) }), {
    done: ({ items }) => words.done(items.length),
    changes: [[...broadcastsKey]],
    quiet: true,
  });
  const { title, audiences, accounts, messages, startsAt } = work;
  const said = (name: keyof Work['messages']) => ({
    work,
    label: words[name],
    text: messages[name],
    onChange: (text: string) => change({ messages: { ...messages, [name]: text } }),
  });
  return (
    <Page
      title={words.title}
      sub={words.sub}
      back={{ href: '/broadcasts', label: broadcasts.back }}
      actions={
        <Button
          disabled={!isPlannable(work)}
          loading={plan.isPending}
          onClick={() => plan.mutate(undefined, { onSuccess: () => go('/broadcasts') })}
        >
          {may(me, 'lead') ? words.yes : words.propose}
        </Button>
      }
    >
      <div className={styles.form}>
        <ProblemLine error={plan.error} />
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          required
          value={title}
          onChange={({ currentTarget: { value } }) => change({ title: value })}
        />
        <PlannedFields planned={work} onChange={change} />
        {startsAt !== undefined && Date.parse(startsAt) <= deviceTime() && (
          <p className={styles.problem} role="alert">
            {words.startsInPast}
          </p>
        )}
        <RecurrenceFields
          recurrence={work.recurrence}
          timeZone={work.timeZone}
          onChange={(recurrence) => change({ recurrence })}
        />
        <fieldset className={own.audiences}>
          <legend>{broadcasts.audiences}</legend>
          {workAudiences.map((audience) => (
            <Chip
              key={audience}
              size="xs"
              checked={audiences.includes(audience)}
              onChange={(hears) =>
                change({
                  audiences: workAudiences.filter((one) =>
                    one === audience ? hears : audiences.includes(one),
                  ),
                })
              }
            >
              {audienceNames[audience]}
            </Chip>
          ))}
        </fieldset>
        <AccountsField
          audiences={audiences}
          accounts={accounts}
          onChange={(next) => change({ accounts: next })}
        />
        <PlannedMessage {...said('before')} hint={words.messagesHint}>
          <NativeSelect
            label={words.notice}
            description={words.beforeHint}
            value={String(work.noticeSeconds)}
            data={words.notices}
            onChange={({ currentTarget: { value } }) => change({ noticeSeconds: Number(value) })}
          />
        </PlannedMessage>
        <PlannedMessage {...said('start')} />
        <PlannedMessage {...said('end')} />
      </div>
    </Page>
  );
}
