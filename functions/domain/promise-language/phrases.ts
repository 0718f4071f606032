import type { Stretch } from '../sentences.ts';
import type { TimeWords } from '../time-words/time-words.ts';
import { wholeWords } from '../whole-words.ts';
import type { Commitment, PromiseLanguage, Promiser } from './promise-language.ts';

/** One way to promise. */
export interface Phrase {
  says: RegExp;
  /** It only leads to an answer. */
  preparing?: true;
  /** It promises something only where it names a time. */
  needsTime?: true;
}

/** How a language promises, phrase by phrase. Texts are patterns of whole words. */
export interface Phrases {
  time: TimeWords;
  /** What the customer waits for first, then what leads there. */
  phrases: readonly Phrase[];
  /** Where a clause may begin, beside the marks. */
  and: string;
  /** What, within the clause of the phrase, makes it no promise: a denial, a doubt, what was or always is. */
  unsaid: string;
  /** What, before it in the sentence, makes it somebody else's word: "he said that". */
  reported: string;
  /** What makes it depend on something, or tell what is and not what will be done: "we inform you that". */
  condition: string;
  /** "Whether it is in stock", with what asks it: no condition, though the word may be the same. */
  whether: RegExp;
  nod: string;
  ofAll: string;
  /** What a time begins with. */
  timeBegins: string;
  polite: string;
  /** Who promises, by the words of the phrase; otherwise it is the desk. */
  who: { me: RegExp; team: RegExp; colleague: RegExp };
}

const MARKS = /[,;:](?!\d)|\s-\s/u;

/** A language that promises in these phrases. */
export function inPhrases(spoken: Phrases): PromiseLanguage {
  const { phrases, time, who } = spoken;
  const cuts = new RegExp(`(?:${MARKS.source})\\s*(?:(?:${spoken.and})\\s+)?|\\s(?:${spoken.and})\\s`, 'giu');
  const unsaid = wholeWords(spoken.unsaid);
  const reported = wholeWords(spoken.reported);
  const condition = wholeWords(spoken.condition);
  const commitmentIn = (text: string): Commitment | undefined => {
    for (const { says, preparing = false, needsTime = false } of phrases) {
      const match = says.exec(text);
      if (!match || unsaid.test(clauseAround(text, match, cuts))) continue;
      return { index: match.index, who: promiserOf(match[0], who), preparing, needsTime };
    }
    return undefined;
  };
  const isOpen = (text: string) => condition.test(text.replace(spoken.whether, ' '));
  return {
    time,
    commitmentIn,
    segmentsOf: (sentence) => segmentsOf(sentence, cuts, (text) => commitmentIn(text) !== undefined),
    isConditional: (before, after) => reported.test(before) || isOpen(`${before} ${after}`),
    nod: new RegExp(`[,;-]\\s*¿?(?:${spoken.nod})\\s*\\?+$`, 'iu'),
    ofAll: wholeWords(spoken.ofAll),
    onlyATime: new RegExp(`^(?:${spoken.timeBegins})(?![\\p{L}])[^,;]{0,40}$`, 'iu'),
    leadingTime: new RegExp(`(?:^|[;:-]\\s*)((?:${spoken.timeBegins})(?![\\p{L}])[^,;]{0,40}),?\\s*$`, 'iu'),
    joiner: new RegExp(`^[\\s,;:-]*(?:(?:${spoken.and})\\s+)?`, 'iu'),
    polite: wholeWords(spoken.polite),
  };
}

/** The part of a sentence between its marks, and the words that join clauses, in which a phrase stands. */
function clauseAround(text: string, match: RegExpExecArray, cuts: RegExp): string {
  const end = match.index + match[0].length;
  const bounds = [...text.matchAll(cuts)];
  const from = bounds.findLast((cut) => cut.index + cut[0].length <= match.index + 1)?.index ?? 0;
  const to = bounds.find((cut) => cut.index >= end)?.index ?? text.length;
  return text.slice(from, to);
}

/** Cuts a sentence before each clause that promises; what promises nothing belongs to what stands before it. */
function segmentsOf({ text, start }: Stretch, cuts: RegExp, promises: (text: string) => boolean): Stretch[] {
  const bounds = [...text.matchAll(cuts)].map(({ index }) => index).filter((index) => index > 0);
  const begins = bounds.filter((from, index) => promises(text.slice(from, bounds[index + 1])));
  return [0, ...begins].map((from, index) => ({
    text: text.slice(from, begins[index]),
    start: start + from,
  }));
}

function promiserOf(words: string, { me, team, colleague }: Phrases['who']): Promiser {
  if (colleague.test(words)) return 'colleague';
  if (team.test(words)) return 'team';
  return me.test(words) ? 'I' : 'we';
}
