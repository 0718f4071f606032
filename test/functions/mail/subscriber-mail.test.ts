import { describe, expect, it } from 'vitest';
import {
  alreadyMail,
  confirmationMail,
  unsubscribeHeaders,
  updateMail,
} from '../../../functions/mail/subscriber-mail.ts';

const links = {
  statusUrl: 'https://help.example.com/status',
  unsubscribeUrl: 'https://help.example.com/status/subscriptions/abc.def/unsubscribe',
};

describe('the mail of an update', () => {
  const mail = updateMail(
    { subject: 'Booking works again\r\nBcc: all@example.com', text: 'Hello,\n\nit is <b>fixed</b>.\nSorry.' },
    links,
  );

  it('says the same as text and as HTML, with the ways to the page and out', () => {
    expect(mail.text).toContain('Hello,\n\nit is <b>fixed</b>.\nSorry.');
    expect(mail.html).toContain('it is &lt;b&gt;fixed&lt;/b&gt;.<br>Sorry.');
    for (const form of [mail.text, mail.html])
      for (const link of Object.values(links)) expect(form).toContain(link);
  });

  it('has a subject of one line', () => {
    expect(mail.subject).toBe('Booking works again Bcc: all@example.com');
  });

  it('lets a mail program unsubscribe with one tap', () => {
    expect(unsubscribeHeaders(links.unsubscribeUrl)).toEqual({
      'List-Unsubscribe': `<${links.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});

describe('the mail that asks', () => {
  it('leads to the page that confirms, and to nothing else', () => {
    const { text, html } = confirmationMail(
      'Corvid Air',
      'https://help.example.com/status/subscriptions/abc.def',
    );
    for (const form of [text, html]) {
      expect(form).toContain('https://help.example.com/status/subscriptions/abc.def');
      expect(form).not.toContain('unsubscribe');
    }
  });

  it('tells those who are on the list already how to leave it', () => {
    expect(alreadyMail('Corvid Air', links).text).toContain(links.unsubscribeUrl);
  });
});
