import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { memo, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Detail, Message } from '../../api/detail.ts';
import { whenIdle } from '../../browser/clock.ts';
import { dayOf } from '../../formats/time.ts';
import { detailKey } from '../../live/apply-change.ts';
import { conversation as words } from '../../words/conversation.ts';
import { nameOf } from '../inbox/person-name.ts';
import { ActivityLines } from './activity-lines.tsx';
import { FurtherBack } from './further-back.tsx';
import { MessageEntry } from './message-entry.tsx';
import { NoteCard } from './note-card.tsx';
import { PostCard } from './post-card.tsx';
import { isFirstLook, wantWhole } from './queries.ts';
import styles from './timeline.module.css';
import { type Entry, entriesOf } from './timeline-entries.ts';
import { useEarlier } from './use-earlier.ts';
import { useMessageAction } from './use-message-action.ts';

/** So many entries are drawn at once, more than a screen holds, and so many more in each idle moment. */
const STEP = 30;
/** Within so many pixels of the end one is at the end, and what comes in is scrolled to. */
const NEAR = 120;

/** Everything that was said and done, oldest first. It opens at the end, and stays there while things come in. */
export const Timeline = memo(function Timeline({
  detail,
  agentName,
}: {
  detail: Detail;
  agentName: (id: string) => string;
}) {
  const queries = useQueryClient();
  const earlier = useEarlier(detail);
  const act = useMessageAction(detail.id, earlier.put);
  const entries = useMemo(
    () => entriesOf({ ...detail, messages: [...(earlier.messages ?? []), ...detail.messages] }),
    [detail, earlier.messages],
  );
  const shown = useEndFirst(entries);
  const { scroll, atEnd, onScroll, toEnd } = useStickToEnd(shown.at(-1)?.id);
  const isFirst = isFirstLook(detail);
  const readOn = () => {
    if (!isFirst) return earlier.readOn();
    wantWhole(detail.id);
    return queries.invalidateQueries({ queryKey: detailKey(detail.id) });
  };
  const authorOf = (message: Message) => {
    const { agentId, name, handle } = message.author;
    if (message.direction === 'outbound') return agentId === undefined ? words.us : agentName(agentId);
    return name === undefined && handle === undefined ? nameOf(detail.contact) : nameOf(message.author);
  };
  const show = (entry: Entry) => {
    switch (entry.kind) {
      case 'day':
        return <div className={styles.day}>{dayOf(entry.at)}</div>;
      case 'post':
        return <PostCard post={entry.post} />;
      case 'note':
        return <NoteCard note={entry.note} agentName={agentName} />;
      case 'activity':
        return <ActivityLines items={entry.items} nameOf={agentName} />;
      case 'message':
        return (
          <MessageEntry
            conversationId={detail.id}
            message={entry.message}
            follows={entry.follows}
            author={authorOf(entry.message)}
            actions={detail.actions}
            act={act}
          />
        );
    }
  };
  return (
    <section
      ref={scroll}
      className={styles.scroll}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={words.timeline}
    >
      <ol className={styles.entries}>
        {earlier.hasEarlier && shown === entries && (
          <FurtherBack alone={isFirst} onWanted={() => void readOn()} />
        )}
        {shown.map((entry) => (
          <li key={entry.id} className={styles[`${entry.kind}Item`]}>
            {show(entry)}
          </li>
        ))}
      </ol>
      {!atEnd && (
        <div className={styles.jump}>
          <Button
            variant="default"
            radius="xl"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={toEnd}
          >
            {words.newest}
          </Button>
        </div>
      )}
    </section>
  );
});

/** Entries from the end on: who opens a conversation wants that, and who writes is not held up by what stands far above. */
function useEndFirst(entries: Entry[]): Entry[] {
  const [count, setCount] = useState(STEP);
  const isWhole = count >= entries.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins when the one before has been drawn
  useEffect(() => {
    if (!isWhole) return whenIdle(() => startTransition(() => setCount((drawn) => drawn + STEP)));
  }, [isWhole, count]);
  return isWhole ? entries : entries.slice(-count);
}

function useStickToEnd(lastId: string | undefined) {
  const scroll = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls because something came in
  useLayoutEffect(() => {
    const area = scroll.current;
    if (!area) return;
    if (isAtEnd.current) area.scrollTop = area.scrollHeight;
    // Pictures grow after they load, and the reply box takes room from below.
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) area.scrollTop = area.scrollHeight;
    });
    watch.observe(area);
    if (area.firstElementChild) watch.observe(area.firstElementChild);
    return () => watch.disconnect();
  }, [lastId]);
  return {
    scroll,
    atEnd,
    toEnd,
    onScroll() {
      const area = scroll.current;
      if (!area) return;
      isAtEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
      setAtEnd(isAtEnd.current);
    },
  };
}
