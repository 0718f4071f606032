import { describe, expect, it } from 'vitest';
import { identityWrites } from '../../../functions/domain/record-person.ts';
import { aConversation, ada, aMessageEvent, anIdentity, at } from './desk.ts';

const event = aMessageEvent();
const conversation = aConversation();

describe('identityWrites', () => {
  it('makes a contact of somebody new', () => {
    expect(identityWrites(event, {}, ada, conversation)).toEqual({
      identity: {
        before: undefined,
        after: {
          channel: 'x',
          nativeId: 'ada',
          contactId: 'contact-ada',
          profile: ada,
          threads: { 'desk-1': 'c-ada' },
          version: 0,
        },
      },
      newContact: {
        id: 'contact-ada',
        name: 'Ada',
        identities: [{ channel: 'x', nativeId: 'ada' }],
        createdAt: at('10:00'),
      },
    });
  });

  it('makes a contact without a name of somebody whose name is withheld', () => {
    expect(identityWrites(event, {}, { nativeId: 'ada' }, conversation).newContact).not.toHaveProperty(
      'name',
    );
  });

  it('writes nothing when nothing is new', () => {
    expect(identityWrites(event, { identity: anIdentity() }, ada, conversation)).toEqual({});
  });

  it.each([
    {
      name: 'another thread',
      identity: anIdentity({ threads: { 'desk-1': 'c-old' } }),
      person: ada,
      after: { threads: { 'desk-1': 'c-ada' } },
    },
    {
      name: 'a first thread with this account',
      identity: anIdentity({ threads: { 'desk-2': 'c-2' } }),
      person: ada,
      after: { threads: { 'desk-1': 'c-ada', 'desk-2': 'c-2' } },
    },
    {
      name: 'a new name',
      identity: anIdentity(),
      person: { ...ada, name: 'Ada L.' },
      after: { profile: { ...ada, name: 'Ada L.' } },
    },
  ])('keeps what is new of somebody known: $name', ({ identity, person, after }) => {
    const writes = identityWrites(event, { identity }, person, conversation);
    expect(writes.identity).toEqual({ before: identity, after: { ...identity, ...after } });
    expect(writes.newContact).toBeUndefined();
  });
});
