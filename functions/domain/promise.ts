import {
  ANNA_WILL,
  DONE_AT_ONCE,
  GIVE_ME,
  IT_WILL_BE,
  isPreparing,
  LET_ME,
  NEWS_WILL_FOLLOW,
  NOBODY_WILL,
  WE_ARE,
  WE_WILL,
  WE_WILL_START,
  YOU_WILL,
} from './promise-phrases.ts';
import { type Present, promisedTime } from './promised-time.ts';
import { plain, type Stretch, sentencesOf } from './sentences.ts';

/** Who is to keep a promise: the writer, the desk, a team of it, or somebody who is asked. */
export type Promiser = 'I' | 'we' | 'team' | 'colleague';

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

/** What is promised of all customers is how we work, and no promise to this one. */
const OF_ALL =
  /\b(?:all|every|any|each) (?:\w+ )?(?:messages?|requests?|enquir\w+|inquir\w+|e-?mails?|customers?|questions?|tweets?)\b/iu;
/** Words that take the promise out of what follows them. */
const HEDGE_BEFORE =
  /(?:\b(?:n't|not|never|nobody|no one|doubt|if|whether|unless|hope|hopes|hoping|maybe|perhaps|think|suppose|guess|wish|said|says|say|told (?:you|us|me)|promised|claimed|claims|until|till|once|before|how|what|where|why|who|when|imagine|pretend|guarantee)|n't (?:\w+ )?(?:promise|guarantee|say|think|know|believe|sure))(?: you)?(?: that)?\s*$/iu;
const HEDGE_ANYWHERE =
  /\b(?:hopefully|maybe|perhaps|possibly|we hope|i hope|with luck|would|could|might)\b/iu;
const IF_BEFORE =
  /\b(?:if|unless|in case|should you|once you|when you|as soon as you|after you|provided)\b/iu;
/** "I'll check if …" is no condition; "we'll refund you if …" is one. */
const IF_AFTER = /\b(?:if|unless|in case|provided(?: that)?|assuming|depending on)\b/iu;
const WHETHER_AFTER =
  /\b(?:check|see|ask|find out|look(?: into)?|verify|confirm|clarify|enquire|inquire|let you know|tell you|update you on|with [\w ]{2,40}) (?:\w+ ){0,8}?(?:if|whether)\b/iu;
const ONCE_YOU =
  /\b(?:once|when|whenever|as soon as|after|every time) (?:you(?!r\b)|your (?!refund|parcel|order|replacement|package|item|ticket|claim)\w+)\b/iu;
/** A question that only asks for a nod after the promise. */
const NOD =
  /[,;-]\s*(?:ok(?:ay)?|all ?right|deal|if that's (?:ok(?:ay)?|all right|fine)|is that (?:ok(?:ay)?|all right)|does that (?:work|help|sound good)[\w ]*|sound good)\s*\?+$/iu;
const ASKS = /\?\s*["')\]]*$/u;
/** What others say or will do is not ours to keep. */
const OTHERS =
  /\b(?:bank|courier|carrier|post office|postman|paypal|airline|manufacturer|landlord|insurance)\b/iu;
const QUOTED = /"[^"\n]{3,}"|“[^”\n]{3,}”|(?:^|\n)>[^\n]*/gu;
/** "Tomorrow at the latest." after a promise is its time. */
const ONLY_A_TIME =
  /^(?:(?:so|that'll be|probably|most likely|and|hopefully) )?(?:by|within|before|at|no later than|in|on|today|tomorrow|tonight|this|later|first thing|end of|next|latest|expect)\b[^,;]{0,40}$/iu;

/**
 * Finds what a reply promises: who will do what by when. Made to be shown while somebody writes, so it prefers to miss a promise
 * over seeing one in a question, a condition, a report or a manner of speaking. Times are read in the team's zone.
 */
export function findPromises(reply: string, present: Present): FoundPromise[] {
  const text = plain(reply).replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const sentences = sentencesOf(text);
  const found = sentences.flatMap((sentence, index) => {
    const inSentence = segmentsOf(sentence).flatMap((segment) =>
      promiseIn(segment, sentence, { reply, present }),
    );
    const last = inSentence.at(-1);
    const following = sentences[index + 1]?.text.replace(/[.!]+$/u, '') ?? '';
    if (last?.dueAt !== null || !ONLY_A_TIME.test(following)) return inSentence;
    const dueAt = promisedTime(following, present) ?? null;
    return [...inSentence.slice(0, -1), { ...last, dueAt }];
  });
  return settled(found).map(({ preparing: _, ...promise }) => promise);
}

/** Whether a reply promises anything; by when does not matter. */
export function promisesAnything(reply: string): boolean {
  return findPromises(reply, { at: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' }).length > 0;
}

/** What goes with a promise without being an answer. */
const POLITE =
  /\b(?:sorry|apolog\w+|thanks?|thank you|hi|hello|hey|dear|good (?:morning|afternoon|evening)|understand|patience|bear with (?:me|us)|noted|regards|best|cheers|no worries|on it|have a (?:nice|good|great|lovely)|talk (?:soon|later)|speak soon)\b/iu;
const POLITE_WORDS = 14;

/** Whether a reply says nothing but what it promises, so that nothing promised before is kept by it. */
export function onlyPromises(reply: string, found: readonly FoundPromise[]): boolean {
  if (found.length === 0) return false;
  return sentencesOf(plain(reply)).every(({ text, start }) => {
    const written = reply.slice(start, start + text.length);
    const isPolite = POLITE.test(text) && text.split(/\s+/u).length <= POLITE_WORDS;
    return isPolite || found.some(({ sentence }) => sentence === written);
  });
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

function segmentsOf({ text, start }: Stretch): Stretch[] {
  if (GIVE_ME.test(text)) return [{ text, start }];
  const cuts = [...text.matchAll(WE_WILL_START)].map(({ index }) => index).filter((index) => index > 0);
  const bounds = [0, ...cuts, text.length];
  return cuts.length === 0
    ? [{ text, start }]
    : bounds.slice(1).map((end, index) => {
        const from = bounds[index] ?? 0;
        return { text: text.slice(from, end), start: start + from };
      });
}

interface Reading {
  /** The reply as it was written, for the words to show. */
  reply: string;
  present: Present;
}

function promiseIn(segment: Stretch, sentence: Stretch, { reply, present }: Reading): Candidate[] {
  const match = commitmentIn(segment, sentence);
  if (!match) return [];
  const before = sentence.text.slice(0, segment.start - sentence.start + match.index);
  const dueAt = promisedTime(segment.text, present) ?? leadingTime(before, segment, present) ?? null;
  if (match.needsTime && dueAt === null) return [];
  if (isConditional(before, segment.text.slice(match.index), dueAt)) return [];
  if (IF_BEFORE.test(before)) return [];
  const shown = reply.slice(segment.start, segment.start + segment.text.length);
  return [
    {
      text: shown.replace(/^[\s,;:-]*(?:(?:and|but|so|or|then|also)\s+)?/iu, '').replace(/[\s,;]+$/u, ''),
      who: match.who,
      dueAt,
      sentence: reply.slice(sentence.start, sentence.start + sentence.text.length),
      preparing: match.preparing,
    },
  ];
}

/** "By 5pm today, I'll call you": a time set before the promise, where the comma parts them. */
function leadingTime(before: string, segment: Stretch, present: Present): string | undefined {
  const lead =
    /(?:^|[;:-]\s*)((?:by|before|within|in|on|tomorrow|today|tonight|this|later|first thing|next|at)\b[^,;]{0,40}),?\s*$/iu.exec(
      before.slice(0, before.length),
    )?.[1];
  return lead === undefined || segment.text.includes(lead) ? undefined : promisedTime(lead, present);
}

interface Commitment {
  index: number;
  who: Promiser;
  preparing: boolean;
  needsTime: boolean;
}

function commitmentIn(segment: Stretch, sentence: Stretch): Commitment | undefined {
  const { text } = segment;
  if (ASKS.test(sentence.text) && !NOD.test(sentence.text)) return undefined;
  if (OF_ALL.test(text)) return undefined;
  return directIn(text) ?? indirectIn(text);
}

function directIn(text: string): Commitment | undefined {
  const match = WE_WILL.exec(text) ?? LET_ME.exec(text) ?? ANNA_WILL.exec(text) ?? NOBODY_WILL.exec(text);
  if (!match) return undefined;
  const { who = 'I', doing = '', back } = match.groups ?? {};
  if (isHedged(text, match.index)) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const preparing =
    isPreparing(doing) && !/\b(?:back|let you know|update you|in touch|tell you|answer)\b/iu.test(rest);
  const tries = /\b(?:do (?:my|our) best|try)\b/iu.test(match[0]);
  const needsTime = tries || back !== undefined || DONE_AT_ONCE.test(doing);
  return { index: match.index, who: promiserOf(who), preparing, needsTime };
}

function indirectIn(text: string): Commitment | undefined {
  const match = YOU_WILL.exec(text) ?? WE_ARE.exec(text) ?? GIVE_ME.exec(text) ?? NEWS_WILL_FOLLOW.exec(text);
  if (match && !isHedged(text, match.index)) {
    const isHearing = /hear/iu.test(match.groups?.doing ?? '');
    const who = promiserOf(match.groups?.who ?? (/\bfrom me\b/iu.test(text) ? 'me' : 'we'));
    return { index: match.index, who, preparing: false, needsTime: !isHearing };
  }
  const done = IT_WILL_BE.exec(text);
  if (!done || isHedged(text, done.index) || OTHERS.test(text)) return undefined;
  return { index: done.index, who: 'we', preparing: false, needsTime: true };
}

function isHedged(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return HEDGE_BEFORE.test(before) || HEDGE_ANYWHERE.test(before);
}

function isConditional(before: string, after: string, dueAt: string | null): boolean {
  if (HEDGE_BEFORE.test(before) || ONCE_YOU.test(after)) return true;
  if (!IF_AFTER.test(after)) return false;
  if (!WHETHER_AFTER.test(after)) return true;
  return dueAt === null && /\b(?:let you know|tell you) if\b/iu.test(after);
}

function promiserOf(words: string): Promiser {
  const who = words.trim().toLowerCase();
  if (who === 'i' || who === 'me') return 'I';
  if (who === 'we' || who === 'us' || who === 'our end') return 'we';
  return /\b(?:team|department|dept|staff|crew|office|warehouse|support|kitchen|service|engineers|technicians|developers|devs|experts|specialists|folks|people|agents|colleagues)\b/u.test(
    who,
  ) && !/^(?:an?|one of|another|someone|somebody|my colleague)\b/u.test(who)
    ? 'team'
    : 'colleague';
}
