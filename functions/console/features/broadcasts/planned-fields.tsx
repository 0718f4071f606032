import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deviceZone } from '../../formats/local-field.ts';
import { instantAt, timeIn, wallTime } from '../../formats/zone-time.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { componentsQuery } from '../incidents/queries.ts';
import type { Planned } from './form.ts';
import { ZoneSelect } from './zone-select.tsx';

/** Of planned work: what it concerns, and when it begins and ends by which clock. */
export function PlannedFields({
  planned,
  onChange,
}: {
  planned: Planned;
  onChange: (change: Partial<Planned>) => void;
}) {
  const { client } = useDesk();
  const { data: components = [] } = useQuery(componentsQuery(client));
  const { affected, startsAt, endsAt, timeZone } = planned;
  const isTurned = startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt;
  const here = (at: string | undefined) =>
    at !== undefined && timeZone !== deviceZone() ? words.sameTime(timeIn(at, deviceZone())) : undefined;
  // Who chooses another clock means the same hour of it.
  const chooseZone = (zone: string) =>
    onChange({
      timeZone: zone,
      startsAt: instantAt(wallTime(startsAt, timeZone), zone),
      endsAt: instantAt(wallTime(endsAt, timeZone), zone),
    });
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          type="datetime-local"
          label={words.startsAt}
          description={here(startsAt)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={wallTime(startsAt, timeZone)}
          onChange={({ currentTarget: { value } }) => onChange({ startsAt: instantAt(value, timeZone) })}
        />
        <TextInput
          type="datetime-local"
          label={words.endsAt}
          description={here(endsAt)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTurned && words.endsBeforeItBegins}
          value={wallTime(endsAt, timeZone)}
          onChange={({ currentTarget: { value } }) => onChange({ endsAt: instantAt(value, timeZone) })}
        />
        <ZoneSelect value={timeZone} onChange={chooseZone} />
      </div>
      {components.length > 0 && (
        <Checkbox.Group
          label={words.affected}
          value={affected}
          onChange={(value) => onChange({ affected: value })}
        >
          <Group gap="sm" mt={6}>
            {components.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </>
  );
}
