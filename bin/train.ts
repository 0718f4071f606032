import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from '../functions/domain/triage/training/example.ts';
import { train } from '../functions/domain/triage/training/train.ts';
import { readLabelledMessages } from '../lib/local/labelled-messages.ts';

/** `npm run train`: makes the classifier's weights anew from the labelled messages. The same messages give the same file. */
const root = join(import.meta.dirname, '..');
const { lines, hash } = readLabelledMessages(root);
const examples = readExamples(lines);
const artefact = train(examples, hash);
writeFileSync(
  join(root, 'functions/domain/triage/model.json'),
  `${JSON.stringify(artefact, undefined, 2)}\n`,
);
console.log(
  `${examples.length} labelled messages, ${Math.round(artefact.weights.length / 1024)} KB of weights.`,
);
console.log(`Thresholds: ${JSON.stringify(artefact.thresholds)}. Now look at npm run eval.`);
