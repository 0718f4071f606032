import { expect, test } from 'vitest';
import type { EventBus } from '../../../lib/local/event-bus.ts';
import type { SentMail } from '../../../lib/local/mail.ts';
import { announceMail } from '../../../lib/local/mail-events.ts';

const mail = (...recipients: string[]): SentMail => ({
  messageId: 'm',
  from: 'desk@hark.example',
  recipients,
  to: recipients.join(', '),
  subject: 'Due',
  text: '',
  html: '',
  headers: {},
  sentAt: '2026-11-27T10:00:00.000Z',
  configurationSet: 'tidings',
  tags: { subscriberId: ['abc'] },
});

async function announced(sets: string[], ...recipients: string[]): Promise<[string, unknown][]> {
  const told: [string, unknown][] = [];
  const bus: Pick<EventBus, 'announce'> = {
    announce: async (_source, detailType, _resources, detail) => {
      told.push([detailType, detail]);
    },
  };
  await announceMail(
    { ...bus, putEvents: () => Promise.reject(new Error('not asked')) },
    new Set(sets),
    mail(...recipients),
  );
  return told;
}

test('a mail is told to have left', async () => {
  expect(await announced(['tidings'], 'a@b.example')).toMatchObject([
    ['Email Sent', { eventType: 'Send', mail: { messageId: 'm', tags: { subscriberId: ['abc'] } } }],
  ]);
});

test.each([
  ['bounce', 'Email Bounced', { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }],
  ['complaint', 'Email Complaint Received', { eventType: 'Complaint' }],
])('mail to the mailbox %s comes back', async (mailbox, detailType, detail) => {
  const told = await announced(['tidings'], `${mailbox}@anywhere.example`, 'a@b.example');
  expect(told).toMatchObject([
    ['Email Sent', {}],
    [detailType, { ...detail, mail: { tags: { subscriberId: ['abc'] } } }],
  ]);
});

test('nothing is told of mails whose configuration set announces nothing', async () => {
  expect(await announced(['other'], 'bounce@b.example')).toEqual([]);
});
