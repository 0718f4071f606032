import { BUCKETS, type Feature } from '../features.ts';
import { columnsOf, softmax } from '../linear-model.ts';

/** A described message with the class it belongs to, and how much it counts. */
export interface Sample {
  features: Feature[];
  label: number;
  weight: number;
}

/** How a task is learnt. */
export interface Settings {
  epochs: number;
  /** Length of the first steps. */
  rate: number;
  /** How strongly large weights are held down. */
  decay: number;
  /**
   * Which share of its features a message is shown without each time, at random: what is learnt may not hang on one word, for the
   * messages to come have others.
   */
  omitted: number;
  seed: number;
}

/** Weights of one task before they are rounded: bucket by bucket, a number for each column. */
export interface Fitted {
  weights: Float32Array;
  bias: number[];
}

/**
 * Softmax regression by stochastic gradient descent with steps that shrink for what was seen often (AdaGrad), so that rare
 * words learn as fast as common ones. The same samples, settings and seed give the same weights on every machine.
 */
export function fitWeights(classes: string[], samples: Sample[], settings: Settings): Fitted {
  const columns = columnsOf({ classes });
  const fixed = classes.length - columns;
  const weights = new Float32Array(BUCKETS * columns);
  const squares = new Float32Array(BUCKETS * columns).fill(0.01);
  const bias = new Float64Array(columns);
  const biasSquares = new Float64Array(columns).fill(1);
  const order = samples.map((_, index) => index);
  const random = seeded(settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const sample = samples[index];
      if (sample) step(sample);
    }
  }
  return { weights, bias: [...bias] };

  function step({ features: all, label, weight }: Sample): void {
    const features = all.filter(() => random() >= settings.omitted);
    const scores = new Array<number>(classes.length).fill(0);
    for (let column = 0; column < columns; column += 1) {
      let score = bias[column] ?? 0;
      for (const { bucket, value } of features) score += value * (weights[bucket * columns + column] ?? 0);
      scores[column + fixed] = score;
    }
    const guessed = softmax(scores);
    for (let column = 0; column < columns; column += 1) {
      const error = ((guessed[column + fixed] ?? 0) - (column + fixed === label ? 1 : 0)) * weight;
      biasSquares[column] = (biasSquares[column] ?? 0) + error * error;
      bias[column] = (bias[column] ?? 0) - (settings.rate * error) / Math.sqrt(biasSquares[column] ?? 1);
      for (const { bucket, value } of features) {
        const place = bucket * columns + column;
        const gradient = error * value + settings.decay * (weights[place] ?? 0);
        const square = (squares[place] ?? 0) + gradient * gradient;
        squares[place] = square;
        weights[place] = (weights[place] ?? 0) - (settings.rate * gradient) / Math.sqrt(square);
      }
    }
  }
}

/** A source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}
