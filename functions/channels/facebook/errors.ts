import type { Refusal } from '../sending.ts';
import { refusals as words } from './refusals.ts';

/**
 * One line of the table. An error is known by Graph's numeric `code` and `error_subcode`, never by its words, which change and
 * are translated. A line without `code` or `subcode` takes any.
 */
export interface Rule {
  /** A code, or the first and the last of a range. */
  code?: number | readonly [from: number, to: number];
  subcode?: readonly number[];
  /** `retry`: surely not taken. `unconfirmed`: perhaps taken. */
  outcome: 'retry' | 'hold' | 'failed' | 'unconfirmed';
  /** Seconds before the next attempt, where the usage headers do not tell. */
  afterSeconds?: number;
  /** Whether nothing else of this page would be taken either. */
  wholeAccount?: true;
  refusal: Refusal;
}

const minute = 60;
const hour = 60 * minute;

/**
 * What Graph's errors mean; the first line that fits decides. Sources: the error codes of the Messenger Platform
 * (developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes), error handling and rate limits of the
 * Graph API (developers.facebook.com/docs/graph-api/overview/rate-limiting).
 */
export const rules: readonly Rule[] = [
  { code: 613, subcode: [2018338], outcome: 'hold', refusal: words.abuse },
  { code: 613, outcome: 'retry', afterSeconds: 30, wholeAccount: true, refusal: words.rateLimited },
  { code: 4, outcome: 'retry', afterSeconds: 5 * minute, wholeAccount: true, refusal: words.appRateLimited },
  { code: 17, outcome: 'retry', afterSeconds: 5 * minute, wholeAccount: true, refusal: words.rateLimited },
  // Whoever goes on trying during this hour prolongs it.
  { code: 32, outcome: 'retry', afterSeconds: hour, wholeAccount: true, refusal: words.rateLimited },
  // Limits of business use cases: 80001 is for pages, 80006 for Messenger.
  {
    code: [80000, 80014],
    outcome: 'retry',
    afterSeconds: 15 * minute,
    wholeAccount: true,
    refusal: words.rateLimited,
  },

  { code: 190, subcode: [458], outcome: 'hold', refusal: words.appRemoved },
  { code: 190, subcode: [459, 464], outcome: 'hold', refusal: words.checkpoint },
  { code: 190, subcode: [460], outcome: 'hold', refusal: words.passwordChanged },
  { code: 190, subcode: [463], outcome: 'hold', refusal: words.tokenExpired },
  { code: 190, outcome: 'hold', refusal: words.tokenDead },
  { code: 102, outcome: 'hold', refusal: words.tokenDead },
  { code: 104, outcome: 'hold', refusal: words.tokenDead },
  { code: 368, outcome: 'hold', refusal: words.blocked },
  { code: 10, subcode: [1893063], outcome: 'hold', refusal: words.restricted },
  { code: 2635, outcome: 'hold', refusal: words.versionEnded },

  { code: 10, subcode: [2018278, 2534022], outcome: 'failed', refusal: words.windowClosed },
  { code: 10, subcode: [2018065], outcome: 'failed', refusal: words.newsPermission },
  { code: 10, subcode: [2018108], outcome: 'failed', refusal: words.unavailable },
  { subcode: [1545041], outcome: 'failed', refusal: words.unavailable },
  { code: 551, outcome: 'failed', refusal: words.unavailable },
  { code: 10900, outcome: 'failed', refusal: words.alreadyReplied },
  { code: [10902, 10903], outcome: 'failed', refusal: words.notReplyable },
  { code: 100, subcode: [2018292], outcome: 'failed', refusal: words.notReplyable },

  { subcode: [2018300, 2534037], outcome: 'failed', refusal: words.otherApp },
  { code: 2018300, outcome: 'failed', refusal: words.otherApp },
  { subcode: [2018321], outcome: 'retry', afterSeconds: 5 * minute, refusal: words.automation },
  { code: 2018321, outcome: 'retry', afterSeconds: 5 * minute, refusal: words.automation },

  { code: 100, subcode: [33], outcome: 'failed', refusal: words.gone },
  { code: 100, subcode: [2018001], outcome: 'failed', refusal: words.unknownPerson },
  { code: 100, subcode: [2018008, 2018074], outcome: 'failed', refusal: words.mediaNotFetched },
  { code: 100, subcode: [2018047, 2018109, 2018294], outcome: 'failed', refusal: words.mediaRefused },
  { code: 506, outcome: 'failed', refusal: words.duplicate },
  { code: 100, outcome: 'failed', refusal: words.refused },
  { code: 10, outcome: 'failed', refusal: words.permission },
  { code: 3, outcome: 'failed', refusal: words.permission },
  { code: [200, 299], outcome: 'failed', refusal: words.permission },

  // 1–1357046 even says that the message went out.
  { code: [1, 2], outcome: 'unconfirmed', refusal: words.passing },
];

/** What an answer without an error of Graph means: something in front of it answered, by HTTP status. */
export const statusRules: readonly (Omit<Rule, 'code' | 'subcode'> & {
  status: readonly [from: number, to: number];
})[] = [
  { status: [429, 429], outcome: 'retry', afterSeconds: 10, wholeAccount: true, refusal: words.rateLimited },
  { status: [408, 408], outcome: 'unconfirmed', refusal: words.noAnswer },
  { status: [300, 499], outcome: 'failed', refusal: words.refused },
  // A success that cannot be read, and whatever broke down.
  { status: [100, 599], outcome: 'unconfirmed', refusal: words.noAnswer },
];
