import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useCallback, useDeferredValue, useState } from 'react';
import type { Detail } from '../../api/detail.ts';
import { Problem } from '../../api/problem.ts';
import { colleaguesQuery } from '../../desk-queries.ts';
import { dayAndHour } from '../../formats/time.ts';
import { useLookers } from '../../live/live-context.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { conversation as words } from '../../words/conversation.ts';
import { ReplyBox } from '../reply/reply-box.tsx';
import styles from './conversation.module.css';
import { Head } from './head.tsx';
import { detailQuery } from './queries.ts';
import { SidePane } from './side-pane.tsx';
import { Timeline } from './timeline.tsx';
import { useChange } from './use-change.ts';

const SideDrawer = lazy(() => import('./side-drawer.tsx'));

/** One conversation: what was said, the answer that is being written, and the person beside it. */
export default function Conversation({ id, listHref }: { id: string; listHref: string }) {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(detailQuery(client, id));
  // What comes in is drawn between the letters of somebody who is writing, never before them.
  const detail = useDeferredValue(data) ?? data;
  if (detail) return <Open detail={detail} listHref={listHref} />;
  if (error instanceof Problem && error.status === 404)
    return <Empty title={words.notFoundTitle} text={words.notFoundText} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

const Open = memo(function Open({ detail, listHref }: { detail: Detail; listHref: string }) {
  const { client, me } = useDesk();
  const { data: agents } = useQuery(colleaguesQuery(client));
  const change = useChange(detail.id);
  const hasRoom = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false });
  const [inPane, setInPane] = useState(true);
  const [inDrawer, setInDrawer] = useState(false);
  const agentName = useCallback(
    (id: string) => (id === me.id ? me.name : (agents?.find((agent) => agent.id === id)?.name ?? id)),
    [me, agents],
  );
  const side = <SidePane detail={detail} onChange={change.mutate} />;
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <Head
          detail={detail}
          listHref={listHref}
          onChange={change.mutate}
          onDetails={() => (hasRoom ? setInPane(!inPane) : setInDrawer(true))}
        />
        <Strips detail={detail} agentName={agentName} />
        <Timeline detail={detail} agentName={agentName} />
        <ReplyBox detail={detail} />
      </div>
      {hasRoom && inPane && (
        <aside className={styles.side} aria-label={words.details}>
          {side}
        </aside>
      )}
      {!hasRoom && (
        <Suspense>
          <SideDrawer opened={inDrawer} onClose={() => setInDrawer(false)}>
            {side}
          </SideDrawer>
        </Suspense>
      )}
    </div>
  );
});

/** What has to be known before one writes: who else is here, and that it is put off or blocked. */
function Strips({ detail, agentName }: { detail: Detail; agentName: (id: string) => string }) {
  const lookers = useLookers(detail.id);
  const typing = lookers.filter(({ typing }) => typing);
  const names = (typing.length > 0 ? typing : lookers)
    .map(({ agentId, name }) => {
      const known = agentName(agentId);
      return known === agentId ? name : known;
    })
    .join(', ');
  const { status, snoozedUntil, blocked } = detail;
  return (
    <>
      {lookers.length > 0 && (
        <div className={`${styles.strip} ${styles.looking}`} role="status">
          {typing.length > 0
            ? words.typing(names)
            : (lookers.length === 1 ? words.looking : words.lookingMany)(names)}
        </div>
      )}
      {status === 'snoozed' && snoozedUntil && (
        <div className={styles.strip}>{words.head.snoozedUntil(dayAndHour(snoozedUntil))}</div>
      )}
      {blocked && <div className={styles.strip}>{words.head.blocked}</div>}
    </>
  );
}
