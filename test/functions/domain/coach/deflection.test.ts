import { describe, expect, it } from 'vitest';
import { deflection } from '../../../../functions/domain/coach/deflection.ts';

const toldOf = (reply: string, to = 'Is my refund on its way?') =>
  deflection({ reply, to, visibility: 'public' });

describe('deflection', () => {
  it('tells a bare link, office hours and nameless offices apart', () => {
    expect(toldOf('https://example.com/faq')?.why).toContain('a link and nothing else');
    expect(toldOf('Call us during business hours.')?.suggestion).toContain('who will call them');
    expect(toldOf('Please contact the department.')?.why).toContain('without saying to whom');
  });

  it.each([
    'Please contact Anna Gruber, she knows your case: anna@example.com',
    'I have asked the billing department, and it left today.',
    'It left today. If you have more questions, contact our support any time.',
    'Please contact the store, or I call them for you by 5pm and tell you.',
    'Yes, it left on Monday; here is the receipt: https://example.com/r/1',
  ])('hears none in “%s”', (reply) => {
    expect(toldOf(reply)).toBeUndefined();
  });

  it('gives who asks for a number their number', () => {
    expect(toldOf('You can call us on 0800 123 456.', 'What is your phone number?')).toBeUndefined();
  });
});
