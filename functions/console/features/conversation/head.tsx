import '@mantine/core/styles/Menu.css';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconCheck,
  IconDotsVertical,
  IconLayoutSidebarRight,
  IconRefresh,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Detail } from '../../api/detail.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { ClockPill } from '../../formats/clock-pill.tsx';
import { waitingClock } from '../../formats/clock-words.ts';
import { compact } from '../../formats/number.ts';
import { dayAndHour } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { ask } from '../../shell/overlays.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { conversation } from '../../words/conversation.ts';
import { inbox } from '../../words/inbox.ts';
import { ChannelIcon } from '../inbox/channel-icon.tsx';
import { nameOf } from '../inbox/person-name.ts';
import { channelName } from '../inbox/views.ts';
import styles from './conversation.module.css';
import { ownerField } from './properties.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { Change } from './use-change.ts';

const words = conversation.head;
/** How long after it was done something can be taken back by one press, in milliseconds. */
const REGRET = 8000;

interface Props {
  detail: Detail;
  listHref: string;
  onChange: (change: Change) => void;
  onDetails: () => void;
}

/** Whose conversation it is, how long is left, and what ends or delays it. */
export function Head({ detail, listHref, onChange, onDetails }: Props) {
  const { me } = useDesk();
  const [, go] = useLocation();
  const [snoozing, setSnoozing] = useState(false);
  const { contact, channel, status, blocked } = detail;
  const clock = waitingClock(detail);
  const isOpen = status === 'open';
  const resolve = () => {
    onChange({ status: 'resolved' });
    tellDone(words.resolvedDone, { run: () => onChange({ status: 'open' }), milliseconds: REGRET });
  };
  const snooze = (until: string) => {
    onChange({ status: 'snoozed', snoozedUntil: until });
    tellDone(words.snoozedDone(dayAndHour(until)), {
      run: () => onChange({ status: 'open' }),
      milliseconds: REGRET,
    });
  };
  const reopen = () => onChange({ status: 'open' });
  const block = async () => {
    if (blocked) return onChange({ blocked: false });
    const { blockTitle: title, blockText: text, block: yes } = words;
    if (await ask({ title, text, yes, danger: true })) onChange({ blocked: true });
  };
  const group = 'conversation' as const;
  const { keys } = conversation;
  useCommands([
    isOpen
      ? { id: 'resolve', title: keys.resolve, group, keys: 'e', run: resolve }
      : { id: 'reopen', title: words.reopen, group, keys: 'e', run: reopen },
    { id: 'snooze', title: keys.snooze, group, keys: 's', run: () => setSnoozing(true) },
    { id: 'take', title: keys.take, group, keys: 'm', run: () => onChange({ ownerId: me.id }) },
    {
      id: 'assign',
      title: keys.assign,
      group,
      keys: 'a',
      run: () => document.getElementById(ownerField)?.focus(),
    },
    { id: 'details', title: keys.details, group, keys: 'd', run: onDetails },
    { id: 'back', title: keys.back, group, keys: 'Escape', keysOnly: true, run: () => go(listHref) },
    {
      id: 'block',
      title: blocked ? words.unblock : words.block,
      group,
      run: () => void block(),
    },
  ]);
  return (
    <header className={styles.head}>
      <ActionIcon className={styles.back} aria-label={conversation.back} onClick={() => go(listHref)}>
        <IconArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <div className={styles.who}>
        <h1 className={styles.name}>
          <span className={styles.nameText}>{nameOf(contact)}</span>
        </h1>
        <div className={styles.sub}>
          {clock && <ClockPill clock={clock} />}
          <ChannelIcon channel={channel} size={13} />
          <span className={styles.clip}>
            {contact.handle ? `@${contact.handle}` : channelName(channel)}
            {contact.followers !== undefined && ` · ${inbox.reach(compact(contact.followers))}`}
          </span>
        </div>
      </div>
      <div className={styles.tools}>
        <span className={styles.wide}>
          {isOpen && <SnoozeMenu opened={snoozing} onOpened={setSnoozing} onSnooze={snooze} />}
        </span>
        {isOpen ? (
          <Button leftSection={<IconCheck size={15} aria-hidden />} onClick={resolve}>
            {words.resolve}
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconRefresh size={15} aria-hidden />} onClick={reopen}>
            {status === 'snoozed' ? words.wake : words.reopen}
          </Button>
        )}
        <Tooltip label={conversation.details}>
          <ActionIcon aria-label={conversation.details} onClick={onDetails}>
            <IconLayoutSidebarRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={words.more}>
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onChange({ ownerId: detail.ownerId === me.id ? null : me.id })}>
              {detail.ownerId === me.id ? words.giveUp : words.take}
            </Menu.Item>
            {isOpen && <Menu.Item onClick={() => setSnoozing(true)}>{words.snooze}</Menu.Item>}
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => void block()}>
              {blocked ? words.unblock : words.block}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
