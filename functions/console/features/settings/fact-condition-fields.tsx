import { NativeSelect, TextInput } from '@mantine/core';
import type { FactCondition } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import { comparisonOf, problemOf, withComparison } from './fact-comparison.ts';
import { FactRows } from './fact-rows.tsx';
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
  return (
    <FactRows<FactCondition>
      legend={words.facts}
      facts={conditions}
      blank={{ key: '', comparison: 'is', value: '' }}
      className={own.comparison}
      onChange={onChange}
    >
      {(condition, put) => <Comparing condition={condition} onChange={put} />}
    </FactRows>
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
