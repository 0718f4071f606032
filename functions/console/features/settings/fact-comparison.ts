import type { FactCondition } from '../../api/settings.ts';

/** How a fact is compared, as a list offers it: `known` asks for no value. */
export function comparisonOf({ comparison, value }: FactCondition): string {
  return comparison ?? (value === undefined ? 'known' : 'is');
}

/** A copy that compares in another way. */
export function withComparison(condition: FactCondition, comparison: string): FactCondition {
  const { comparison: _, value = '', ...rest } = condition;
  return comparison === 'known' ? rest : { ...rest, comparison, value };
}

/** What a condition still lacks: the name of its fact, a value, or a value that something can be above or below. */
export function problemOf(condition: FactCondition): 'key' | 'value' | 'magnitude' | undefined {
  const { key, value } = condition;
  if (key.trim() === '') return 'key';
  const comparison = comparisonOf(condition);
  if (comparison === 'known') return undefined;
  const text = `${value ?? ''}`.trim();
  if (text === '') return 'value';
  const isMagnitude = /^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isFinite(Number(text));
  return (comparison === 'at-least' || comparison === 'at-most') && !isMagnitude ? 'magnitude' : undefined;
}
