import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deviceZone } from '../../formats/local-field.ts';
import { cityOf } from '../../formats/zone-time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { teamZonesQuery } from '../../team-zones.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';

const all = Intl.supportedValuesOf('timeZone');

/** By whose clock a time is meant: this device's, a team's, or that of any zone. */
export function ZoneSelect({ value, onChange }: { value: string; onChange: (timeZone: string) => void }) {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamZonesQuery(client));
  const device = deviceZone();
  const byZone = Map.groupBy(teams, ({ timeZone }) => timeZone);
  byZone.delete(device);
  const named = [...byZone].map(([zone, those]) => ({
    value: zone,
    label: `${cityOf(zone)} (${those.map(({ name }) => name).join(', ')})`,
  }));
  const rest = [...new Set([...all, 'UTC', value])].filter((zone) => zone !== device && !byZone.has(zone));
  return (
    <NativeSelect
      label={words.zone}
      value={value}
      data={[
        { group: words.zones.device, items: [{ value: device, label: cityOf(device) }] },
        ...(named.length > 0 ? [{ group: words.zones.teams, items: named }] : []),
        { group: words.zones.all, items: rest.toSorted() },
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
