import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { settings } from '../../words/settings.ts';
import own from './settings.module.css';

const words = settings.routing;

/** Facts one below the other, each with the way to take it out, and the way to add one. */
export function FactRows<Fact>({
  legend,
  facts,
  blank,
  className,
  onChange,
  children: fieldsOf,
}: {
  legend: string;
  facts: readonly Fact[];
  /** What is added. */
  blank: Fact;
  className: string | undefined;
  onChange: (facts: Fact[]) => void;
  /** The fields of a fact. */
  children: (fact: Fact, put: (fact: Fact) => void) => ReactNode;
}) {
  return (
    <fieldset className={own.group}>
      <legend>{legend}</legend>
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is its place
        <div key={index} className={className}>
          {fieldsOf(fact, (changed) => onChange(facts.map((one, at) => (at === index ? changed : one))))}
          <ActionIcon
            aria-label={words.removeFact}
            onClick={() => onChange(facts.filter((_, at) => at !== index))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button variant="default" size="compact-sm" onClick={() => onChange([...facts, blank])}>
          {words.addFact}
        </Button>
      </span>
    </fieldset>
  );
}
