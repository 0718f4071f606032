import { describe, expect, it } from 'vitest';
import { readRecipients, recipientsOf } from '../../../functions/mail/recipients.ts';

const first = { team: ['first@example.com'], lead: ['lead@example.com'], admin: [] };
const book = {
  teams: [
    {
      id: 'parcels',
      name: 'Parcels',
      recipients: { team: ['a@example.com', 'b@example.com', 'a@example.com'], lead: [], admin: [] },
    },
  ],
};

const cases: Record<string, { to: string; teamId: string; addresses: string[] }> = {
  'the team of the conversation, each address once': {
    to: 'team',
    teamId: 'parcels',
    addresses: ['a@example.com', 'b@example.com'],
  },
  'the first team when the conversation is of a team that nobody set up': {
    to: 'team',
    teamId: 'support',
    addresses: ['first@example.com'],
  },
  'the lead of the first team when the own team has none': {
    to: 'lead',
    teamId: 'parcels',
    addresses: ['lead@example.com'],
  },
  'an address that the policy names, in a team': {
    to: 'boss@example.com',
    teamId: 'parcels',
    addresses: ['boss@example.com'],
  },
  'an address that the policy names, without a team': {
    to: 'boss@example.com',
    teamId: 'support',
    addresses: ['boss@example.com'],
  },
  'nobody when nobody has the role': { to: 'admin', teamId: 'parcels', addresses: [] },
};

describe('recipientsOf', () => {
  it.each(Object.entries(cases))('finds %s', (_name, { to, teamId, addresses }) => {
    expect(recipientsOf(to, teamId, book, first)).toEqual(addresses);
  });
});

describe('readRecipients', () => {
  it('reads the addresses by role', () => {
    expect(readRecipients(JSON.stringify(first))).toEqual(first);
  });

  it.each(['{', '[]', '{"team": ["a@example.com"]}', '{"team": ["nobody"], "lead": [], "admin": []}'])(
    'says of %s what the setting should look like',
    (setting) => {
      expect(() => readRecipients(setting)).toThrow('ALERT_RECIPIENTS is not of the form');
    },
  );
});
