import { expect, it } from 'vitest';
import { mentionMail } from '../../../functions/mail/mention-mail.ts';
import { NOW, sampleConversation } from '../store/sample.ts';

const note = {
  id: 'N1',
  conversationId: 'c',
  text: 'Does anybody know <b>where</b> it is?\nShe waits.',
  at: NOW,
  author: { id: 'mary', name: 'Mary\r\nBcc: all' },
  mentions: ['ken'],
};
const conversation = sampleConversation('mentioned', { contact: { nativeId: '7', name: 'Ines Okoro' } });
const mail = mentionMail({ conversation, note, consoleUrl: 'https://desk.example.com' });

it('says who named the reader, about whom and where', () => {
  expect(mail.subject).toBe('Mary Bcc: all mentioned you: Ines Okoro on X');
});

it('repeats the note, in HTML as text, and leads to the conversation', () => {
  expect(mail.text).toContain('Does anybody know <b>where</b> it is?\nShe waits.');
  expect(mail.html).toContain('Does anybody know &lt;b&gt;where&lt;/b&gt; it is?');
  for (const form of [mail.text, mail.html])
    expect(form).toContain(`https://desk.example.com/conversations/${conversation.id}`);
});
