import { Reason, Sentiment } from './labels.ts';

/** What people who write for a reason mostly feel. */
const feltBy: Record<Reason, Sentiment> = {
  feedback: 'neutral',
  satisfaction: 'positive',
  dissatisfaction: 'negative',
  inquiry: 'neutral',
  problem: 'negative',
};

/** How much the reason has to say beside the feeling itself, and what is left to a feeling that no reason speaks for; chosen on the folds. */
const VOICE = 0.5;
const LEAST = 0.02;

/**
 * Lets the reason have a say in the sentiment: two guesses from the same words that were learnt apart err less together, and seldom
 * contradict each other. Takes and gives the probabilities of each task, by its name and in the order of its classes.
 */
export function coherent(likely: Map<string, number[]>): Map<string, number[]> {
  const felt = likely.get('sentiment');
  const reasons = likely.get('reason');
  if (!felt || !reasons) return likely;
  const shares = Sentiment.options.map((sentiment, index) => {
    const spoken = Reason.options.reduce(
      (sum, reason, place) => (feltBy[reason] === sentiment ? sum + (reasons[place] ?? 0) : sum),
      LEAST,
    );
    return (felt[index] ?? 0) * spoken ** VOICE;
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return new Map(likely).set(
    'sentiment',
    shares.map((share) => share / all),
  );
}
