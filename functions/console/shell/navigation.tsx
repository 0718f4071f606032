import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import {
  IconActivityHeartbeat,
  IconChartBar,
  IconChecks,
  IconCommand,
  IconSettings,
  IconSpeakerphone,
  IconUrgent,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useCommands } from '../commands/use-commands.ts';
import { ViewLinks } from '../features/inbox/view-links.tsx';
import { may, useDesk } from '../session/desk-context.ts';
import { desk } from '../words/desk.ts';
import styles from './navigation.module.css';
import { commandList } from './overlays.ts';
import { PersonButton } from './person-button.tsx';
import { type ScreenLink, screenLinks } from './screens.ts';

const icons: Record<ScreenLink['id'], typeof IconUrgent> = {
  incidents: IconUrgent,
  broadcasts: IconSpeakerphone,
  approvals: IconChecks,
  reports: IconChartBar,
  settings: IconSettings,
  health: IconActivityHeartbeat,
};

/** Where one can go: the views of the inbox, and the other screens that one's role may see. */
export function Navigation() {
  const { me, session } = useDesk();
  const [location, go] = useLocation();
  const links = screenLinks.filter(({ needs }) => may(me, needs));
  useCommands([
    ...links.map(({ id, href, key }) => ({
      id: `go-${id}`,
      title: desk.screens[id],
      group: 'go' as const,
      keys: `g ${key}`,
      run: () => go(href),
    })),
    { id: 'sign-out', title: desk.signOut, group: 'desk', run: () => void session.signOut() },
  ]);
  return (
    <>
      <div className={styles.top}>
        <span className={styles.mark}>
          <img src="/icon.svg" alt="" />
          {desk.product}
        </span>
        <Tooltip
          label={
            <>
              {desk.commands.open} <Kbd size="xs">Ctrl K</Kbd>
            </>
          }
        >
          <ActionIcon aria-label={desk.commands.open} onClick={() => commandList.set('bar')}>
            <IconCommand size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={styles.scroll}>
        <ViewLinks />
        {links.length > 0 && (
          <ul className={`${styles.links} ${styles.screens}`} aria-label={desk.navigation}>
            {links.map(({ id, href }) => {
              const Icon = icons[id];
              return (
                <li key={id} className={styles.item}>
                  <Link
                    href={href}
                    className={styles.link}
                    aria-current={location.startsWith(href) ? 'page' : undefined}
                  >
                    <Icon size={17} aria-hidden />
                    <span className={styles.label}>{desk.screens[id]}</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <div className={styles.bottom}>
        <PersonButton />
      </div>
    </>
  );
}
