import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { withQuery } from '../../api/client.ts';
import { Subscriber, SubscriberPage } from '../../api/subscribers.ts';
import { Moment } from '../../formats/moment.tsx';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Pill, Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { useAct } from '../../shell/use-act.ts';
import { settings } from '../../words/settings.ts';

const words = settings.subscribers;

/** To whom mail of ours failed or was unwanted, so that they are not mailed any more; and the way back. */
export default function SubscribersPart() {
  const { client } = useDesk();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['subscribers', 'suppressed'],
    queryFn: ({ pageParam, signal }) =>
      client.read(
        withQuery('/api/subscribers', { state: 'suppressed', cursor: pageParam || undefined }),
        SubscriberPage,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const { confirmed = 0, pending = 0, suppressed = 0 } = data?.pages[0]?.counts ?? {};
  return (
    <Section title={settings.parts.subscribers} hint={words.hint}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && (
        <p className={styles.dim}>{settings.components.subscribers(confirmed, pending, suppressed)}</p>
      )}
      {data && items.length === 0 && <p className={styles.nothing}>{words.none}</p>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((one) => (
            <SuppressedItem key={one.id} subscriber={one} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="subtle" mt={8} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}

function SuppressedItem({ subscriber: { id, email, suppression, endedAt } }: { subscriber: Subscriber }) {
  const { mutate, isPending } = useAct(
    (client) => client.write(`/api/subscribers/${id}/lift`, Subscriber, {}),
    { done: words.lifted, changes: [['subscribers']] },
  );
  const complained = suppression === 'complaint';
  return (
    <li className={styles.item}>
      <span className={styles.grow}>
        <span className={styles.strong}>{email ?? id}</span>
        <span className={styles.dim}>
          {complained ? words.complained : words.bounced}
          {endedAt && (
            <>
              {' · '}
              <Moment at={endedAt} />
            </>
          )}
        </span>
      </span>
      {complained ? (
        <Pill tone="late">{words.unwanted}</Pill>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          loading={isPending}
          aria-label={words.liftFor(email ?? id)}
          onClick={() => mutate(undefined)}
        >
          {words.lift}
        </Button>
      )}
    </li>
  );
}
