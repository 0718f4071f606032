import { expect, it } from 'vitest';
import { classifierOf } from '../../../../functions/domain/triage/classifier.ts';
import { triage } from '../../../../functions/domain/triage/embedded.ts';
import artefact from '../../../../functions/domain/triage/model.json' with { type: 'json' };

it('is the classifier of the committed model', () => {
  const text = 'still waiting for my refund';
  expect(triage(text, 'facebook')).toEqual(classifierOf(artefact)(text, 'facebook'));
});
