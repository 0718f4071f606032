import '@mantine/core/styles/Menu.css';
import { ActionIcon, Menu } from '@mantine/core';
import { IconAlarmSnooze } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { deviceTime } from '../../browser/clock.ts';
import { dayAndHour } from '../../formats/time.ts';
import { conversation } from '../../words/conversation.ts';
import { snoozeTimes } from './snooze-times.ts';

const TimeDialog = lazy(() => import('./time-dialog.tsx'));
const words = conversation.snooze;

/** Puts a conversation off until a time. */
export function SnoozeMenu({
  opened,
  onOpened,
  onSnooze,
}: {
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onSnooze: (until: string) => void;
}) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Menu opened={opened} onChange={onOpened} width={240}>
        <Menu.Target>
          <ActionIcon size={30} aria-label={conversation.head.snooze} title={conversation.head.snooze}>
            <IconAlarmSnooze size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {opened &&
            snoozeTimes(deviceTime()).map(({ label, at }) => (
              <Menu.Item
                key={label}
                rightSection={<small>{dayAndHour(at)}</small>}
                onClick={() => onSnooze(at)}
              >
                {label}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => setChoosing(true)}>{words.other}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <Suspense>
          <TimeDialog
            title={words.title}
            label={words.when}
            yes={words.set}
            onClose={() => setChoosing(false)}
            onChosen={onSnooze}
          />
        </Suspense>
      )}
    </>
  );
}
