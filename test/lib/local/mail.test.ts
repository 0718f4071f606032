import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openMailBox, type SentMail } from '../../../lib/local/mail.ts';
import { mailPage } from '../../../lib/local/mail-page.ts';
import { eventually } from './eventually.ts';

const request = {
  FromEmailAddress: 'desk@hark.example',
  Destination: { ToAddresses: ['team@hark.example'], CcAddresses: ['lead@hark.example'] },
  Content: {
    Simple: {
      Subject: { Data: 'Due' },
      Body: { Text: { Data: 'plain' }, Html: { Data: '<p>rich</p>' } },
      Headers: [{ Name: 'List-Unsubscribe', Value: '<https://a.example/u>' }],
    },
  },
  ConfigurationSetName: 'letters',
  EmailTags: [{ Name: 'alert', Value: 'c1' }],
};

test('a mail is kept, and announced with its tags', async () => {
  const announced: SentMail[] = [];
  const box = openMailBox(new DatabaseSync(':memory:'), async (mail) => {
    announced.push(mail);
  });
  const { MessageId } = box.send(request);
  expect(box.all()).toMatchObject([
    {
      to: 'team@hark.example, lead@hark.example',
      subject: 'Due',
      text: 'plain',
      html: '<p>rich</p>',
      headers: { 'List-Unsubscribe': '<https://a.example/u>' },
    },
  ]);
  const mail = await eventually('the announcement', () => announced[0]);
  expect(mail).toMatchObject({
    messageId: MessageId,
    tags: { alert: ['c1'], 'ses:configuration-set': ['letters'] },
  });
});

test('what was not announced is announced after a restart, once', async () => {
  const database = new DatabaseSync(':memory:');
  openMailBox(database, () => Promise.reject(new Error('killed'))).send(request);

  const announced: SentMail[] = [];
  const box = openMailBox(database, async (mail) => {
    announced.push(mail);
  });
  await box.announceRest();
  await box.announceRest();
  expect(announced.map((mail) => mail.subject)).toEqual(['Due']);
});

test('a request that is no simple mail is refused and not kept', () => {
  const box = openMailBox(new DatabaseSync(':memory:'), async () => {});
  expect(() => box.send({ ...request, Content: { Raw: { Data: '' } } })).toThrow();
  expect(box.all()).toEqual([]);
});

test("the page shows a mail's HTML in a frame without rights, and runs nothing of it", () => {
  const page = mailPage([
    {
      to: 'a@b',
      subject: '<script>alert(1)</script>',
      text: 'plain',
      html: '<b>"rich"</b>',
      headers: { 'List-Unsubscribe': '<u>' },
      sentAt: '2026-11-20T10:15:00.000Z',
    },
  ]);
  expect(page).toContain('<iframe sandbox title=');
  expect(page).toContain('srcdoc="&lt;b&gt;&quot;rich&quot;&lt;/b&gt;"');
  expect(page).toContain('List-Unsubscribe: &lt;u&gt;');
  expect(page).not.toContain('<script>');
});
