import { describe, expect, it } from 'vitest';
import type { CrowdNews } from '../../../functions/domain/raise.ts';
import { crowdMail } from '../../../functions/mail/crowd-mail.ts';

const news: CrowdNews = {
  ...{
    channel: 'x',
    accountId: '18',
    postId: 'p1',
    perMinute: 42,
    usual: 1.5,
    at: '2026-11-20T12:00:00.000Z',
  },
  ...{ window: 10, age: 240, likes: 300, shares: 90, replies: 30 },
};
const context = {
  text: 'Worst <b>airline</b> ever',
  permalink: 'https://x.example/p1',
  conversationId: 'c1',
  consoleUrl: 'https://desk.example',
};

describe('the mail about a crowd', () => {
  it('tells the numbers, the post, and where to look', () => {
    const { subject, text } = crowdMail(news, context);
    expect(subject).toBe('A crowd forms on X: 42 a minute where 1.5 is usual');
    for (const words of [
      'In the last 10 minutes: 300 likes, 90 shares, 30 replies. The post is 4 hours old.',
      '> Worst <b>airline</b> ever',
      'Open the conversation: https://desk.example/conversations/c1',
      'See the post: https://x.example/p1',
      'only when it is ten times as fast',
    ])
      expect(text).toContain(words);
  });

  it('shows a customer’s words as words', () => {
    const { html } = crowdMail(news, context);
    expect(html).toContain('Worst &lt;b&gt;airline&lt;/b&gt; ever');
    expect(html).toContain('<blockquote dir="auto"');
  });

  it('does without what is not known, and follows no odd link', () => {
    const { text, html } = crowdMail(
      { ...news, age: 5 },
      { consoleUrl: '', permalink: 'javascript:alert(1)' },
    );
    expect(text).toContain('The post is 5 minutes old.');
    expect(text).not.toContain('> ');
    expect(html).not.toContain('<a ');
  });
});
