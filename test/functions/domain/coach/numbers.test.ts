import { describe, expect, it } from 'vitest';
import { holdsBankAccount, holdsCard, holdsPhone } from '../../../../functions/domain/coach/numbers.ts';

describe('numbers', () => {
  it('knows a card by its check digit', () => {
    expect(holdsCard('on 4111-1111-1111-1111.')).toBe(true);
    expect(holdsCard('5555 5555 5555 4444')).toBe(true);
    expect(holdsCard('4111 1111 1111 1112')).toBe(false);
    expect(holdsCard('tracking 00340434161094042557')).toBe(false);
  });

  it('knows a bank account by its check digits', () => {
    expect(holdsBankAccount('to AT61 1904 3002 3457 3201 today')).toBe(true);
    expect(holdsBankAccount('to AT61 1904 3002 3457 3202 today')).toBe(false);
  });

  it.each([
    '+43 664 1234567',
    'call me on 0664 1234567',
    '(212) 555-0187',
    '020 7946 0958',
    '+1 212-555-0187',
  ])('knows the phone number in “%s”', (text) => {
    expect(holdsPhone(text)).toBe(true);
  });

  it.each([
    '0800 123 456',
    '1-800-555-0199',
    'on 2026-03-04 at 10:30',
    'from 10:00 to 18:00',
    '12.50 euros',
    '10-14 days',
  ])('takes “%s” for none', (text) => {
    expect(holdsPhone(text)).toBe(false);
  });
});
