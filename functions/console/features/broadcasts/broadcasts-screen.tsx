import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Broadcast } from '../../api/broadcast.ts';
import { Moment } from '../../formats/moment.tsx';
import { dayAndHour } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Pill } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import { plannedWork } from '../../words/planned-work.ts';
import { broadcastsQuery } from './queries.ts';
import { stateTone } from './state-tone.ts';

/** Everything that was or will be said to many. */
export default function BroadcastsScreen() {
  const { client } = useDesk();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(broadcastsQuery(client));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={words.title}
      sub={words.sub}
      actions={
        <>
          <Button component={Link} href="/broadcasts/work" variant="default">
            {plannedWork.plan}
          </Button>
          <Button component={Link} href="/broadcasts/new">
            {words.new}
          </Button>
        </>
      }
    >
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && items.length === 0 && (
        <Empty title={words.none} text={words.noneText} icon={<IconSpeakerphone size={22} aria-hidden />} />
      )}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {items.map((broadcast) => (
            <li key={broadcast.id}>
              <Line broadcast={broadcast} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="subtle" mt={8} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}

function Line({ broadcast }: { broadcast: Broadcast }) {
  const { id, title, kind, state, audiences, publishAt, createdAt, createdBy } = broadcast;
  return (
    <Link href={`/broadcasts/${id}`} className={styles.item}>
      <span className={styles.grow}>
        <span className={styles.strong}>{title}</span>
        <span className={styles.dim}>
          {words.kinds[kind]} · {audiences.map((audience) => audienceNames[audience]).join(', ')}
          {' · '}
          {state === 'scheduled' && publishAt ? (
            dayAndHour(publishAt)
          ) : (
            <Moment at={publishAt ?? createdAt} />
          )}
          {createdBy.name && ` · ${words.by(createdBy.name)}`}
        </span>
      </span>
      <Pill tone={stateTone(state)}>{words.states[state]}</Pill>
    </Link>
  );
}
