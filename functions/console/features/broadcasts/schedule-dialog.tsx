import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/dates/styles.css';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { deviceTime } from '../../browser/clock.ts';
import { instantAt, timesIn, wallTime } from '../../formats/zone-time.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { desk } from '../../words/desk.ts';
import styles from './broadcasts.module.css';
import { ZoneSelect } from './zone-select.tsx';

/** Asks when something is to be published, and by whose clock; says what that is by this device's. */
export default function ScheduleDialog({
  timeZone,
  onClose,
  onChosen,
}: {
  timeZone: string;
  onClose: () => void;
  onChosen: (when: { publishAt: string; timeZone: string }) => void;
}) {
  const [zone, setZone] = useState(timeZone);
  const [picked, setPicked] = useState<string | null>(null);
  const at = picked === null ? undefined : instantAt(picked.replace(' ', 'T').slice(0, 16), zone);
  const isToCome = at !== undefined && Date.parse(at) > deviceTime();
  const today = wallTime(new Date(deviceTime()).toISOString(), zone).slice(0, 10);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.scheduleTitle}
      size="sm"
      closeButtonProps={{ 'aria-label': desk.close }}
    >
      <Stack gap="sm">
        <DateTimePicker
          label={words.when}
          value={picked}
          onChange={setPicked}
          minDate={`${today} 00:00:00`}
          popoverProps={{ withinPortal: true }}
          data-autofocus
        />
        <ZoneSelect value={zone} onChange={setZone} />
        <p className={styles.hint} role="status">
          {at !== undefined && (isToCome ? words.scheduledFor(timesIn(at, zone)) : words.hasPassed)}
        </p>
      </Stack>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button
          disabled={!isToCome}
          onClick={() => {
            if (at !== undefined) onChosen({ publishAt: at, timeZone: zone });
            onClose();
          }}
        >
          {words.scheduleYes}
        </Button>
      </Group>
    </Modal>
  );
}
