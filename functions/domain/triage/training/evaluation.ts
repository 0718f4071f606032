import type { Thresholds } from '../tasks.ts';
import { type TaskName, taskClasses, taskNames } from '../tasks.ts';
import { accuracy, type Confusion, classScores, confusionOf, macroF1 } from './confusion.ts';
import { type Judged, truthOf } from './train.ts';

/** How a model did on examples that it did not learn from. */
export interface Evaluation {
  size: number;
  tasks: { task: TaskName; confusion: Confusion; macroF1: number }[];
  /** The share of those who need a reply that start a clock. */
  needsReplyRecall: number;
  /** The share of honest messages that are put away as spam. */
  spamFalseAlarms: number;
}

/** Judges by the same thresholds as the classifier. */
export function evaluate(judged: Judged[], thresholds: Thresholds): Evaluation {
  const tasks = taskNames.map((task) => {
    const pairs = judged.map((one) => ({
      truth: truthOf(task, one.row.example),
      guess: guessOf(task, one, thresholds),
    }));
    const confusion = confusionOf([...taskClasses[task]], pairs);
    return { task, confusion, macroF1: macroF1(confusion) };
  });
  const share = (task: TaskName, truth: string, guess: string) => {
    const ofTruth = judged.filter(({ row }) => truthOf(task, row.example) === truth);
    const taken = ofTruth.filter((one) => guessOf(task, one, thresholds) === guess);
    return ofTruth.length === 0 ? 0 : taken.length / ofTruth.length;
  };
  return {
    size: judged.length,
    tasks,
    needsReplyRecall: share('needsReply', 'yes', 'yes'),
    spamFalseAlarms: share('spam', 'no', 'yes'),
  };
}

function guessOf(task: TaskName, { probabilities }: Judged, thresholds: Thresholds): string {
  const likely = probabilities.get(task) ?? [];
  const spam = (probabilities.get('spam')?.[1] ?? 0) >= thresholds.spam;
  if (task === 'spam') return spam ? 'yes' : 'no';
  if (task === 'needsReply') return !spam && (likely[1] ?? 1) >= thresholds.needsReply ? 'yes' : 'no';
  return taskClasses[task][likely.indexOf(Math.max(...likely))] ?? '';
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** An evaluation as tables for people to read. */
export function tablesOf({ size, tasks, needsReplyRecall, spamFalseAlarms }: Evaluation): string {
  const parts = tasks.map(({ task, confusion, macroF1: score }) =>
    [
      `${task}: macro-F1 ${score.toFixed(3)}, ${percent(accuracy(confusion))} right`,
      '',
      row(['', ...confusion.classes.map((name) => `as ${name}`), 'precision', 'recall', 'F1']),
      row(['---', ...confusion.classes.map(() => '--:'), '--:', '--:', '--:']),
      ...classScores(confusion).map(({ name, precision, recall, f1 }, index) =>
        row([
          name,
          ...(confusion.counts[index] ?? []).map(String),
          precision.toFixed(2),
          recall.toFixed(2),
          f1.toFixed(2),
        ]),
      ),
    ].join('\n'),
  );
  const ends = `Of those who need a reply, ${percent(needsReplyRecall)} start a clock; of honest messages, ${percent(spamFalseAlarms)} are taken for spam.`;
  return [`${size} messages`, ...parts, ends].join('\n\n');
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
