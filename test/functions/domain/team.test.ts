import { describe, expect, it } from 'vitest';
import { addressesOf, TeamBook } from '../../../functions/domain/team.ts';

const recipients = { team: ['a@shop.example', 'b@shop.example'], lead: ['lead@shop.example'], admin: [] };

describe('addressesOf', () => {
  it.each([
    { to: 'team', addresses: ['a@shop.example', 'b@shop.example'] },
    { to: 'lead', addresses: ['lead@shop.example'] },
    { to: 'admin', addresses: [] },
    { to: 'owner@shop.example', addresses: ['owner@shop.example'] },
  ])('finds whom “$to” stands for', ({ to, addresses }) => {
    expect(addressesOf(to, recipients)).toEqual(addresses);
  });
});

describe('TeamBook', () => {
  const team = { id: 'support', name: 'Support', recipients };
  it.each([
    { name: 'a team', book: { teams: [team] }, fits: true },
    {
      name: 'what is not an address',
      book: { teams: [{ ...team, recipients: { ...recipients, lead: ['lead'] } }] },
      fits: false,
    },
    { name: 'a team without a name', book: { teams: [{ ...team, name: '' }] }, fits: false },
    {
      name: 'a role left out',
      book: { teams: [{ ...team, recipients: { team: [], lead: [] } }] },
      fits: false,
    },
  ])('accepts or refuses $name', ({ book, fits }) => {
    expect(TeamBook.safeParse(book).success).toBe(fits);
  });
});
