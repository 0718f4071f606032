import type { Described } from './features.ts';
import type { DecidingWord } from './labels.ts';
import { contributions, type LinearModel } from './linear-model.ts';

/** How many words are named for each label. */
const NAMED = 3;
/** A word that adds less than this decided nothing. */
const LEAST_WEIGHT = 0.1;

/** The words that spoke most for what was decided, strongest first, as the customer wrote them. */
export function decidingWords(
  model: LinearModel,
  { tokens, features }: Described,
  decided: { task: string; class: string }[],
): DecidingWord[] {
  return decided
    .flatMap((one) => {
      const label = one.class === 'yes' || one.class === 'no' ? one.task : one.class;
      return [...contributions(model, features, one)]
        .map(([of, weight]) => ({
          label,
          word: tokens[of]?.shown ?? '',
          weight: Math.round(weight * 100) / 100,
        }))
        .filter(
          ({ word, weight }) => weight >= LEAST_WEIGHT && /[\p{L}\p{Extended_Pictographic}?!]/u.test(word),
        )
        .sort((a, b) => b.weight - a.weight)
        .slice(0, NAMED);
    })
    .sort((a, b) => b.weight - a.weight);
}
