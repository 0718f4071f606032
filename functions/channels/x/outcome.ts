import * as z from 'zod/mini';
import type { Refusal, SendOutcome } from '../sending.ts';
import type { Reply } from './api.ts';
import { type Operation, type Rule, rules } from './errors.ts';
import { lenient } from './lenient.ts';
import { permalink } from './post.ts';
import { secondsUntilAllowed } from './rate-limit.ts';

/** Everything that may become of a call but success. */
export type Failure = Exclude<SendOutcome, { outcome: 'sent' }>;

/** Whom and what a call is about, for the ways that an advice names. */
export interface Subject {
  postId?: string | undefined;
  personId?: string | undefined;
}

/** Either of X's two shapes of an error, or a mixture of them. */
const Problem = z.object({
  type: lenient(z.string()),
  detail: lenient(z.string()),
  errors: lenient(z.array(z.object({ code: lenient(z.number()), message: lenient(z.string()) }))),
});

/** The parts of an error that decide, and those that are only shown. */
interface Marks {
  codes: number[];
  type: string;
  detail: string;
  words: string | undefined;
}

/** X's own words are shown up to this length. */
const LONGEST_QUOTE = 300;

/** What an answer that is no success means, by the table of errors. `now` is epoch milliseconds. */
export function failureOf(reply: Reply, operation: Operation, subject: Subject, now: number): Failure {
  const marks = marksOf(reply);
  const rule = rules.find((candidate) => fits(candidate, reply, operation, marks));
  if (rule === undefined) throw new Error(`The table of errors of X has no line for "${operation}".`);
  const refusal = worded(rule.refusal, subject);
  if (rule.quoted && marks.words !== undefined)
    refusal.explanation += ` X says: “${marks.words.slice(0, LONGEST_QUOTE)}”`;
  if (rule.outcome !== 'retry') return { outcome: rule.outcome, refusal };
  const headers = reply.answered ? reply.headers : new Headers();
  const afterSeconds = rule.afterSeconds ?? secondsUntilAllowed(headers, now);
  // X counts each kind of call by itself: an account that has to wait with private messages can go on posting.
  return { outcome: 'retry', afterSeconds, refusal, wholeAccount: false };
}

function marksOf(reply: Reply): Marks {
  const read = Problem.safeParse(reply.answered ? reply.body : undefined).data;
  const errors = read?.errors ?? [];
  return {
    codes: errors.flatMap(({ code }) => code ?? []),
    type: read?.type ?? 'about:blank',
    detail: read?.detail ?? '',
    words: errors.find(({ message }) => message !== undefined)?.message ?? read?.detail,
  };
}

function fits(rule: Rule, reply: Reply, operation: Operation, marks: Marks): boolean {
  const { operations, codes, types, says } = rule;
  if (operations !== undefined && !operations.includes(operation)) return false;
  if (!hasStatus(rule.status, reply)) return false;
  if (codes === undefined && types === undefined && says === undefined) return true;
  if (marks.codes.some((code) => codes?.includes(code))) return true;
  if (types?.some((end) => marks.type.endsWith(end))) return true;
  const unmarked = marks.codes.length === 0 && marks.type === 'about:blank';
  return unmarked && says?.test(marks.detail) === true;
}

function hasStatus(status: Rule['status'], reply: Reply): boolean {
  if (!reply.answered) return status === (reply.written ? 'unanswered' : 'unreached');
  if (typeof status === 'object') return reply.status >= status[0] && reply.status <= status[1];
  return status === reply.status;
}

/** A refusal with the ways out put into its advice. */
export function worded({ code, explanation, advice }: Refusal, { postId, personId }: Subject): Refusal {
  const post = postId === undefined ? 'https://x.com' : permalink(undefined, postId);
  const compose = personId === undefined ? 'https://x.com/messages' : composeLink(personId);
  return { code, explanation, advice: advice.replace('{post}', post).replace('{compose}', compose) };
}

/** Where whoever is signed in to X writes a private message to this person. */
export function composeLink(personId: string): string {
  return `https://x.com/messages/compose?recipient_id=${personId}`;
}
