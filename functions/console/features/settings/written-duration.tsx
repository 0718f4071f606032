import { TextInput } from '@mantine/core';
import { settings } from '../../words/settings.ts';
import { isoDuration, writtenDuration } from './durations.ts';

/** How long something may take, as people write it. */
export function WrittenDuration({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (iso: string) => void;
}) {
  return (
    <TextInput
      key={value}
      label={label}
      placeholder={settings.durationHint}
      title={settings.durationHint}
      defaultValue={writtenDuration(value)}
      onBlur={({ currentTarget }) => {
        const iso = isoDuration(currentTarget.value);
        if (iso !== value) onChange(iso);
      }}
    />
  );
}
