import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { priorities } from '../../words/inbox.ts';
import { settings as words } from '../../words/settings.ts';
import { channelName } from '../inbox/views.ts';
import { listOf, orNothing, textOf } from './texts.ts';

/** The platforms that can be named in settings. */
export const channels = ['facebook', 'x'];

interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  description?: string;
  placeholder?: string;
}

/** A line of text. */
export function TextField({ onChange, ...rest }: FieldProps<string> & { required?: boolean; list?: string }) {
  return <TextInput {...rest} onChange={({ currentTarget: { value } }) => onChange(value)} />;
}

/** A line of text that may be left out. */
export function OptionalField({ value, onChange, ...rest }: FieldProps<string | undefined>) {
  return <TextField {...rest} value={value ?? ''} onChange={(text) => onChange(orNothing(text))} />;
}

/** Some lines of text. */
export function LongField({ onChange, ...rest }: FieldProps<string>) {
  return (
    <Textarea
      size="xs"
      autosize
      minRows={2}
      maxRows={12}
      {...rest}
      onChange={({ currentTarget: { value } }) => onChange(value)}
    />
  );
}

/** Words between commas. They are a list once somebody goes on, so that commas can be written. */
export function ListField({
  value,
  onChange,
  ...rest
}: Omit<FieldProps<readonly string[] | undefined>, 'onChange'> & { onChange: (list: string[]) => void }) {
  return (
    <TextInput
      key={textOf(value)}
      {...rest}
      defaultValue={textOf(value)}
      onBlur={({ currentTarget }) => {
        const list = listOf(currentTarget.value);
        if (textOf(list) !== textOf(value)) onChange(list);
      }}
    />
  );
}

/** One of several, or none of them. What was chosen and is not there any more stays chosen, and says so. */
export function ChoiceField({
  value,
  onChange,
  choices,
  none,
  ...rest
}: FieldProps<string | undefined> & { choices: readonly { value: string; label: string }[]; none?: string }) {
  const isMissing = value !== undefined && !choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      {...rest}
      value={value ?? ''}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...choices,
        ...(isMissing ? [{ value, label: words.missing(value) }] : []),
      ]}
      onChange={({ currentTarget }) => onChange(orNothing(currentTarget.value))}
    />
  );
}

export function ChannelField({
  value,
  onChange,
}: Pick<FieldProps<string | undefined>, 'value' | 'onChange'>) {
  const choices = channels.map((channel) => ({ value: channel, label: channelName(channel) }));
  return (
    <ChoiceField
      label={words.channel}
      none={words.anyChannel}
      value={value}
      onChange={onChange}
      choices={choices}
    />
  );
}

export function PriorityField({
  value,
  onChange,
  none,
}: Pick<FieldProps<string | undefined>, 'value' | 'onChange'> & { none: string }) {
  const choices = Object.entries(priorities).map(([priority, label]) => ({ value: priority, label }));
  return (
    <ChoiceField label={words.priority} none={none} value={value} onChange={onChange} choices={choices} />
  );
}

export function VisibilityField({
  value,
  onChange,
}: Pick<FieldProps<string | undefined>, 'value' | 'onChange'>) {
  return (
    <ChoiceField
      label={words.visibility}
      none={words.anyVisibility}
      value={value}
      onChange={onChange}
      choices={words.visibilities}
    />
  );
}

export function TeamField({
  value,
  onChange,
  none,
}: Pick<FieldProps<string | undefined>, 'value' | 'onChange'> & { none: string }) {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const choices = teams.map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField label={words.team} none={none} value={value} onChange={onChange} choices={choices} />;
}

/** The zones that this device knows. */
export const zones = Intl.supportedValuesOf('timeZone');

export function ZoneField({ value, onChange }: Pick<FieldProps<string>, 'value' | 'onChange'>) {
  return (
    <>
      <TextField label={words.timeZone} value={value} onChange={onChange} list="time-zones" />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
