import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceTime } from '../../browser/clock.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { cityOf, wallTime } from '../../formats/zone-time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { TimeToComeDialog } from '../../shell/time-to-come-dialog.tsx';
import { teamZonesQuery } from '../../team-zones.ts';
import { times as words } from '../../words/times.ts';
import { bothClocks } from './both-clocks.ts';

interface Props {
  title: string;
  label: string;
  yes: string;
  /** Whose clock may be meant beside that of this device. */
  teamId?: string;
  onClose: () => void;
  onChosen: (at: string) => void;
}

/** Asks for a time to come, by the clock of this device or, where that shows another time, of the team. */
export default function TimeDialog({ teamId, ...asked }: Props) {
  const device = deviceZone();
  const theirs = useTeamZone(teamId);
  const [zone, setZone] = useState(device);
  return (
    <TimeToComeDialog
      {...asked}
      zone={zone}
      said={(at) => theirs && bothClocks(at, zone, theirs.timeZone, device)}
      passed={words.passed}
    >
      {theirs && (
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
    </TimeToComeDialog>
  );
}

/** The zone of a team, if its clocks show another time now than this device. */
function useTeamZone(teamId: string | undefined): { name: string; timeZone: string } | undefined {
  const { client } = useDesk();
  const { data: zones = [] } = useQuery({ ...teamZonesQuery(client), enabled: teamId !== undefined });
  const team = zones.find(({ id }) => id === teamId);
  const now = new Date(deviceTime()).toISOString();
  return team && wallTime(now, team.timeZone) !== wallTime(now, deviceZone()) ? team : undefined;
}
