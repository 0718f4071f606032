import MiniSearch from 'minisearch';
import type { PastAnswer } from './past-answer.ts';
import type { SavedReply } from './saved-reply.ts';

/** An answer that may fit, to adapt. */
export interface Suggestion {
  kind: 'saved-reply' | 'past-answer';
  id: string;
  title: string;
  text: string;
  /** 0 to 1; the best one found has 1. */
  score: number;
  /** For a past answer: the conversation that it was given in. */
  from?: string;
}

/** As many are looked at; further ones fit worse. */
const MOST = 8;
const TITLE_LENGTH = 80;

/**
 * The saved replies and past answers that fit some words best. Titles and questions count more than what an answer says, as they are
 * what customers' words look like; a saved reply was written to be used again, so it comes before an equal past answer.
 */
export function suggest(
  words: string,
  replies: readonly SavedReply[],
  answers: readonly PastAnswer[],
): Suggestion[] {
  const found = new Map<string, Omit<Suggestion, 'score'>>();
  const index = new MiniSearch<{ id: string; title: string; question: string; text: string }>({
    fields: ['title', 'question', 'text'],
    searchOptions: { boost: { title: 3, question: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'OR' },
    processTerm: (term) => termOf(term),
  });
  for (const { id, title, text } of replies) {
    const key = `saved-reply:${id}`;
    found.set(key, { kind: 'saved-reply', id, title, text });
    index.add({ id: key, title, question: '', text });
  }
  for (const { conversationId, question, answer } of answers) {
    const key = `past-answer:${conversationId}`;
    const title = question.length > TITLE_LENGTH ? `${question.slice(0, TITLE_LENGTH - 1)}…` : question;
    found.set(key, { kind: 'past-answer', id: conversationId, title, text: answer, from: conversationId });
    index.add({ id: key, title: '', question, text: answer });
  }
  const boosted = index.search(words, {
    boostDocument: (id) => (`${id}`.startsWith('saved-reply:') ? 1.2 : 1),
  });
  const best = boosted[0]?.score ?? 1;
  return boosted.slice(0, MOST).flatMap(({ id, score }) => {
    const suggestion = found.get(`${id}`);
    return suggestion ? [{ ...suggestion, score: Math.round((score / best) * 100) / 100 }] : [];
  });
}

/** Words that stand in every message and tell nothing. */
const COMMON = new Set(
  'the and you your our are for with that this have has can could will would when where what how why who does did was were not but from there here please thanks thank hello much many just get any all been they them its still about into out one some der die das und ist ich sie mit les des une est pour que los las por con una'.split(
    ' ',
  ),
);

/** A term without case and accents; none for words that tell nothing. */
function termOf(term: string): string | null {
  const plain = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length < 3 || COMMON.has(plain) ? null : plain;
}
