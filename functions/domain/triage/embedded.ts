import { type Classifier, classifierOf } from './classifier.ts';
import artefact from './model.json' with { type: 'json' };

let embedded: Classifier | undefined;

/** The classifier that comes with Hark; its weights are unpacked when the first message is read. */
export const triage: Classifier = (text, channel) => {
  embedded ??= classifierOf(artefact);
  return embedded(text, channel);
};
