import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { otherParty } from './addressee.ts';
import { fromMilliseconds, fromSnowflake, NO_INSTANT } from './instant.ts';
import { Id, lenient } from './lenient.ts';
import { attachmentOf } from './media.ts';
import { profilesOf } from './profile.ts';
import { typedText } from './text.ts';
import { readable } from './unreadable.ts';

const Milliseconds = z.union([z.string(), z.number()]);

/** An unencrypted direct message; the X Activity API sends the Account Activity API's own body inside its payload. */
const DirectMessage = z.object({
  id: Id,
  created_timestamp: lenient(Milliseconds),
  message_create: z.object({
    target: z.object({ recipient_id: Id }),
    sender_id: Id,
    message_data: z.object({
      text: lenient(z.string()),
      attachment: lenient(z.object({ media: z.optional(z.unknown()) })),
    }),
  }),
});

/** Somebody typed, or read up to a message. X gives no official sample of these bodies in the newer API. */
const Indication = z.object({ created_timestamp: lenient(Milliseconds), sender_id: Id });

/** An encrypted message: its words are not readable without the account's private keys, so only that there is one is known. */
const EncryptedMessage = z.object({
  id: Id,
  created_at_msec: lenient(Milliseconds),
  sender_id: Id,
  conversation_id: lenient(z.string()),
});

/** A direct message to or from the account. `users` is the delivery's map of whoever takes part. */
export function directMessage(accountId: string, event: unknown, users: unknown): InboundEvent {
  const read = readable(DirectMessage, event);
  const { sender_id, target, message_data } = read.message_create;
  const ours = sender_id === accountId;
  const personId = ours ? target.recipient_id : sender_id;
  const { attachment } = message_data;
  return {
    channel: 'x',
    accountId,
    at: fromMilliseconds(read.created_timestamp) ?? fromSnowflake(read.id) ?? NO_INSTANT,
    kind: 'message',
    nativeId: read.id,
    direction: ours ? 'outbound' : 'inbound',
    visibility: 'private',
    person: profilesOf(users).get(personId) ?? { nativeId: personId },
    text: typedText(message_data.text ?? ''),
    attachments: attachment === undefined ? [] : [attachmentOf(attachment.media)],
  };
}

/** The person read all that we wrote up to the instant. Our own reading in X's app says nothing to the desk. */
export function readReceipt(accountId: string, event: unknown): InboundEvent {
  const read = readable(Indication, event);
  const base = {
    channel: 'x',
    accountId,
    at: fromMilliseconds(read.created_timestamp) ?? NO_INSTANT,
  } as const;
  if (read.sender_id === accountId) return { ...base, kind: 'ignored', reason: 'x: own reading' };
  return { ...base, kind: 'receipt', receipt: 'read', personId: read.sender_id };
}

/** Somebody is typing. */
export function typing(accountId: string, event: unknown): InboundEvent {
  const read = readable(Indication, event);
  const at = fromMilliseconds(read.created_timestamp) ?? NO_INSTANT;
  return { channel: 'x', accountId, at, kind: 'ignored', reason: 'x: typing' };
}

/** An encrypted message to or from the account; the desk shows that there is one, so that a person opens it in X. */
export function encryptedMessage(accountId: string, payload: unknown): InboundEvent {
  const read = readable(EncryptedMessage, payload);
  const ours = read.sender_id === accountId;
  const personId = ours ? otherParty(accountId, read.conversation_id) : read.sender_id;
  return {
    channel: 'x',
    accountId,
    at: fromMilliseconds(read.created_at_msec) ?? NO_INSTANT,
    kind: 'message',
    nativeId: read.id,
    direction: ours ? 'outbound' : 'inbound',
    visibility: 'private',
    ...(personId === undefined ? {} : { person: { nativeId: personId } }),
    text: '',
    attachments: [],
    messageKind: 'encrypted',
  };
}
