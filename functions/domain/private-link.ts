import type { Change } from './change.ts';
import type { Identity } from './contact.ts';
import type { Conversation } from './conversation.ts';

/**
 * Adds to a change under which id a platform knows an invited person in private. The platform itself said that both are one person,
 * so what they write there joins this conversation. Somebody known by that id before keeps the contact that they have: contacts are
 * never merged without being asked. @param known the stored identity of that id
 */
export function linkPrivately(
  change: Change,
  personId: string | undefined,
  known: Identity | undefined,
): Change {
  if (!change.conversation || personId === undefined) return change;
  const { before, after } = change.conversation;
  if (personId === after.contact.nativeId || personId === after.privateId) return change;
  return {
    ...change,
    conversation: { before, after: { ...after, privateId: personId } },
    identity: { before: known, after: linkedTo(after, personId, known) },
  };
}

function linkedTo(
  { id, channel, accountId, contact, contactId }: Conversation,
  nativeId: string,
  known: Identity | undefined,
): Identity {
  const base = known ?? { channel, nativeId, contactId, profile: { ...contact, nativeId }, version: 0 };
  return { ...base, threads: { ...known?.threads, [accountId]: id } };
}
