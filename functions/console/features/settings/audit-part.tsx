import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { withQuery } from '../../api/client.ts';
import { AuditPage } from '../../api/settings.ts';
import { Moment } from '../../formats/moment.tsx';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Pill, Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { settings } from '../../words/settings.ts';

/** Who changed which settings, and how. */
export default function AuditPart() {
  const { client } = useDesk();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['settings', 'audit'],
    queryFn: ({ pageParam, signal }) =>
      client.read(withQuery('/api/settings/audit', { cursor: pageParam || undefined }), AuditPage, signal),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={settings.parts.audit} hint={settings.audit.hint}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && items.length === 0 && <p className={styles.nothing}>{settings.audit.none}</p>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map(({ id, at, actor, document, summary }) => (
            <li key={id} className={styles.item}>
              <span className={styles.grow}>
                {summary}
                <span className={`${styles.dim} ${styles.clip}`}>
                  {actor.name} · <Moment at={at} />
                </span>
              </span>
              <Pill>{document}</Pill>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="subtle" mt={8} onClick={() => void fetchNextPage()}>
          {settings.audit.more}
        </Button>
      )}
    </Section>
  );
}
