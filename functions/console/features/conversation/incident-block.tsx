import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Detail } from '../../api/detail.ts';
import { Decided, Incidents } from '../../api/incident.ts';
import { detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { useAct } from '../../shell/use-act.ts';
import { aside as words } from '../../words/aside.ts';
import styles from './conversation.module.css';

/** Which incident it is part of, or which it could be; nothing while nothing is broken. */
export function IncidentBlock({ detail: { id, incidentId } }: { detail: Detail }) {
  const { client } = useDesk();
  const { data } = useQuery({
    queryKey: ['incidents', 'open now'],
    queryFn: ({ signal }) => client.read('/api/incidents?state=open&limit=20', Incidents, signal),
    staleTime: 120_000,
    retry: false,
  });
  const open = data?.items ?? [];
  const add = useAct(
    (desk, chosen: string) =>
      desk.write(`/api/incidents/${chosen}/conversations`, Decided, { body: { accept: [id] } }),
    { done: words.added, changes: [[...detailKey(id)], ['incidents']] },
  );
  if (!incidentId && open.length === 0) return null;
  return (
    <section className={styles.block} aria-label={words.incident}>
      <h2 className={styles.heading}>{incidentId ? words.partOf : words.addTo}</h2>
      {incidentId ? (
        <Link href={`/incidents/${incidentId}`} className={styles.link}>
          {open.find((incident) => incident.id === incidentId)?.title ?? words.incident}
        </Link>
      ) : (
        <NativeSelect
          aria-label={words.addTo}
          value=""
          disabled={add.isPending}
          data={[
            { value: '', label: words.addChoose },
            ...open.map(({ id: value, title }) => ({ value, label: title })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') add.mutate(value);
          }}
        />
      )}
    </section>
  );
}
