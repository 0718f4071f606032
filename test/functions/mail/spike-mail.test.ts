import { describe, expect, it } from 'vitest';
import { newSpike } from '../../../functions/domain/spike.ts';
import { spikeMail } from '../../../functions/mail/spike-mail.ts';
import { sampleAlert } from './sample-alert.ts';

const { conversation } = sampleAlert('breach');
const rush = {
  conversationIds: Array.from({ length: 23 }, (_, n) => `C${n}`),
  usual: 2.2,
  severity: 'major' as const,
};
const spike = {
  ...newSpike(rush, 'booking', { id: 'S1', teamId: 'support', now: '2026-11-21T12:00:00.000Z' }),
  topic: ['booking', 'app\r\nBcc: all@example.com'],
};
const mail = spikeMail({
  spike,
  conversations: [{ ...conversation, preview: '<script>alert(1)</script>' }],
  consoleUrl: 'https://desk.example.com',
});

describe('the mail about a spike', () => {
  it('says in its subject how many, about what, how fast, and what is usual', () => {
    expect(mail.subject).toBe(
      '23 people write about “booking, app Bcc: all@example.com” in 15 minutes, usual is 2',
    );
  });

  it('shows who, with the way to each and to all', () => {
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('https://desk.example.com/incidents?spike=S1');
      expect(form).toContain(`https://desk.example.com/conversations/${conversation.id}`);
      expect(form).toContain('Ines Okoro on X');
    }
  });

  it('lets no customer’s word become markup', () => {
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mail.html).not.toContain('<script');
  });
});
