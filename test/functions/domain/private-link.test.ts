import { describe, expect, it } from 'vitest';
import { emptyChange } from '../../../functions/domain/change.ts';
import { linkPrivately } from '../../../functions/domain/private-link.ts';
import { aConversation, ada, anIdentity, at } from './desk.ts';

const conversation = aConversation();
const nothing = emptyChange({ traceId: 'trace-1', at: at('10:31'), actor: 'facebook' });
const change = {
  ...nothing,
  conversation: { before: conversation, after: { ...conversation, preview: 'Hi' } },
};

describe('the id under which a platform knows an invited person in private', () => {
  it('leads to the conversation of the invitation, and is remembered there', () => {
    expect(linkPrivately(change, 'psid-1', undefined)).toEqual({
      ...change,
      conversation: { before: conversation, after: { ...conversation, preview: 'Hi', privateId: 'psid-1' } },
      identity: {
        before: undefined,
        after: {
          channel: 'x',
          nativeId: 'psid-1',
          contactId: 'contact-ada',
          profile: { ...ada, nativeId: 'psid-1' },
          threads: { 'desk-1': 'c-ada' },
          version: 0,
        },
      },
    });
  });

  it('keeps the contact and the other threads of somebody known by it', () => {
    const known = anIdentity({
      nativeId: 'psid-1',
      contactId: 'contact-known',
      threads: { 'desk-1': 'c-old', 'desk-2': 'c-2' },
    });
    expect(linkPrivately(change, 'psid-1', known).identity).toEqual({
      before: known,
      after: { ...known, threads: { 'desk-1': 'c-ada', 'desk-2': 'c-2' } },
    });
  });

  it.each([
    { name: 'there is none', personId: undefined },
    { name: 'it is the one that we know', personId: 'ada' },
  ])('changes nothing when $name', ({ personId }) => {
    expect(linkPrivately(change, personId, undefined)).toBe(change);
  });

  it('changes nothing when it is linked already, or nothing else is written', () => {
    const linked = {
      ...change,
      conversation: { before: conversation, after: aConversation({ privateId: 'psid-1' }) },
    };
    expect(linkPrivately(linked, 'psid-1', undefined)).toBe(linked);
    expect(linkPrivately(nothing, 'psid-1', undefined)).toBe(nothing);
  });
});
