import { describe, expect, it } from 'vitest';
import { Artefact, modelOf } from '../../../../functions/domain/triage/artefact.ts';
import { BUCKETS } from '../../../../functions/domain/triage/features.ts';
import { columnsOf } from '../../../../functions/domain/triage/linear-model.ts';
import artefact from '../../../../functions/domain/triage/model.json' with { type: 'json' };
import { taskClasses, taskNames } from '../../../../functions/domain/triage/tasks.ts';
import { readLabelledMessages } from '../../../../lib/local/labelled-messages.ts';

const LARGEST = 1.5 * 2 ** 20;

describe('the trained model', () => {
  it('is one that this version of the classifier reads', () => {
    const { tasks, weights } = modelOf(Artefact.parse(artefact)).model;
    expect(tasks.map(({ name, classes }) => [name, classes])).toEqual(
      taskNames.map((name) => [name, [...taskClasses[name]]]),
    );
    expect(weights).toHaveLength(BUCKETS * tasks.reduce((sum, task) => sum + columnsOf(task), 0));
  });

  it('was trained from the labelled messages as they are: otherwise run npm run train', () => {
    expect(artefact.data).toBe(readLabelledMessages('.').hash);
  });

  it('is small enough to be loaded with a function', () => {
    expect(JSON.stringify(artefact).length).toBeLessThan(LARGEST);
  });
});
