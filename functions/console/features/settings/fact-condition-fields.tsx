import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { FactCondition } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import { comparisonOf, problemOf, withComparison } from './fact-comparison.ts';
import own from './settings.module.css';

const words = settings.routing;
const problems = {
  key: words.factMissing,
  value: words.valueMissing,
  magnitude: words.magnitudeMissing,
} as const;

/** What has to be known of the customer for a rule to fire: a fact, how it is compared, and with what. */
export function FactConditionFields({
  conditions,
  onChange,
}: {
  conditions: readonly FactCondition[];
  onChange: (conditions: FactCondition[]) => void;
}) {
  const put = (index: number, changed: FactCondition) =>
    onChange(conditions.map((one, at) => (at === index ? changed : one)));
  return (
    <fieldset className={own.group}>
      <legend>{words.facts}</legend>
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
        <div key={index} className={own.comparison}>
          <Comparing condition={condition} onChange={(changed) => put(index, changed)} />
          <ActionIcon
            aria-label={words.removeFact}
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...conditions, { key: '', comparison: 'is', value: '' }])}
        >
          {words.addFact}
        </Button>
      </span>
    </fieldset>
  );
}

function Comparing({
  condition,
  onChange,
}: {
  condition: FactCondition;
  onChange: (condition: FactCondition) => void;
}) {
  const comparison = comparisonOf(condition);
  const problem = problemOf(condition);
  return (
    <>
      <TextInput
        aria-label={words.fact}
        placeholder={words.factHint}
        value={condition.key}
        error={problem === 'key' && problems.key}
        onChange={({ currentTarget: { value: key } }) => onChange({ ...condition, key })}
      />
      <NativeSelect
        aria-label={words.comparison}
        value={comparison}
        data={words.comparisons}
        onChange={({ currentTarget: { value } }) => onChange(withComparison(condition, value))}
      />
      {comparison === 'known' ? (
        <span />
      ) : (
        <TextInput
          aria-label={words.value}
          value={`${condition.value ?? ''}`}
          error={problem !== undefined && problem !== 'key' && problems[problem]}
          onChange={({ currentTarget: { value } }) => onChange({ ...condition, value })}
        />
      )}
    </>
  );
}
