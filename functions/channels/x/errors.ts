import type { Refusal } from '../sending.ts';
import { refusals as words } from './refusals.ts';

/** What a call was to do. Posts and messages are seen by customers at once, so it matters whether one went through. */
export type Operation = 'post' | 'message' | 'hide' | 'delete' | 'upload' | 'look';

/**
 * One line of the table. An answer is known by its HTTP status, by what the call was to do, and by one of X's marks: a numeric
 * code in `errors`, or the end of the problem type's address (whose host varies). For most refusals with 403 X sends neither;
 * only then do the words of `detail` tell them apart, and words that are new fall through to the last line of that status.
 */
export interface Rule {
  /** `unreached`: no byte left. `unanswered`: the call may have arrived. A pair is a range. */
  status: number | readonly [from: number, to: number] | 'unreached' | 'unanswered';
  operations?: readonly Operation[];
  codes?: readonly number[];
  types?: readonly string[];
  says?: RegExp;
  outcome: 'hold' | 'failed' | 'unconfirmed' | 'retry';
  /** Seconds before the next attempt; without them, as long as the rate limit headers say. */
  afterSeconds?: number;
  /** Whether X's own words help the agent. */
  quoted?: true;
  refusal: Refusal;
}

const publishing = ['post', 'message'] as const;
const moderating = ['hide', 'delete'] as const;
const post = ['post'] as const;
const CLIENT_FORBIDDEN = '/problems/client-forbidden';
const UNSUPPORTED = '/problems/unsupported-authentication';

/**
 * What becomes of a call that did not succeed; the first line that fits decides. Sources: docs.x.com (response codes and errors,
 * rate limits), the error codes of the classic API, and issues of public clients, such as plhery/node-twitter-api-v2#469
 * (duplicates), xdevplatform/twitter-api-typescript-sdk#97 (tokens that may only read), tryethernal/ethernal#927 (credits).
 */
export const rules: readonly Rule[] = [
  { status: 'unreached', outcome: 'retry', afterSeconds: 15, refusal: words.trouble },
  { status: 'unanswered', operations: publishing, outcome: 'unconfirmed', refusal: words.noAnswer },
  { status: 'unanswered', outcome: 'retry', afterSeconds: 15, refusal: words.trouble },

  { status: 401, outcome: 'hold', refusal: words.unauthorized },
  { status: 402, outcome: 'hold', refusal: words.credits },
  { status: [403, 429], types: ['/problems/usage-capped'], outcome: 'hold', refusal: words.usageCap },
  { status: 429, outcome: 'retry', refusal: words.rateLimited },

  { status: 403, codes: [64, 326], outcome: 'hold', refusal: words.accountLocked },
  {
    status: 403,
    codes: [261],
    types: ['/problems/oauth1-permissions'],
    outcome: 'hold',
    refusal: words.readOnly,
  },
  {
    status: 403,
    operations: moderating,
    types: [CLIENT_FORBIDDEN],
    outcome: 'failed',
    refusal: words.notInTier,
  },
  { status: 403, types: [CLIENT_FORBIDDEN, UNSUPPORTED], outcome: 'hold', refusal: words.appRefused },
  {
    // Our own earlier attempt, perhaps: sferik/x-ruby#24. Who sent it cannot be told here, so somebody has to look.
    status: 403,
    operations: post,
    codes: [187],
    says: /duplicate content/i,
    outcome: 'unconfirmed',
    refusal: words.duplicate,
  },
  {
    status: 403,
    operations: post,
    codes: [433],
    says: /reply to this conversation is not allowed/i,
    outcome: 'failed',
    refusal: words.notSummoned,
  },
  {
    status: 403,
    operations: post,
    codes: [144, 179, 385],
    says: /deleted or not visible/i,
    outcome: 'failed',
    refusal: words.parentGone,
  },
  { status: 403, operations: ['message'], outcome: 'failed', refusal: words.dmClosed },
  { status: 403, operations: ['hide'], outcome: 'failed', refusal: words.notOurThread },
  { status: 403, outcome: 'failed', quoted: true, refusal: words.forbidden },

  { status: 404, operations: post, outcome: 'failed', refusal: words.parentGone },
  { status: 404, operations: ['message'], outcome: 'failed', refusal: words.personGone },
  { status: 404, operations: moderating, outcome: 'failed', refusal: words.gone },
  // An upload that X forgot half-way: the next attempt begins anew.
  { status: 404, operations: ['upload'], outcome: 'retry', afterSeconds: 15, refusal: words.trouble },

  { status: 408, operations: publishing, outcome: 'unconfirmed', refusal: words.noAnswer },
  { status: 408, outcome: 'retry', afterSeconds: 30, refusal: words.trouble },
  { status: [400, 499], operations: ['upload'], outcome: 'failed', refusal: words.mediaRefused },
  { status: [400, 499], outcome: 'failed', quoted: true, refusal: words.refused },

  { status: [500, 599], operations: publishing, outcome: 'unconfirmed', refusal: words.noAnswer },
  { status: [500, 599], outcome: 'retry', afterSeconds: 30, refusal: words.trouble },
  // A success that cannot be read, a redirect, or what no HTTP server should say.
  { status: [100, 999], operations: publishing, outcome: 'unconfirmed', refusal: words.strange },
  { status: [100, 999], outcome: 'retry', afterSeconds: 60, refusal: words.strange },
];
