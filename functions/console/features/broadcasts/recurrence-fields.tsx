import '@mantine/core/styles/NumberInput.css';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { Recurrence } from '../../api/broadcast.ts';
import { deviceTime } from '../../browser/clock.ts';
import styles from '../../shell/page.module.css';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { endingOf, lastDayOf, withEnding, withLastDay } from './recurrence-form.ts';

const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How often it comes again, and until when or how many times. */
export function RecurrenceFields({
  recurrence,
  timeZone,
  onChange,
}: {
  recurrence: Recurrence | undefined;
  timeZone: string;
  onChange: (recurrence: Recurrence | undefined) => void;
}) {
  const choose = (value: string) => {
    const every = Recurrence.shape.every.safeParse(value).data;
    onChange(every && { interval: 1, ...recurrence, every });
  };
  const ending = recurrence && endingOf(recurrence);
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={words.repeat}
        description={recurrence && words.repeatHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={recurrence?.every ?? 'never'}
        data={choices(words.repeats)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {recurrence && (
        <>
          <NumberInput
            label={words.interval}
            suffix={` ${words.unit(recurrence.interval, recurrence.every)}`}
            min={1}
            max={99}
            allowDecimal={false}
            clampBehavior="strict"
            value={recurrence.interval}
            onChange={(value) => onChange({ ...recurrence, interval: Number(value) || 1 })}
          />
          <NativeSelect
            label={words.ends}
            value={ending}
            data={choices(words.endings)}
            onChange={({ currentTarget }) =>
              onChange(withEnding(recurrence, currentTarget.value, timeZone, deviceTime()))
            }
          />
        </>
      )}
      {recurrence && ending === 'until' && (
        <TextInput
          type="date"
          label={words.until}
          value={lastDayOf(recurrence, timeZone)}
          onChange={({ currentTarget }) => onChange(withLastDay(recurrence, currentTarget.value, timeZone))}
        />
      )}
      {recurrence && ending === 'times' && (
        <NumberInput
          label={words.times}
          min={1}
          max={999}
          allowDecimal={false}
          clampBehavior="strict"
          value={recurrence.times ?? 1}
          onChange={(value) => onChange({ ...recurrence, times: Number(value) || 1 })}
        />
      )}
    </div>
  );
}
