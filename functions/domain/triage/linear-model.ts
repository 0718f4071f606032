import type { Feature } from './features.ts';

/** One thing that the model decides: its classes in order. Of two classes the first has no numbers of its own: it scores zero. */
export interface Task {
  name: string;
  classes: string[];
  /** Added to each class's score. */
  bias: number[];
  /** What a stored weight of one stands for. */
  unit: number;
}

/** A linear model of several tasks. `weights` holds, bucket by bucket, one number for each column of each task in order. */
export interface LinearModel {
  tasks: Task[];
  weights: Int8Array;
}

/** How many columns a task takes up. */
export function columnsOf({ classes }: Pick<Task, 'classes'>): number {
  return classes.length === 2 ? 1 : classes.length;
}

/** The probability of each class of each task, by the task's name. */
export function probabilities(model: LinearModel, features: Feature[]): Map<string, number[]> {
  const scores = scoresOf(model, features);
  let offset = 0;
  return new Map(
    model.tasks.map((task) => {
      const columns = columnsOf(task);
      const own = task.classes.map((_, index) => {
        const column = index - (task.classes.length - columns);
        return column < 0 ? 0 : (task.bias[column] ?? 0) + (scores[offset + column] ?? 0) * task.unit;
      });
      offset += columns;
      return [task.name, softmax(own)];
    }),
  );
}

function scoresOf({ tasks, weights }: LinearModel, features: Feature[]): Float64Array {
  const width = tasks.reduce((sum, task) => sum + columnsOf(task), 0);
  const scores = new Float64Array(width);
  for (const { bucket, value } of features) {
    const start = bucket * width;
    for (let column = 0; column < width; column += 1) {
      scores[column] = (scores[column] ?? 0) + value * (weights[start + column] ?? 0);
    }
  }
  return scores;
}

/** How much each token speaks for a class of a task, against the mean of the others; the message as a whole is left out. */
export function contributions(
  model: LinearModel,
  features: Feature[],
  decided: { task: string; class: string },
): Map<number, number> {
  const width = model.tasks.reduce((sum, task) => sum + columnsOf(task), 0);
  let offset = 0;
  const byToken = new Map<number, number>();
  for (const task of model.tasks) {
    const columns = columnsOf(task);
    if (task.name === decided.task) {
      const chosen = task.classes.indexOf(decided.class) - (task.classes.length - columns);
      for (const { bucket, value, of } of features) {
        if (of < 0) continue;
        const start = bucket * width + offset;
        const own = chosen < 0 ? -(model.weights[start] ?? 0) : (model.weights[start + chosen] ?? 0);
        let others = 0;
        for (let column = 0; column < columns; column += 1) {
          if (column !== chosen && chosen >= 0) others += model.weights[start + column] ?? 0;
        }
        const against = columns > 1 ? others / (columns - 1) : 0;
        byToken.set(of, (byToken.get(of) ?? 0) + value * (own - against) * task.unit);
      }
    }
    offset += columns;
  }
  return byToken;
}

/** Turns scores into probabilities. */
export function softmax(scores: number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
