import { join } from 'node:path';
import { modelOf } from '../functions/domain/triage/artefact.ts';
import artefact from '../functions/domain/triage/model.json' with { type: 'json' };
import { evaluate, tablesOf } from '../functions/domain/triage/training/evaluation.ts';
import { readExamples } from '../functions/domain/triage/training/example.ts';
import { judge, rowsOf } from '../functions/domain/triage/training/train.ts';
import { readExam, readLabelledMessages } from '../lib/local/labelled-messages.ts';

/** `npm run eval`: how the committed model does on the labelled messages that it never saw. */
const root = join(import.meta.dirname, '..');
const { lines, hash } = readLabelledMessages(root);
if (hash !== artefact.data)
  console.error('The labelled messages have changed since the training: npm run train');
const { model, thresholds } = modelOf(artefact);
const rows = rowsOf(readExamples(lines)).filter(({ part }) => part === 'test');
const english = rows.filter(({ example }) => example.language === 'en');
console.log(`# The test split\n\n${tablesOf(evaluate(judge(model, rows), thresholds))}`);
console.log(`\n# Its English messages\n\n${tablesOf(evaluate(judge(model, english), thresholds))}`);
const exam = rowsOf(readExamples(readExam(root)));
console.log(`\n# The exam\n\n${tablesOf(evaluate(judge(model, exam), thresholds))}`);
