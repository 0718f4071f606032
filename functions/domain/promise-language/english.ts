import type { Stretch } from '../sentences.ts';
import { english as time } from '../time-words/english.ts';
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
} from './english-phrases.ts';
import type { Commitment, PromiseLanguage, Promiser } from './promise-language.ts';

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
/** What others say or will do is not ours to keep. */
const OTHERS =
  /\b(?:bank|courier|carrier|post office|postman|paypal|airline|manufacturer|landlord|insurance)\b/iu;

/** How English promises. */
export const english: PromiseLanguage = {
  time,
  segmentsOf,
  commitmentIn: (text) => directIn(text) ?? indirectIn(text),
  isConditional: (before, after, dueAt) =>
    HEDGE_BEFORE.test(before) || IF_BEFORE.test(before) || ONCE_YOU.test(after) || isOpen(after, dueAt),
  nod: /[,;-]\s*(?:ok(?:ay)?|all ?right|deal|if that's (?:ok(?:ay)?|all right|fine)|is that (?:ok(?:ay)?|all right)|does that (?:work|help|sound good)[\w ]*|sound good)\s*\?+$/iu,
  ofAll:
    /\b(?:all|every|any|each) (?:\w+ )?(?:messages?|requests?|enquir\w+|inquir\w+|e-?mails?|customers?|questions?|tweets?)\b/iu,
  onlyATime:
    /^(?:(?:so|that'll be|probably|most likely|and|hopefully) )?(?:by|within|before|at|no later than|in|on|today|tomorrow|tonight|this|later|first thing|end of|next|latest|expect)\b[^,;]{0,40}$/iu,
  leadingTime:
    /(?:^|[;:-]\s*)((?:by|before|within|in|on|tomorrow|today|tonight|this|later|first thing|next|at)\b[^,;]{0,40}),?\s*$/iu,
  joiner: /^[\s,;:-]*(?:(?:and|but|so|or|then|also)\s+)?/iu,
  polite:
    /\b(?:sorry|apolog\w+|thanks?|thank you|hi|hello|hey|dear|good (?:morning|afternoon|evening)|understand|patience|bear with (?:me|us)|noted|regards|best|cheers|no worries|on it|have a (?:nice|good|great|lovely)|talk (?:soon|later)|speak soon)\b/iu,
};

function segmentsOf({ text, start }: Stretch): Stretch[] {
  if (GIVE_ME.test(text)) return [{ text, start }];
  const cuts = [...text.matchAll(WE_WILL_START)].map(({ index }) => index).filter((index) => index > 0);
  const bounds = [0, ...cuts, text.length];
  return bounds.slice(1).map((end, index) => {
    const from = bounds[index] ?? 0;
    return { text: text.slice(from, end), start: start + from };
  });
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

/** Whether it depends on what is not known yet. */
function isOpen(after: string, dueAt: string | null): boolean {
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
