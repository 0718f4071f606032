import { describe, expect, it } from 'vitest';
import { rules } from '../../../../functions/channels/facebook/errors.ts';
import { failureOf } from '../../../../functions/channels/facebook/outcome.ts';

const PAGE = '108';

function answer(code: number, subcode?: number, { status = 400, headers = {}, transient = false } = {}) {
  const error = { message: 'In words that change', code, error_subcode: subcode, is_transient: transient };
  return { answered: true, status, headers: new Headers(headers), body: { error } } as const;
}

const bare = (status: number, headers = {}) =>
  ({ answered: true, status, headers: new Headers(headers), body: undefined }) as const;

describe('an error of Graph', () => {
  it.each([
    ['a passing failure', 1, undefined, 'unconfirmed', 'passing'],
    ['a passing failure that says it was sent', 1, 1357046, 'unconfirmed', 'passing'],
    ['a failure of the service', 2, undefined, 'unconfirmed', 'passing'],
    ['the limit of the app', 4, undefined, 'retry', 'app-rate-limited'],
    ['the limit of the token', 17, undefined, 'retry', 'rate-limited'],
    ['the limit of the page', 32, undefined, 'retry', 'rate-limited'],
    ['the limit of pages as a business', 80001, undefined, 'retry', 'rate-limited'],
    ['the limit of Messenger as a business', 80006, undefined, 'retry', 'rate-limited'],
    ['the limit of a call', 613, undefined, 'retry', 'rate-limited'],
    ['the limit of a call, by its subcode', 613, 2534040, 'retry', 'rate-limited'],
    ['the limit of a call, by another subcode', 613, 1893016, 'retry', 'rate-limited'],
    ['a warning of abuse', 613, 2018338, 'hold', 'abuse'],
    ['a closed window', 10, 2018278, 'failed', 'window-closed'],
    ['a closed window, by the newer subcode', 10, 2534022, 'failed', 'window-closed'],
    ['a second private reply', 10900, undefined, 'failed', 'already-replied'],
    ['a comment that takes no reply', 10902, undefined, 'failed', 'not-replyable'],
    ['a person who takes no reply', 10903, undefined, 'failed', 'not-replyable'],
    ['a comment id that is wrong', 100, 2018292, 'failed', 'not-replyable'],
    ['a missing permission for news', 10, 2018065, 'failed', 'news-permission'],
    ['a person who is away', 10, 2018108, 'failed', 'person-unavailable'],
    ['a person who blocked us', 551, 1545041, 'failed', 'person-unavailable'],
    ['a person who blocked us, without subcode', 551, undefined, 'failed', 'person-unavailable'],
    ['a person who blocked us, as a permission', 200, 1545041, 'failed', 'person-unavailable'],
    ['a restricted page', 10, 1893063, 'hold', 'restricted'],
    ['a missing feature', 10, undefined, 'failed', 'permission'],
    ['a missing capability', 3, undefined, 'failed', 'permission'],
    ['a missing permission', 200, undefined, 'failed', 'permission'],
    ['the last of the permissions', 299, undefined, 'failed', 'permission'],
    ['a wrong parameter', 100, undefined, 'failed', 'refused'],
    ['something that is gone', 100, 33, 'failed', 'gone'],
    ['a person unknown to the page', 100, 2018001, 'failed', 'unknown-person'],
    ['media that was not fetched', 100, 2018008, 'failed', 'media-not-fetched'],
    ['media of another type', 100, 2018047, 'failed', 'media-refused'],
    ['media that is too big', 100, 2018109, 'failed', 'media-refused'],
    ['a film that came too slowly', 100, 2018294, 'failed', 'media-refused'],
    ['an attachment of somebody else', 100, 2018074, 'failed', 'media-not-fetched'],
    ['a dead token', 190, undefined, 'hold', 'token-dead'],
    ['a removed app', 190, 458, 'hold', 'app-removed'],
    ['a checkpoint', 190, 459, 'hold', 'checkpoint'],
    ['an unconfirmed user', 190, 464, 'hold', 'checkpoint'],
    ['a changed password', 190, 460, 'hold', 'password-changed'],
    ['an expired token', 190, 463, 'hold', 'token-expired'],
    ['an invalid token', 190, 467, 'hold', 'token-dead'],
    ['an ended session', 102, undefined, 'hold', 'token-dead'],
    ['no token', 104, undefined, 'hold', 'token-dead'],
    ['a block for spam', 368, undefined, 'hold', 'blocked'],
    ['a block for abuse', 368, 1390008, 'hold', 'blocked'],
    ['an app in charge', 100, 2534037, 'failed', 'other-app'],
    ['an app in charge, as a code', 2018300, undefined, 'failed', 'other-app'],
    ['an app in charge, as a subcode', 10, 2018300, 'failed', 'other-app'],
    ['a running flow', 2018321, undefined, 'retry', 'automation'],
    ['a running flow, as a subcode', 100, 2018321, 'retry', 'automation'],
    ['a duplicate', 506, undefined, 'failed', 'duplicate'],
    ['an ended version', 2635, undefined, 'hold', 'version-ended'],
    ['a code that nobody knows', 7777, undefined, 'failed', 'refused'],
  ])('means by its numbers: %s', (_name, code, subcode, outcome, refusal) => {
    expect(failureOf(answer(code, subcode), PAGE)).toMatchObject({
      outcome,
      refusal: { code: `facebook:${refusal}` },
    });
  });

  it('is decided by every line of the table', () => {
    for (const rule of rules) {
      const code = typeof rule.code === 'object' ? rule.code[0] : (rule.code ?? 7777);
      for (const subcode of rule.subcode ?? [undefined]) {
        const { outcome, refusal } = failureOf(answer(code, subcode), PAGE);
        expect([outcome, refusal.code], `${code}–${subcode}`).toEqual([rule.outcome, rule.refusal.code]);
      }
    }
  });

  it.each([
    ['says so', { transient: true }],
    ['comes with a broken server', { status: 500 }],
  ])('may have done its work if nobody knows the code and it %s', (_name, options) => {
    expect(failureOf(answer(7777, undefined, options), PAGE).outcome).toBe('unconfirmed');
  });

  it('names its numbers when only an admin can look into it', () => {
    expect(failureOf(answer(100, 7777), PAGE).refusal.explanation).toContain('100, subcode 7777');
  });

  it('means the same at any HTTP status', () => {
    expect(failureOf(answer(190, 460, { status: 500 }), PAGE).outcome).toBe('hold');
  });
});

describe('a pause', () => {
  const usage = (minutes: number) => ({
    'x-business-use-case-usage': JSON.stringify({ [PAGE]: [{ estimated_time_to_regain_access: minutes }] }),
  });

  it.each([
    ['as long as the headers say', answer(32, undefined, { headers: usage(7) }), 420, true],
    ['an hour for the page without headers', answer(32), 3600, true],
    ['five minutes for the app', answer(4), 300, true],
    ['half a minute for one kind of call', answer(613), 30, true],
    ['only for one conversation', answer(2018321, undefined, { headers: usage(7) }), 300, false],
    ['as long as whatever stands before Graph says', bare(429, { 'retry-after': '3' }), 3, true],
    ['a few seconds without that', bare(429), 10, true],
    ['a few seconds when nobody answers the door', { answered: false, written: false } as const, 15, false],
  ])('lasts %s', (_name, reply, afterSeconds, wholeAccount) => {
    expect(failureOf(reply, PAGE)).toMatchObject({ outcome: 'retry', afterSeconds, wholeAccount });
  });
});

it.each([
  ['no answer', { answered: false, written: true } as const, 'unconfirmed'],
  ['a broken server', bare(500), 'unconfirmed'],
  ['a gateway that gave up', bare(504), 'unconfirmed'],
  ['a success that cannot be read', bare(200), 'unconfirmed'],
  ['a request that timed out', bare(408), 'unconfirmed'],
  ['a refusal without a reason', bare(403), 'failed'],
  ['a redirect', bare(302), 'failed'],
  ['a status that does not exist', bare(600), 'unconfirmed'],
])('%s has its outcome', (_name, reply, outcome) => {
  expect(failureOf(reply, PAGE).outcome).toBe(outcome);
});
