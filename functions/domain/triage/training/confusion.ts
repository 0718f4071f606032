/** How often each true class was taken for each: `counts[truth][guess]`. */
export interface Confusion {
  classes: string[];
  counts: number[][];
}

export interface ClassScore {
  name: string;
  precision: number;
  recall: number;
  f1: number;
  /** How many examples belong to it. */
  support: number;
}

/** Counts what was taken for what. */
export function confusionOf(classes: string[], pairs: { truth: string; guess: string }[]): Confusion {
  const counts = classes.map(() => classes.map(() => 0));
  for (const { truth, guess } of pairs) {
    const row = counts[classes.indexOf(truth)];
    const column = classes.indexOf(guess);
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return { classes, counts };
}

/** Precision, recall and F1 of each class. One that nothing belongs to and nothing was taken for is perfect. */
export function classScores({ classes, counts }: Confusion): ClassScore[] {
  return classes.map((name, index) => {
    const hits = counts[index]?.[index] ?? 0;
    const support = (counts[index] ?? []).reduce((sum, count) => sum + count, 0);
    const taken = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    const precision = taken === 0 ? Number(support === 0) : hits / taken;
    const recall = support === 0 ? 1 : hits / support;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { name, precision, recall, f1, support };
  });
}

/** The mean of the classes' F1, rare ones counting as much as common ones. */
export function macroF1(confusion: Confusion): number {
  const scores = classScores(confusion);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

/** The share that was taken for what it is. */
export function accuracy({ counts }: Confusion): number {
  const all = counts.flat().reduce((sum, count) => sum + count, 0);
  return all === 0 ? 1 : counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / all;
}
