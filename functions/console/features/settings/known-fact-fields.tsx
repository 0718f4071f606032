import { TextInput } from '@mantine/core';
import { settings } from '../../words/settings.ts';
import { FactRows } from './fact-rows.tsx';
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
  return (
    <FactRows<KnownFact>
      legend={settings.dryRun.facts}
      facts={facts}
      blank={{ key: '', value: '' }}
      className={own.known}
      onChange={onChange}
    >
      {(fact, put) => (
        <>
          <TextInput
            aria-label={words.fact}
            placeholder={words.factHint}
            value={fact.key}
            onChange={({ currentTarget: { value: key } }) => put({ ...fact, key })}
          />
          <TextInput
            aria-label={words.value}
            value={fact.value}
            onChange={({ currentTarget: { value } }) => put({ ...fact, value })}
          />
        </>
      )}
    </FactRows>
  );
}
