import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Recurrence } from '../../api/broadcast.ts';
import { deviceZone, fromLocalField, toLocalField } from '../../formats/local-field.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { componentsQuery } from '../incidents/queries.ts';
import type { Form } from './form.ts';

/** Of planned work: what it concerns, when it begins and ends, and how often it comes. */
export function PlannedFields({ form, onChange }: { form: Form; onChange: (change: Partial<Form>) => void }) {
  const { client } = useDesk();
  const { data: components = [] } = useQuery(componentsQuery(client));
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          type="datetime-local"
          label={words.startsAt}
          description={words.zone(deviceZone())}
          value={toLocalField(form.startsAt)}
          onChange={({ currentTarget: { value } }) => onChange({ startsAt: fromLocalField(value) })}
        />
        <TextInput
          type="datetime-local"
          label={words.endsAt}
          description={words.zone(deviceZone())}
          value={toLocalField(form.endsAt)}
          onChange={({ currentTarget: { value } }) => onChange({ endsAt: fromLocalField(value) })}
        />
        <NativeSelect
          label={words.repeat}
          description={words.repeatHint}
          value={form.repeats}
          data={Object.entries(words.repeats).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ repeats: Recurrence.shape.every.safeParse(value).data ?? 'never' })
          }
        />
      </div>
      {components.length > 0 && (
        <Checkbox.Group
          label={words.affected}
          value={form.affected}
          onChange={(affected) => onChange({ affected })}
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
