import { describe, expect, it } from 'vitest';
import { personalData, personalDataIn } from '../../../../functions/domain/coach/personal-data.ts';

describe('personalData', () => {
  it.each([
    ['Card 4111 1111 1111 1111', ['a card number']],
    ['Write to jo.doe@example.org', ['an e-mail address']],
    ['Your order #A-20394 left', ['an order or booking number']],
    ['Booking code XKTRPQ', ['an order or booking number']],
    ['Left at 4a Mill Lane', ['an address']],
    ['au 12 rue de la Paix', ['an address']],
    ['date of birth 4 May 1980', ['a date of birth']],
    ['Write to support@example.org', []],
    ['Our shop is at 12 Mill Lane', []],
    ['Your order of 3 books left', []],
    ['Open 10:00-18:00, tickets from 12 euros', []],
    ['Flight BA2490 leaves at 18:05', []],
  ])('finds in “%s”: %s', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds);
  });

  it('asks twice in public, and lets it pass in private', () => {
    const reply = 'Refunded to AT61 1904 3002 3457 3201; receipt sent to jo@example.org.';
    expect(personalData({ reply, to: '', visibility: 'public' })).toMatchObject({
      level: 'confirm',
      why: 'Everybody can read this answer, and it holds a bank account and an e-mail address.',
    });
    expect(personalData({ reply, to: '', visibility: 'private' })).toBeUndefined();
  });
});
