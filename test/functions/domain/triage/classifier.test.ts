import { describe, expect, it } from 'vitest';
import { triage } from '../../../../functions/domain/triage/embedded.ts';
import { Triage } from '../../../../functions/domain/triage/labels.ts';

describe('the classifier', () => {
  it.each([
    {
      text: '@northair great, another 3 hour delay. love it',
      reads: { sentiment: 'negative', needsReply: true },
    },
    {
      text: '@northair thanks for losing my bag on my honeymoon',
      reads: { sentiment: 'negative', needsReply: true },
    },
    { text: '@northair thanks!', reads: { sentiment: 'positive', needsReply: false, spam: false } },
    {
      text: 'best crew ever, thank you so much for everything!',
      reads: { reason: 'satisfaction', sentiment: 'positive', needsReply: true },
    },
    {
      text: 'do you fly to Lisbon on Sundays?',
      reads: { reason: 'inquiry', sentiment: 'neutral', needsReply: true },
    },
    {
      text: 'The app crashes every time I log in',
      reads: { reason: 'problem', sentiment: 'negative', needsReply: true },
    },
    { text: '👍', reads: { needsReply: false } },
    {
      text: 'Get 10,000 real followers now!! Click the link in my bio http://t.co/x',
      reads: { spam: true, needsReply: false },
    },
  ])('reads “$text”', ({ text, reads }) => {
    expect(triage(text, 'x')).toMatchObject(reads);
  });

  it('says of any text all that there is to say, and the same each time', () => {
    for (const text of [
      '',
      ' ',
      '\n\n',
      '😂',
      '@a',
      'x'.repeat(20_000),
      '\ud800',
      '<script>alert(1)</script>',
    ]) {
      const read = triage(text, 'x');
      expect(Triage.parse(read)).toEqual(read);
      expect(triage(text, 'x')).toEqual(read);
    }
  });

  it('finds it urgent when it is', () => {
    const urgent = triage('HELP my flight leaves in 30 minutes and I cannot check in', 'x').urgency;
    expect(urgent).toBeGreaterThan(triage('do you sell gift cards?', 'x').urgency + 0.3);
  });
});
