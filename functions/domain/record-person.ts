import type { Change } from './change.ts';
import { mergeProfile, type Profile, profileChanged } from './contact.ts';
import type { Conversation } from './conversation.ts';
import type { Known } from './decision.ts';
import type { MessageEvent } from './inbound-event.ts';

/** The identity and, for a person seen for the first time, the contact that a message makes necessary to write. */
export function identityWrites(
  event: Pick<MessageEvent, 'channel' | 'accountId' | 'at'>,
  known: Known,
  person: Profile,
  conversation: Conversation,
): Pick<Change, 'identity' | 'newContact'> {
  const { channel, accountId } = event;
  const before = known.identity;
  const isCurrent = before?.threads[accountId] === conversation.id;
  if (before && isCurrent && !profileChanged(before.profile, person)) return {};
  const identity = {
    before,
    after: {
      ...(before ?? { channel, nativeId: person.nativeId, contactId: conversation.contactId, version: 0 }),
      profile: mergeProfile(before?.profile, person),
      threads: { ...before?.threads, [accountId]: conversation.id },
    },
  };
  if (before) return { identity };
  const newContact = {
    id: conversation.contactId,
    ...(person.name !== undefined && { name: person.name }),
    identities: [{ channel, nativeId: person.nativeId }],
    createdAt: event.at,
  };
  return { identity, newContact };
}
