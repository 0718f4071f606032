import type { Artefact } from '../artefact.ts';
import { coherent } from '../coherence.ts';
import { BUCKETS, type Described, describe } from '../features.ts';
import { languageOf } from '../language.ts';
import { columnsOf, type LinearModel, probabilities } from '../linear-model.ts';
import { type TaskName, type Thresholds, taskClasses, taskNames } from '../tasks.ts';
import type { Example } from './example.ts';
import { type Fitted, fitWeights, type Sample, type Settings } from './fit.ts';
import { FOLDS, type Part, partOf } from './split.ts';

/** An example with its description. */
export interface Row extends Described {
  example: Example;
  part: Part;
}

const settings: Settings = { epochs: 15, rate: 0.1, decay: 0.0005, omitted: 0.2, seed: 7 };

/** A customer without an answer costs more than a look at a message that needed none, and twice that for what is lost as spam. */
const NEEDS_REPLY_RECALL = 0.993;
const SPAM_FALSE_ALARMS = 0.0005;

/** Describes every example once. */
export function rowsOf(examples: Example[]): Row[] {
  return examples.map((example) => ({
    example,
    part: partOf(example),
    ...describe(example.text, example.channel, languageOf(example.text).language),
  }));
}

/** The class of an example in a task. */
export function truthOf(task: TaskName, example: Example): string {
  const { needsReply, spam } = example;
  if (task === 'needsReply') return needsReply ? 'yes' : 'no';
  if (task === 'spam') return spam ? 'yes' : 'no';
  return example[task];
}

/** Learns from the rows and rounds what was learnt to bytes. */
export function learn(rows: Row[]): LinearModel {
  const fitted = taskNames.map((task) => fitWeights([...taskClasses[task]], samplesOf(task, rows), settings));
  return rounded(fitted);
}

/**
 * How much the classes of a task count beside what their rarity gives them, chosen on the folds. Six of ten messages to a company
 * are complaints and two are neutral, while the data has as many of both.
 */
const emphasis: Partial<Record<TaskName, Record<string, number>>> = {
  sentiment: { neutral: 0.7, positive: 1.1 },
};

/** Rare classes count for more, by the square root of their rarity: macro-F1 asks the same of each. */
function samplesOf(task: TaskName, rows: Row[]): Sample[] {
  const classes: readonly string[] = taskClasses[task];
  const labels = rows.map(({ example }) => classes.indexOf(truthOf(task, example)));
  const weights = classes.map((name, index) => {
    const size = labels.filter((label) => label === index).length;
    const rarity = rows.length / classes.length / Math.max(1, size);
    return Math.sqrt(rarity) * (emphasis[task]?.[name] ?? 1);
  });
  return rows.map(({ features }, index) => {
    const label = labels[index] ?? 0;
    return { features, label, weight: weights[label] ?? 1 };
  });
}

function rounded(fitted: Fitted[]): LinearModel {
  const tasks = taskNames.map((name, index) => ({
    name,
    classes: [...taskClasses[name]],
    bias: fitted[index]?.bias.map((value) => Number(value.toFixed(4))) ?? [],
    unit: Number(
      (
        (fitted[index]?.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0) / 127
      ).toPrecision(6),
    ),
  }));
  const widths = tasks.map(columnsOf);
  const width = widths.reduce((sum, columns) => sum + columns, 0);
  const weights = new Int8Array(BUCKETS * width);
  let offset = 0;
  for (const [index, columns] of widths.entries()) {
    const { unit = 1 } = tasks[index] ?? {};
    for (let place = 0; place < BUCKETS * columns; place += 1) {
      const bucket = Math.floor(place / columns);
      weights[bucket * width + offset + (place % columns)] = Math.round(
        (fitted[index]?.weights[place] ?? 0) / unit,
      );
    }
    offset += columns;
  }
  return { tasks, weights };
}

/** What a model makes of rows: the probabilities of each task, by row. */
export interface Judged {
  row: Row;
  probabilities: Map<string, number[]>;
}

/** Judges every row of the folds by a model that did not learn from it. */
export function judgeFolds(rows: Row[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(rows.filter(({ part }) => part !== 'test' && part !== fold));
    return judge(
      model,
      rows.filter(({ part }) => part === fold),
    );
  }).flat();
}

/** Judges rows by a model, as the classifier does. */
export function judge(model: LinearModel, rows: Row[]): Judged[] {
  return rows.map((row) => ({ row, probabilities: coherent(probabilities(model, row.features)) }));
}

/** The highest threshold that still answers nearly all who need it, and the lowest that hardly ever hides a customer as spam. */
function thresholdsFrom(judged: Judged[]): Thresholds {
  const of = (task: TaskName, belongs: boolean) =>
    judged
      .filter(({ row }) => (truthOf(task, row.example) === 'yes') === belongs)
      .map((one) => one.probabilities.get(task)?.[1] ?? 0)
      .sort((a, b) => a - b);
  const needy = of('needsReply', true);
  const honest = of('spam', false);
  const needsReply = needy[Math.floor(needy.length * (1 - NEEDS_REPLY_RECALL))] ?? 0.5;
  const spam = honest[Math.ceil(honest.length * (1 - SPAM_FALSE_ALARMS)) - 1] ?? 0.5;
  return { needsReply: Math.min(0.5, round(needsReply)), spam: Math.max(0.6, round(spam + 0.05)) };
}

const round = (value: number) => Number(value.toFixed(3));

/** The whole training: thresholds from the folds, weights from all that is not kept for the test. */
export function train(examples: Example[], dataHash: string): Artefact {
  const rows = rowsOf(examples);
  const thresholds = thresholdsFrom(judgeFolds(rows));
  const { tasks, weights } = learn(rows.filter(({ part }) => part !== 'test'));
  return { data: dataHash, tasks, thresholds, weights: Buffer.from(weights.buffer).toString('base64') };
}
