import * as z from 'zod/mini';
import type { Refusal, SendOutcome } from '../sending.ts';
import { type Rule, rules, statusRules } from './errors.ts';
import { lenient } from './meta-fields.ts';
import { secondsUntilAllowed } from './rate-limit.ts';
import { refusals } from './refusals.ts';

/** Everything that may become of a call but success. */
export type Failure = Exclude<SendOutcome, { outcome: 'sent' }>;

/** What came back; without an answer, `written` tells whether the call may have reached Facebook all the same. */
export type Reply =
  | { answered: true; status: number; headers: Headers; body: unknown }
  | { answered: false; written: boolean };

const GraphError = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: lenient(z.int()),
    is_transient: lenient(z.boolean()),
  }),
});

/** Seconds until a call that never left is tried again. */
const PAUSE = 15;

/** What an answer that is no success means, or that there was none. `pageId` is the page that it was about. */
export function failureOf(reply: Reply, pageId: string): Failure {
  if (!reply.answered) {
    if (reply.written) return { outcome: 'unconfirmed', refusal: refusals.noAnswer };
    return { outcome: 'retry', afterSeconds: PAUSE, refusal: refusals.trouble, wholeAccount: false };
  }
  const { outcome, refusal, afterSeconds = PAUSE, wholeAccount = false } = ruleOf(reply);
  if (outcome !== 'retry') return { outcome, refusal };
  const told = wholeAccount ? secondsUntilAllowed(reply.headers, pageId) : undefined;
  return { outcome, afterSeconds: told ?? afterSeconds, refusal, wholeAccount };
}

function ruleOf({ status, body }: Extract<Reply, { answered: true }>): Omit<Rule, 'code' | 'subcode'> {
  const read = z.safeParse(GraphError, body);
  if (!read.success) {
    const rule = statusRules.find((candidate) => isWithin(status, candidate.status));
    return rule ?? { outcome: 'unconfirmed', refusal: refusals.noAnswer };
  }
  const { code, error_subcode, is_transient } = read.data.error;
  const rule = rules.find((candidate) => fits(candidate, code, error_subcode));
  if (rule)
    return rule.refusal === refusals.refused ? { ...rule, refusal: numbered(code, error_subcode) } : rule;
  if (is_transient || status >= 500) return { outcome: 'unconfirmed', refusal: refusals.passing };
  return { outcome: 'failed', refusal: numbered(code, error_subcode) };
}

function fits(rule: Rule, code: number, subcode: number | undefined): boolean {
  if (rule.subcode && (subcode === undefined || !rule.subcode.includes(subcode))) return false;
  if (rule.code === undefined) return true;
  return typeof rule.code === 'number' ? rule.code === code : isWithin(code, rule.code);
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

/** A refusal that only an admin can look into, with the numbers to look for. */
function numbered(code: number, subcode: number | undefined): Refusal {
  const number = subcode === undefined ? `${code}` : `${code}, subcode ${subcode}`;
  return {
    ...refusals.refused,
    explanation: `${refusals.refused.explanation} (error ${number})`,
  };
}
