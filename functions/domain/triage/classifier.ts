import { type Artefact, modelOf } from './artefact.ts';
import { coherent } from './coherence.ts';
import { decidingWords } from './deciding-words.ts';
import { describe } from './features.ts';
import { Reason, Sentiment, type Triage } from './labels.ts';
import { languageOf } from './language.ts';
import { probabilities } from './linear-model.ts';
import { isWordless } from './shape.ts';
import { topicsOf } from './topics.ts';

/** Reads from a text why its author writes. */
export type Classifier = (text: string, channel: string) => Triage;

/** How much of a message is read; what comes after it decides nothing. */
const READ = 2000;

/** Makes the classifier from a trained model. It is pure: the same text gets the same labels, without asking anybody. */
export function classifierOf(artefact: Artefact): Classifier {
  const { model, thresholds } = modelOf(artefact);
  return (text, channel) => {
    const read = text.slice(0, READ);
    const { language, confidence: ofLanguage } = languageOf(read);
    const { tokens, features } = describe(read, channel, language);
    const likely = coherent(probabilities(model, features));
    const reason = best(Reason.options, likely.get('reason'));
    const sentiment = best(Sentiment.options, likely.get('sentiment'));
    const [, normal = 0, high = 0] = likely.get('urgency') ?? [];
    const [, learnt = 1] = likely.get('needsReply') ?? [];
    const reply = isWordless(read, tokens) ? 0 : learnt;
    const [, unwanted = 0] = likely.get('spam') ?? [];
    const spam = unwanted >= thresholds.spam;
    const needsReply = !spam && reply >= thresholds.needsReply;
    return {
      reason: reason.name,
      sentiment: sentiment.name,
      urgency: rounded(normal * 0.5 + high),
      language,
      needsReply,
      spam,
      confidence: {
        reason: rounded(reason.probability),
        sentiment: rounded(sentiment.probability),
        urgency: rounded(Math.max(...(likely.get('urgency') ?? [0]))),
        language: rounded(ofLanguage),
        needsReply: rounded(needsReply ? reply : 1 - reply),
        spam: rounded(spam ? unwanted : 1 - unwanted),
      },
      words: decidingWords(model, { tokens, features }, [
        { task: 'reason', class: reason.name },
        { task: 'sentiment', class: sentiment.name },
        ...(spam ? [{ task: 'spam', class: 'yes' }] : []),
        ...(needsReply || spam ? [] : [{ task: 'needsReply', class: 'no' }]),
        ...(high > 0.3 ? [{ task: 'urgency', class: 'high' }] : []),
      ]),
      topics: spam ? [] : topicsOf(tokens),
    };
  };
}

function best<T extends string>(
  names: readonly [T, ...T[]] | readonly T[],
  all: number[] = [],
): { name: T; probability: number } {
  const [first, ...others] = names.map((name, index) => ({ name, probability: all[index] ?? 0 }));
  if (!first) throw new Error('A task without classes decides nothing.');
  return others.reduce((leader, one) => (one.probability > leader.probability ? one : leader), first);
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
