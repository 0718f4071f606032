import { eld } from 'eld/extrasmall';

/** A language by its ISO 639-1 code, or `und`, and how sure that is (0 to 1). */
export interface Language {
  language: string;
  confidence: number;
}

/** What is no word of a language: addresses, handles, numbers and signs. */
const wordless = /https?:\/\/\S+|\S+@\S+|[@]\w+|[^\p{L}\s']+/gu;
/** Fewer letters than this could be of any language. */
const FEWEST_LETTERS = 6;
const undetermined: Language = { language: 'und', confidence: 0 };

/**
 * What customers mostly write, in the order in which a close race is decided. Few words look alike in many languages, and then
 * the common one is the better guess.
 */
const likelihood: Record<string, number> = {
  en: 1.12,
  de: 1.06,
  fr: 1.06,
  es: 1.06,
  it: 1.04,
  pt: 1.04,
  nl: 1.04,
};

/** The language of a message, by its words alone. */
export function languageOf(text: string): Language {
  const words = text.replace(wordless, ' ').trim();
  if (words.replace(/\s/g, '').length < FEWEST_LETTERS) return undetermined;
  const scores = Object.entries(eld.detect(words).getScores())
    .map(([language, score]) => ({ language, score: score * (likelihood[language] ?? 1) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (!best) return undetermined;
  const lead = (best.score - (second?.score ?? 0)) / best.score;
  return { language: best.language, confidence: Math.min(1, 0.5 + lead) };
}
