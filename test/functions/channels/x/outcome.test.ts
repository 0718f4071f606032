import { expect, it } from 'vitest';
import type { Reply } from '../../../../functions/channels/x/api.ts';
import type { Operation } from '../../../../functions/channels/x/errors.ts';
import { composeLink, failureOf, worded } from '../../../../functions/channels/x/outcome.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { answered, INES, MORNING } from './scripted-api.ts';

const subject = { postId: '2100000000000000002', personId: INES };
const failure = (reply: Reply, operation: Operation) => failureOf(reply, operation, subject, MORNING);
const plain = (status: number, detail = '') =>
  answered(status, { title: 'x', detail, type: 'about:blank', status });
const typed = (status: number, type: string) =>
  answered(status, { title: 'x', detail: 'x', type: `https://api.twitter.com/2/problems/${type}` });
const coded = (status: number, code: number) => answered(status, { errors: [{ code, message: 'x' }] });
const recorded = (status: number, name: string) => answered(status, recordedJson('x', name));
const unreached: Reply = { answered: false, written: false };
const unanswered: Reply = { answered: false, written: true };

const rows: [title: string, reply: Reply, operation: Operation, outcome: string, code: string][] = [
  ['a recorded 400', recorded(400, 'error-400-invalid'), 'post', 'failed', 'refused'],
  ['a recorded 401', recorded(401, 'error-401'), 'post', 'hold', 'unauthorized'],
  ['a recorded 402', recorded(402, 'error-402-credits'), 'message', 'hold', 'credits'],
  ['a recorded duplicate', recorded(403, 'error-403-duplicate'), 'post', 'unconfirmed', 'duplicate'],
  [
    'a recorded answer uncalled for',
    recorded(403, 'error-403-reply-not-summoned'),
    'post',
    'failed',
    'not-summoned',
  ],
  ['a recorded closed inbox', recorded(403, 'error-403-dm'), 'message', 'failed', 'dm-closed'],
  [
    'a recorded app without access',
    recorded(403, 'error-403-client-forbidden'),
    'post',
    'hold',
    'app-refused',
  ],
  [
    'a recorded tier without hiding',
    recorded(403, 'error-403-client-forbidden'),
    'hide',
    'failed',
    'not-in-tier',
  ],
  ['a recorded rate limit', recorded(429, 'error-429-rate'), 'post', 'retry', 'rate-limited'],
  ['a recorded 503 to a post', recorded(503, 'error-503'), 'post', 'unconfirmed', 'no-answer'],
  ['a recorded 503 to a message', recorded(503, 'error-503'), 'message', 'unconfirmed', 'no-answer'],
  ['a recorded 503 to an upload', recorded(503, 'error-503'), 'upload', 'retry', 'trouble'],
  ['a recorded 503 to a deletion', recorded(503, 'error-503'), 'delete', 'retry', 'trouble'],
  ['a 500 to a post', plain(500), 'post', 'unconfirmed', 'no-answer'],
  ['a 502 to a post', plain(502), 'post', 'unconfirmed', 'no-answer'],
  ['a 504 to a message', plain(504), 'message', 'unconfirmed', 'no-answer'],
  ['a page of a proxy in between', answered(502), 'post', 'unconfirmed', 'no-answer'],
  ['a duplicate by its number', coded(403, 187), 'post', 'unconfirmed', 'duplicate'],
  ['a reply limit by its number', coded(403, 433), 'post', 'failed', 'not-summoned'],
  ['a parent gone by its number', coded(403, 385), 'post', 'failed', 'parent-gone'],
  [
    'a parent gone by its words',
    plain(403, 'a Tweet that is deleted or not visible to you.'),
    'post',
    'failed',
    'parent-gone',
  ],
  ['a closed inbox by its number', coded(403, 349), 'message', 'failed', 'dm-closed'],
  ['a closed inbox in new words', plain(403, 'Nope.'), 'message', 'failed', 'dm-closed'],
  ['a refused post in new words', plain(403, 'Nope.'), 'post', 'failed', 'forbidden'],
  [
    'words that a number contradicts',
    answered(403, { detail: 'duplicate content', errors: [{ code: 433 }] }),
    'post',
    'failed',
    'not-summoned',
  ],
  [
    'words beside an unknown number',
    answered(403, { detail: 'duplicate content', errors: [{ code: 1 }] }),
    'post',
    'failed',
    'forbidden',
  ],
  [
    'words beside another type',
    answered(403, { detail: 'duplicate content', type: 'https://x/y' }),
    'post',
    'failed',
    'forbidden',
  ],
  ['words with another status', plain(400, 'duplicate content'), 'post', 'failed', 'refused'],
  ['a locked account', coded(403, 326), 'post', 'hold', 'account-locked'],
  ['a token that may only read', typed(403, 'oauth1-permissions'), 'message', 'hold', 'read-only'],
  ['a token that may only read, by its number', coded(403, 261), 'post', 'hold', 'read-only'],
  ['a plan that is used up', typed(429, 'usage-capped'), 'post', 'hold', 'usage-cap'],
  ['a wrong sort of token', typed(403, 'unsupported-authentication'), 'post', 'hold', 'app-refused'],
  ['a thread of others', plain(403), 'hide', 'failed', 'not-our-thread'],
  ['a post of others', plain(403), 'delete', 'failed', 'forbidden'],
  ['an answer to a post that is gone', typed(404, 'resource-not-found'), 'post', 'failed', 'parent-gone'],
  ['a message to a person who is gone', typed(404, 'resource-not-found'), 'message', 'failed', 'person-gone'],
  ['hiding what is gone', typed(404, 'resource-not-found'), 'hide', 'failed', 'gone'],
  ['an upload that X forgot', typed(404, 'resource-not-found'), 'upload', 'retry', 'trouble'],
  ['an upload that X refuses', typed(400, 'invalid-request'), 'upload', 'failed', 'media-refused'],
  ['an upload that is too large', answered(413), 'upload', 'failed', 'media-refused'],
  ['a post that took X too long', plain(408), 'post', 'unconfirmed', 'no-answer'],
  ['an upload that took X too long', plain(408), 'upload', 'retry', 'trouble'],
  ['a teapot', plain(418), 'post', 'failed', 'refused'],
  ['a success that cannot be read', answered(201, { data: {} }), 'post', 'unconfirmed', 'strange-answer'],
  ['a success without JSON', answered(200), 'message', 'unconfirmed', 'strange-answer'],
  ['a redirect', answered(302), 'post', 'unconfirmed', 'strange-answer'],
  ['a strange answer to a look', answered(200, 'hello'), 'look', 'retry', 'strange-answer'],
  ['a host that is not there', unreached, 'post', 'retry', 'trouble'],
  ['a connection that was cut after a post', unanswered, 'post', 'unconfirmed', 'no-answer'],
  ['a connection that was cut after a message', unanswered, 'message', 'unconfirmed', 'no-answer'],
  ['a connection that was cut after hiding', unanswered, 'hide', 'retry', 'trouble'],
];

it.each(rows)('decides on %s', (_title, reply, operation, outcome, code) => {
  expect(failure(reply, operation)).toMatchObject({ outcome, refusal: { code: `x:${code}` } });
});

it('waits as long as the rate limit headers say', () => {
  const headers = { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(MORNING / 1000 + 600) };
  const limited = failure(answered(429, undefined, headers), 'post');
  expect(limited).toMatchObject({ outcome: 'retry', afterSeconds: 600, wholeAccount: false });
});

it('offers a private message and the post itself when X allows no public answer', () => {
  const { refusal } = failure(recorded(403, 'error-403-reply-not-summoned'), 'post');
  expect(refusal.advice).toContain('https://x.com/messages/compose?recipient_id=1800000000000000002');
  expect(refusal.advice).toContain('https://x.com/i/status/2100000000000000002');
});

it('shows the words of X where Hark has none of its own, cut to a length', () => {
  expect(failure(recorded(400, 'error-400-invalid'), 'post').refusal.explanation).toMatch(
    /X says: “\$\.reply\.in_reply_to_tweet_id: does not match/,
  );
  expect(failure(plain(403, 'x'.repeat(9000)), 'post').refusal.explanation.length).toBeLessThan(400);
});

it('does not change the table when it fills in an advice', () => {
  const first = failure(plain(403, 'one'), 'post').refusal.explanation;
  expect(failure(plain(403, 'one'), 'post').refusal.explanation).toBe(first);
});

it('names the way to X when it knows neither post nor person', () => {
  const refusal = { code: 'c', explanation: 'e', advice: 'Open {post} or {compose}.' };
  expect(worded(refusal, {}).advice).toBe('Open https://x.com or https://x.com/messages.');
});

it('links to a private message to a person', () => {
  expect(composeLink('7')).toBe('https://x.com/messages/compose?recipient_id=7');
});
