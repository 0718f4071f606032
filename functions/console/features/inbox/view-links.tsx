import { ActionIcon } from '@mantine/core';
import {
  IconAlarmSnooze,
  IconArchive,
  IconAt,
  IconBan,
  IconBookmark,
  IconClockExclamation,
  IconInbox,
  IconUser,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommands } from '../../commands/use-commands.ts';
import styles from '../../shell/navigation.module.css';
import { inbox } from '../../words/inbox.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { useSavedViews } from './saved-views.ts';
import { useCounts, useViews } from './use-views.ts';
import { countOf, type View } from './views.ts';

const icons: Record<string, ReactNode> = {
  unanswered: <IconClockExclamation size={17} aria-hidden />,
  mine: <IconUser size={17} aria-hidden />,
  all: <IconInbox size={17} aria-hidden />,
  mentions: <IconAt size={17} aria-hidden />,
  snoozed: <IconAlarmSnooze size={17} aria-hidden />,
  resolved: <IconArchive size={17} aria-hidden />,
  spam: <IconBan size={17} aria-hidden />,
};

function iconOf({ id, group, query }: View): ReactNode {
  if (group === 'channels') return <ChannelIcon channel={query.channel ?? ''} size={17} />;
  if (group === 'saved') return <IconBookmark size={17} aria-hidden />;
  return icons[id] ?? <IconUsers size={17} aria-hidden />;
}

const headings: Partial<Record<View['group'], string>> = {
  channels: inbox.channels,
  saved: inbox.savedViews,
};

/** The views of the inbox, each with how many conversations it has. */
export function ViewLinks() {
  const views = useViews();
  const [, go] = useLocation();
  useCommands(
    views.map(({ id, label, key }) => ({
      id: `view-${id}`,
      title: inbox.keys.goTo(label),
      group: 'go' as const,
      ...(key !== undefined && { keys: `g ${key}` }),
      run: () => go(`/inbox/${id}`),
    })),
  );
  return [...Map.groupBy(views, ({ group }) => group)].map(([group, members]) => (
    <section key={group}>
      {headings[group] && <h2 className={styles.heading}>{headings[group]}</h2>}
      <ul className={styles.links} aria-label={headings[group] ?? inbox.title}>
        {members.map((view) => (
          <ViewLink key={view.id} view={view} />
        ))}
      </ul>
    </section>
  ));
}

function ViewLink({ view }: { view: View }) {
  const [location] = useLocation();
  const counts = useCounts();
  const { remove } = useSavedViews();
  const count = countOf(view, counts);
  const href = `/inbox/${view.id}`;
  return (
    <li className={styles.item}>
      <Link href={href} className={styles.link} aria-current={location === href ? 'page' : undefined}>
        {iconOf(view)}
        <span className={styles.label}>{view.label}</span>
        {count !== undefined && count > 0 && (
          <span className={`${styles.count} ${view.id === 'unanswered' ? styles.pressing : ''}`}>
            {count}
          </span>
        )}
      </Link>
      {view.group === 'saved' && (
        <ActionIcon
          className={styles.remove}
          size="sm"
          aria-label={inbox.removeView(view.label)}
          onClick={() => remove(view.id.replace(/^saved-/, ''))}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
