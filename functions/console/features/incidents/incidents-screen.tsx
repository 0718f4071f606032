import { Button } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { Incident, Spike } from '../../api/incident.ts';
import { Moment } from '../../formats/moment.tsx';
import { may, useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Pill, Section } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { phaseNames } from '../../words/broadcasts.ts';
import { severityNames, incidents as words } from '../../words/incidents.ts';
import { incidentsQuery, spikesQuery } from './queries.ts';
import { severityTone } from './severity-tone.ts';
import { SpikeCard } from './spike-card.tsx';

const DeclareDialog = lazy(() => import('./declare-dialog.tsx'));

/** What is broken now, what may be, and what was. */
export default function IncidentsScreen() {
  const { client, me } = useDesk();
  const mayDeclare = may(me, 'lead');
  const open = useInfiniteQuery(incidentsQuery(client, 'open'));
  const resolved = useInfiniteQuery(incidentsQuery(client, 'resolved'));
  const { data: spikes = [] } = useQuery(spikesQuery(client));
  const [declaring, setDeclaring] = useState<Spike | 'by hand'>();
  const failed = open.data ? undefined : (open.error ?? undefined);
  const openOnes = open.data?.pages.flatMap(({ items }) => items) ?? [];
  const resolvedOnes = resolved.data?.pages.flatMap(({ items }) => items) ?? [];
  const isQuiet = openOnes.length === 0 && spikes.length === 0 && resolvedOnes.length === 0;
  const declare = mayDeclare && <Button onClick={() => setDeclaring('by hand')}>{words.declare}</Button>;
  return (
    <Page title={words.title} sub={words.sub} actions={declare}>
      {failed !== undefined && <Failed error={failed} onRetry={() => void open.refetch()} />}
      {open.isPending && <Loading />}
      {open.data && isQuiet && (
        <Empty title={words.none} text={words.noneText} icon={<IconUrgent size={22} aria-hidden />} />
      )}
      {spikes.length > 0 && (
        <Section title={words.spikes}>
          <div className={styles.cards}>
            {spikes.map((spike) => (
              <SpikeCard
                key={spike.id}
                spike={spike}
                onDeclare={mayDeclare ? () => setDeclaring(spike) : undefined}
              />
            ))}
          </div>
        </Section>
      )}
      {open.data && !isQuiet && (
        <>
          <Section title={words.open}>
            <IncidentList items={openOnes} otherwise={words.none} />
          </Section>
          <Section title={words.resolved}>
            <IncidentList items={resolvedOnes} otherwise={words.noneResolved} />
            {resolved.hasNextPage && (
              <Button variant="subtle" onClick={() => void resolved.fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </Section>
        </>
      )}
      {declaring && (
        <Suspense>
          <DeclareDialog
            spike={declaring === 'by hand' ? undefined : declaring}
            onClose={() => setDeclaring(undefined)}
          />
        </Suspense>
      )}
    </Page>
  );
}

function IncidentList({ items, otherwise }: { items: Incident[]; otherwise: string }) {
  if (items.length === 0) return <p className={styles.nothing}>{otherwise}</p>;
  return (
    <ul className={styles.list}>
      {items.map((incident) => (
        <li key={incident.id}>
          <IncidentLine incident={incident} />
        </li>
      ))}
    </ul>
  );
}

function IncidentLine({ incident }: { incident: Incident }) {
  const { id, title, severity, state, updates, counts, openedAt, ownerName } = incident;
  const phase = updates.at(-1)?.phase;
  const { proposed = 0, accepted = 0 } = counts;
  return (
    <Link href={`/incidents/${id}`} className={styles.item}>
      <span className={styles.grow}>
        <span className={styles.strong}>{title}</span>
        <span className={styles.dim}>
          {phase && `${phaseNames[phase]} · `}
          {words.asked(accepted)}
          {ownerName && ` · ${ownerName}`} · {words.since} <Moment at={openedAt} />
        </span>
      </span>
      {state === 'open' && proposed > 0 && <Pill tone="accent">{words.proposedCount(proposed)}</Pill>}
      <Pill tone={state === 'open' ? severityTone(severity) : 'plain'}>{severityNames[severity]}</Pill>
    </Link>
  );
}
