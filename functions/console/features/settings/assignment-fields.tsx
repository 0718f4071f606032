import '@mantine/core/styles/NumberInput.css';
import { NumberInput } from '@mantine/core';
import type { Assignment } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import { ChoiceField } from './fields.tsx';
import own from './settings.module.css';
import { WrittenDuration } from './written-duration.tsx';

const words = settings.routing;

/** How a team's new work finds its agent. */
export function AssignmentFields({
  team,
  assignment,
  onChange,
}: {
  team: string;
  assignment: Assignment;
  onChange: (assignment: Assignment) => void;
}) {
  const { method, capacity, giveBackAfter } = assignment;
  return (
    <div className={own.line}>
      <ChoiceField
        label={`${words.method} (${team})`}
        value={method}
        choices={words.methods}
        onChange={(value) => {
          if (value === 'off' || value === 'round-robin' || value === 'least-loaded')
            onChange({ ...assignment, method: value });
        }}
      />
      {method !== 'off' && (
        <>
          <NumberInput
            label={words.capacity}
            min={1}
            max={100}
            value={capacity}
            onChange={(value) => onChange({ ...assignment, capacity: Number(value) })}
          />
          <WrittenDuration
            label={words.giveBack}
            value={giveBackAfter}
            onChange={(value) => onChange({ ...assignment, giveBackAfter: value })}
          />
        </>
      )}
    </div>
  );
}
