import { describe, expect, it } from 'vitest';
import { agentOf } from '../../../functions/api/agent.ts';
import type { Role } from '../../../functions/domain/agent.ts';
import { Reject } from '../../../functions/errors.ts';

const claims = (groups: unknown, others: Record<string, unknown> = {}) => ({
  claims: { sub: 'id-1', 'cognito:groups': groups, ...others },
});

describe('the role of whoever is signed in', () => {
  const rows: { name: string; groups: unknown; role: Role }[] = [
    { name: 'a list with one group', groups: ['agent'], role: 'agent' },
    {
      name: 'a list with several: the one that reaches farthest',
      groups: ['agent', 'admin', 'lead'],
      role: 'admin',
    },
    { name: 'the text that the HTTP API makes of a list', groups: '[agent lead]', role: 'lead' },
    { name: 'that text with one group', groups: '[admin]', role: 'admin' },
    { name: 'a list as text with commas', groups: 'agent,lead', role: 'lead' },
    { name: 'groups of other programs beside ours', groups: ['billing', 'agent', 'newsroom'], role: 'agent' },
  ];

  it.each(rows)('is read from $name', ({ groups, role }) => {
    expect(agentOf(claims(groups))).toMatchObject({ id: 'id-1', role });
  });

  const refused: { name: string; groups: unknown }[] = [
    { name: 'no groups', groups: undefined },
    { name: 'an empty list', groups: [] },
    { name: 'the empty list as text', groups: '[]' },
    { name: 'other groups only', groups: ['billing'] },
    { name: 'a group whose name only begins like ours', groups: '[agents leader administrators]' },
    { name: 'something else', groups: 7 },
  ];

  it.each(refused)('is none with $name: 403, with what to do', ({ groups }) => {
    expect(() => agentOf(claims(groups))).toThrow(
      expect.objectContaining({ status: 403, message: expect.stringContaining('Ask an admin') }),
    );
  });

  const reach: [Role, Role, boolean][] = [
    ['agent', 'agent', true],
    ['agent', 'lead', false],
    ['agent', 'admin', false],
    ['lead', 'agent', true],
    ['lead', 'lead', true],
    ['lead', 'admin', false],
    ['admin', 'agent', true],
    ['admin', 'lead', true],
    ['admin', 'admin', true],
  ];

  it.each(reach)('%s where %s is needed: %s', (role, needed, enough) => {
    const ask = () => agentOf(claims([role]), needed);
    if (enough) expect(ask().role).toBe(role);
    else expect(ask).toThrow(new Reject(403, `This needs the role ${needed}; you are signed in as ${role}.`));
  });
});

describe('the name of whoever is signed in', () => {
  const rows = [
    { name: 'their name', others: { name: 'Ola', username: 'ola7' }, expected: 'Ola' },
    {
      name: 'their mail address, where they have no name',
      others: { email: 'ola@example.com', username: 'f3a9' },
      expected: 'ola@example.com',
    },
    { name: 'the user name of an access token', others: { username: 'ola7' }, expected: 'ola7' },
    {
      name: 'the user name of an id token',
      others: { 'cognito:username': 'ola8', name: '' },
      expected: 'ola8',
    },
    { name: 'the id, if there is no other', others: {}, expected: 'id-1' },
  ];

  it.each(rows)('is $name', ({ others, expected }) => {
    expect(agentOf(claims(['agent'], others)).name).toBe(expected);
  });

  it('is not guessed without an id', () => {
    expect(() => agentOf(claims(['agent'], { sub: '' }))).toThrow(expect.objectContaining({ status: 403 }));
  });
});
