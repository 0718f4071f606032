import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/dates/styles.css';
import { Button, Group, Modal } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { deviceTime } from '../../browser/clock.ts';
import { desk } from '../../words/desk.ts';

/** Asks for a time to come. */
export default function TimeDialog({
  title,
  label,
  yes,
  onClose,
  onChosen,
}: {
  title: string;
  label: string;
  yes: string;
  onClose: () => void;
  onChosen: (at: string) => void;
}) {
  const [value, setValue] = useState<string | null>(null);
  const at = value === null ? Number.NaN : Date.parse(value.replace(' ', 'T'));
  const isToCome = at > deviceTime();
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': desk.close }}>
      <DateTimePicker
        label={label}
        value={value}
        onChange={setValue}
        minDate={new Date(deviceTime())}
        popoverProps={{ withinPortal: true }}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button
          disabled={!isToCome}
          onClick={() => {
            onChosen(new Date(at).toISOString());
            onClose();
          }}
        >
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}
