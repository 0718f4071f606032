import { describe, expect, it } from 'vitest';
import type { Account } from '../../../functions/domain/account.ts';
import { accountMail } from '../../../functions/mail/account-mail.ts';

const account: Account = {
  channel: 'facebook',
  id: '1082',
  name: 'Larkspur Supply',
  state: 'held',
  refusal: {
    code: 'facebook:token-dead',
    explanation: 'Facebook no longer accepts the token of this page.',
    advice: 'An admin has to connect the page to Facebook anew.',
  },
  heldSince: '2026-11-20T10:15:00.000Z',
  retryAt: '2026-11-20T11:15:00.000Z',
  version: 3,
};

describe('the mail about an account that cannot send', () => {
  const mail = accountMail(account);

  it('says what happened, what it means and what to do', () => {
    expect(mail.subject).toBe('Replies are held: Larkspur Supply on Facebook cannot send');
    for (const part of [
      'Since Fri 20 Nov, 10:15:00 UTC',
      'Facebook no longer accepts the token of this page.',
      'What to do: An admin has to connect the page to Facebook anew.',
      'Nothing is lost',
      'tries again at Fri 20 Nov, 11:15:00 UTC',
    ]) {
      expect(mail.text).toContain(part);
      expect(mail.html).toContain(part);
    }
  });

  it('stays one line of subject and no markup, whatever an account is called', () => {
    const { subject, html } = accountMail({ ...account, name: 'A\r\nBcc: x <b>' });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<b>');
  });

  it('makes sense of an account without a name or a reason', () => {
    const { name: _, refusal: __, retryAt: ___, ...bare } = account;
    expect(accountMail(bare).text).toContain('the account 1082 on Facebook');
    expect(accountMail(bare).text).not.toMatch(/undefined|tries again/);
  });
});
