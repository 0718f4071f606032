import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/dates/styles.css';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { type ReactNode, useId, useState } from 'react';
import { deviceTime } from '../browser/clock.ts';
import { instantAt, wallTime } from '../formats/zone-time.ts';
import { desk } from '../words/desk.ts';
import { times as words } from '../words/times.ts';

interface Props {
  title: string;
  label: string;
  yes: string;
  /** By whose clock the time is meant. */
  zone: string;
  /** Where another clock is chosen, if there is one to choose. */
  children?: ReactNode;
  /** What is said of an instant that is still to come, and of one that has passed. */
  said: (at: string) => ReactNode;
  passed: string;
  onClose: () => void;
  onChosen: (at: string) => void;
}

/** Asks for a time to come, by the clock of a zone. */
export function TimeToComeDialog({
  title,
  label,
  yes,
  zone,
  children,
  said,
  passed,
  onClose,
  onChosen,
}: Props) {
  const id = useId();
  const [value, setValue] = useState<string | null>(null);
  const at = value === null ? undefined : instantAt(value.replace(' ', 'T').slice(0, 16), zone);
  const isToCome = at !== undefined && Date.parse(at) > deviceTime();
  const today = wallTime(new Date(deviceTime()).toISOString(), zone).slice(0, 10);
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': desk.close }}>
      <Stack gap="sm">
        <DateTimePicker
          label={label}
          value={value}
          onChange={setValue}
          minDate={`${today} 00:00:00`}
          // The calendar is named after the field, which it looks for under this id.
          id={id}
          popoverProps={{ withinPortal: true, id }}
          // Both are too pale to be read.
          hideOutsideDates
          weekendDays={[]}
          timePickerProps={{ hoursInputLabel: words.hours, minutesInputLabel: words.minutes }}
          submitButtonProps={{ 'aria-label': words.set }}
          ariaLabels={{ previousMonth: words.previousMonth, nextMonth: words.nextMonth }}
          data-autofocus
        />
        {children}
        <Text size="sm" c="dimmed" role="status">
          {at !== undefined && (isToCome ? said(at) : passed)}
        </Text>
      </Stack>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button
          disabled={!isToCome}
          onClick={() => {
            if (at !== undefined) onChosen(at);
            onClose();
          }}
        >
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}
