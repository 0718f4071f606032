import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import type { Happening } from './happening.ts';
import { MessengerAttachment, messengerAttachment } from './messenger-attachment.ts';
import { lenient, NativeId } from './meta-fields.ts';
import { isMediaReference } from './part-reference.ts';
import { readable } from './readable.ts';

const Flag = lenient(z.boolean());

const Message = z.object({
  mid: NativeId,
  text: z.optional(z.nullable(z.string())),
  attachments: lenient(z.array(MessengerAttachment)),
  reply_to: lenient(z.object({ mid: NativeId })),
  is_echo: Flag,
  is_deleted: Flag,
  is_unsupported: Flag,
  metadata: lenient(z.string()),
});

/**
 * A private message, one that the page sent itself (an echo), or one taken back. `metadata` is what we sent along, so that an
 * echo can be recognised before the answer to our call has arrived.
 */
export function parseMessage({ base, sender, recipient }: Happening, raw: unknown): InboundEvent {
  const message = readable(Message, raw, 'facebook: unreadable message');
  if (message.is_deleted === true)
    return { ...base, kind: 'removal', nativeId: message.mid, removal: 'deleted' };
  const echo = message.is_echo === true || sender === base.accountId;
  if (echo && isMediaReference(message.metadata))
    return { ...base, kind: 'ignored', reason: 'facebook: echo of a part' };
  const other = echo ? recipient : sender;
  const text = message.text ?? '';
  const attachments = (message.attachments ?? []).map(messengerAttachment);
  const nothingToShow = text === '' && attachments.length === 0;
  return {
    ...base,
    kind: 'message',
    nativeId: message.mid,
    direction: echo ? 'outbound' : 'inbound',
    visibility: 'private',
    person: other === undefined ? undefined : { nativeId: other },
    text,
    attachments,
    inReplyTo: message.reply_to?.mid,
    messageKind: message.is_unsupported === true || nothingToShow ? 'unsupported' : undefined,
    clientReference: echo ? message.metadata : undefined,
  };
}
