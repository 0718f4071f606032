import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/dates/styles.css';
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { deviceTime } from '../../browser/clock.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { cityOf, instantAt, wallTime } from '../../formats/zone-time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { teamZonesQuery } from '../../team-zones.ts';
import { desk } from '../../words/desk.ts';
import { times as words } from '../../words/times.ts';
import { bothClocks } from './both-clocks.ts';

/** Asks for a time to come, by the clock of this device or, where that shows another time, of the team. */
export default function TimeDialog({
  title,
  label,
  yes,
  teamId,
  onClose,
  onChosen,
}: {
  title: string;
  label: string;
  yes: string;
  /** Whose clock may be meant beside that of this device. */
  teamId?: string;
  onClose: () => void;
  onChosen: (at: string) => void;
}) {
  const id = useId();
  const device = deviceZone();
  const theirs = useTeamZone(teamId);
  const [zone, setZone] = useState(device);
  const [value, setValue] = useState<string | null>(null);
  const at = value === null ? undefined : instantAt(value.replace(' ', 'T').slice(0, 16), zone);
  const isToCome = at !== undefined && Date.parse(at) > deviceTime();
  return (
    <Modal opened onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': desk.close }}>
      <Stack gap="sm">
        <DateTimePicker
          label={label}
          value={value}
          onChange={setValue}
          minDate={`${wallTime(nowIso(), zone).slice(0, 10)} 00:00:00`}
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
        {theirs !== undefined && (
          <NativeSelect
            label={words.clock}
            value={zone}
            data={[
              { value: device, label: words.ofDevice(cityOf(device)) },
              { value: theirs.timeZone, label: words.ofTeam(cityOf(theirs.timeZone), theirs.name) },
            ]}
            onChange={({ currentTarget }) => setZone(currentTarget.value)}
          />
        )}
        <Text size="sm" c="dimmed" role="status">
          {at !== undefined && !isToCome && words.passed}
          {at !== undefined &&
            isToCome &&
            theirs !== undefined &&
            bothClocks(at, zone, theirs.timeZone, device)}
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

const nowIso = (): string => new Date(deviceTime()).toISOString();

/** The zone of a team, if its clocks show another time now than this device. */
function useTeamZone(teamId: string | undefined): { name: string; timeZone: string } | undefined {
  const { client } = useDesk();
  const { data: zones = [] } = useQuery({ ...teamZonesQuery(client), enabled: teamId !== undefined });
  const team = zones.find(({ id }) => id === teamId);
  return team && wallTime(nowIso(), team.timeZone) !== wallTime(nowIso(), deviceZone()) ? team : undefined;
}
