import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'wouter';
import type { Incident } from '../../api/incident.ts';
import { isMissing } from '../../api/problem.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Pill, Section } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { phaseNames } from '../../words/broadcasts.ts';
import { severityNames, incidents as words } from '../../words/incidents.ts';
import { AffectedPart } from './affected-part.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { PostMortemPart } from './post-mortem-part.tsx';
import { incidentQuery } from './queries.ts';
import { severityTone } from './severity-tone.ts';
import { Updates } from './updates.tsx';

const UpdateDialog = lazy(() => import('./update-dialog.tsx'));
const ResolveDialog = lazy(() => import('./resolve-dialog.tsx'));
const EditDialog = lazy(() => import('./edit-dialog.tsx'));
const back = { href: '/incidents', label: words.back };

/** One incident: who asked, what was said, what happened when, and what is left to do. */
export default function IncidentScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(incidentQuery(client, id));
  if (data) return <Shown incident={data} />;
  return (
    <Page title={words.title} back={back}>
      {isMissing(error) ? (
        <Empty title={words.notFound} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Shown({ incident }: { incident: Incident }) {
  const { me } = useDesk();
  const [dialog, setDialog] = useState<'update' | 'resolve' | 'edit'>();
  const close = () => setDialog(undefined);
  const { title, severity, state, updates } = incident;
  const isOpen = state === 'open';
  const mayResolve = may(me, 'lead');
  const phase = updates.at(-1)?.phase;
  return (
    <Page
      title={title}
      back={back}
      sub={
        <span className={styles.buttons}>
          <Pill tone={isOpen ? severityTone(severity) : 'plain'}>{severityNames[severity]}</Pill>
          {isOpen ? (
            phase && <Pill tone="accent">{phaseNames[phase]}</Pill>
          ) : (
            <Pill tone="calm">{words.resolved}</Pill>
          )}
        </span>
      }
      actions={
        isOpen && (
          <>
            <Button variant="default" onClick={() => setDialog('update')}>
              {words.update}
            </Button>
            {mayResolve && <Button onClick={() => setDialog('resolve')}>{words.resolve}</Button>}
          </>
        )
      }
    >
      <div className={styles.columns}>
        <div>
          <AffectedPart incident={incident} />
          <Updates incident={incident} />
          <PostMortemPart incident={incident} />
        </div>
        <div>
          <Section
            title={words.facts}
            actions={
              isOpen &&
              mayResolve && (
                <Button variant="subtle" size="compact-xs" onClick={() => setDialog('edit')}>
                  {words.edit}
                </Button>
              )
            }
          >
            <IncidentFacts incident={incident} />
          </Section>
        </div>
      </div>
      <Suspense>
        {dialog === 'update' && <UpdateDialog incident={incident} onClose={close} />}
        {dialog === 'resolve' && <ResolveDialog incident={incident} onClose={close} />}
        {dialog === 'edit' && <EditDialog incident={incident} onClose={close} />}
      </Suspense>
    </Page>
  );
}
