import { english } from './promise-language/english.ts';
import type { Commitment, PromiseLanguage, Promiser } from './promise-language/promise-language.ts';
import { promiseLanguages } from './promise-language/promise-languages.ts';
import { type Present, promisedTime } from './promised-time.ts';
import { type ReplyLanguage, replyLanguage } from './reply-language.ts';
import { plain, type Stretch, sentencesOf } from './sentences.ts';

/** Something that a reply promises the customer. */
export interface FoundPromise {
  /** The words that promise. */
  text: string;
  who: Promiser;
  /** By when (ISO 8601 UTC); null when the words name no time. */
  dueAt: string | null;
  /** The sentence that they stand in. */
  sentence: string;
}

/** A promise, with what decides whether it stands for itself. */
interface Candidate extends FoundPromise {
  preparing: boolean;
}

const ASKS = /\?\s*["')\]]*$/u;
const QUOTED = /"[^"\n]{3,}"|“[^”\n]{3,}”|„[^“”"\n]{3,}[“”"]|«[^»\n]{3,}»|(?:^|\n)>[^\n]*/gu;

/**
 * Finds what a reply promises: who will do what by when, each sentence in its own language. Made to be shown while somebody
 * writes, so it prefers to miss a promise over seeing one in a question, a condition, a report or a manner of speaking. Times are
 * read in the team's zone.
 */
export function findPromises(reply: string, present: Present): FoundPromise[] {
  const text = plain(reply).replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const sentences = sentencesOf(text);
  const whole = replyLanguage(text);
  const found = sentences.flatMap((sentence, index) => {
    const language = languageOf(sentence.text, whole);
    const inSentence = language
      .segmentsOf(sentence)
      .flatMap((segment) => promiseIn(segment, sentence, { reply, present, language }));
    const last = inSentence.at(-1);
    const following = sentences[index + 1]?.text.replace(/[.!]+$/u, '') ?? '';
    if (last?.dueAt !== null || !language.onlyATime.test(following)) return inSentence;
    const dueAt = promisedTime(following, present, language.time) ?? null;
    return [...inSentence.slice(0, -1), { ...last, dueAt }];
  });
  return settled(found).map(({ preparing: _, ...promise }) => promise);
}

/** Whether a reply promises anything; by when does not matter. */
export function promisesAnything(reply: string): boolean {
  return findPromises(reply, { at: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' }).length > 0;
}

const POLITE_WORDS = 14;

/** Whether a reply says nothing but what it promises, so that nothing promised before is kept by it. */
export function onlyPromises(reply: string, found: readonly FoundPromise[]): boolean {
  if (found.length === 0) return false;
  const text = plain(reply);
  const whole = replyLanguage(text);
  return sentencesOf(text).every(({ text: said, start }) => {
    const written = reply.slice(start, start + said.length);
    // "Ok!" and "Hi" go with a promise in any language.
    const isPolite =
      [languageOf(said, whole), english].some(({ polite }) => polite.test(said)) &&
      said.split(/\s+/u).length <= POLITE_WORDS;
    return isPolite || found.some(({ sentence }) => sentence === written);
  });
}

/** The language of a sentence; one that shows none is in that of the whole. */
function languageOf(sentence: string, whole: ReplyLanguage | undefined): PromiseLanguage {
  return promiseLanguages[replyLanguage(sentence, whole) ?? 'en'];
}

/** What only leads to an answer is part of the promise of that answer. */
function settled(found: Candidate[]): Candidate[] {
  const answered = found.some(({ preparing }) => !preparing);
  const timed = found.some(({ dueAt }) => dueAt !== null);
  const kept = found.filter(({ preparing, dueAt }) => dueAt !== null || !preparing || !(answered || timed));
  return kept.filter(
    (one, index) => one.dueAt !== null || kept.findIndex(({ dueAt }) => dueAt === null) === index,
  );
}

interface Reading {
  /** The reply as it was written, for the words to show. */
  reply: string;
  present: Present;
  language: PromiseLanguage;
}

function promiseIn(segment: Stretch, sentence: Stretch, { reply, present, language }: Reading): Candidate[] {
  const match = commitmentIn(segment, sentence, language);
  if (!match) return [];
  const before = sentence.text.slice(0, segment.start - sentence.start + match.index);
  const dueAt =
    promisedTime(segment.text, present, language.time) ??
    leadingTime(before, segment, present, language) ??
    null;
  if (match.needsTime && dueAt === null) return [];
  if (language.isConditional(before, segment.text.slice(match.index), dueAt)) return [];
  const shown = reply.slice(segment.start, segment.start + segment.text.length);
  return [
    {
      text: shown.replace(language.joiner, '').replace(/[\s,;]+$/u, ''),
      who: match.who,
      dueAt,
      sentence: reply.slice(sentence.start, sentence.start + sentence.text.length),
      preparing: match.preparing,
    },
  ];
}

function commitmentIn(
  segment: Stretch,
  sentence: Stretch,
  language: PromiseLanguage,
): Commitment | undefined {
  if (ASKS.test(sentence.text) && !language.nod.test(sentence.text)) return undefined;
  if (language.ofAll.test(segment.text)) return undefined;
  return language.commitmentIn(segment.text);
}

/** "By 5pm today, I'll call you": a time set before the promise, where the comma parts them. */
function leadingTime(
  before: string,
  segment: Stretch,
  present: Present,
  language: PromiseLanguage,
): string | undefined {
  const lead = language.leadingTime.exec(before)?.[1];
  return lead === undefined || segment.text.includes(lead)
    ? undefined
    : promisedTime(lead, present, language.time);
}
