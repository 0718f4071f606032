import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { settings } from '../../words/settings.ts';
import own from './settings.module.css';

const words = settings.routing;

/** Something that would be known of whoever writes. */
export interface KnownFact {
  key: string;
  value: string;
}

/** Those that have a name; yes and no are what flags say. */
export function namedFacts(facts: readonly KnownFact[]): { key: string; value: string | boolean }[] {
  return facts
    .filter(({ key }) => key.trim() !== '')
    .map(({ key, value }) => ({
      key: key.trim(),
      value: value === 'true' || value === 'false' ? value === 'true' : value,
    }));
}

/** What would be known of whoever writes the message that is tried. */
export function KnownFactFields({
  facts,
  onChange,
}: {
  facts: readonly KnownFact[];
  onChange: (facts: KnownFact[]) => void;
}) {
  const put = (index: number, change: Partial<KnownFact>) =>
    onChange(facts.map((fact, at) => (at === index ? { ...fact, ...change } : fact)));
  return (
    <fieldset className={own.group}>
      <legend>{settings.dryRun.facts}</legend>
      {facts.map(({ key, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is its place
        <div key={index} className={own.known}>
          <TextInput
            aria-label={words.fact}
            placeholder={words.factHint}
            value={key}
            onChange={({ currentTarget }) => put(index, { key: currentTarget.value })}
          />
          <TextInput
            aria-label={words.value}
            value={value}
            onChange={({ currentTarget }) => put(index, { value: currentTarget.value })}
          />
          <ActionIcon
            aria-label={words.removeFact}
            onClick={() => onChange(facts.filter((_, at) => at !== index))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...facts, { key: '', value: '' }])}
        >
          {words.addFact}
        </Button>
      </span>
    </fieldset>
  );
}
