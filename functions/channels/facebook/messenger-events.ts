import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import type { Happening } from './happening.ts';
import { FromMilliseconds, lenient, NativeId } from './meta-fields.ts';
import { readable, required } from './readable.ts';

const Edit = z.object({ mid: NativeId, text: z.string() });

/** A private message got another text. */
export function parseEdit({ base }: Happening, raw: unknown): InboundEvent {
  const { mid, text } = readable(Edit, raw, 'facebook: unreadable edit');
  return { ...base, kind: 'edit', nativeId: mid, text };
}

const Reaction = z.object({ mid: NativeId, action: lenient(z.string()) });

/** An emoji under a private message, of whatever sort, or its end. */
export function parseReaction({ base, sender }: Happening, raw: unknown): InboundEvent {
  const { mid, action } = readable(Reaction, raw, 'facebook: unreadable reaction');
  if (action !== 'react' && action !== 'unreact')
    return { ...base, kind: 'unknown', reason: 'facebook: messaging reaction' };
  return {
    ...base,
    kind: 'engagement',
    sort: 'like',
    targetId: mid,
    personId: required(sender, 'facebook: reaction without sender'),
    added: action === 'react',
  };
}

const Receipt = z.object({
  watermark: lenient(FromMilliseconds),
  mids: lenient(z.array(NativeId)),
});

/** The person's device received, or the person read, all that we sent until the watermark. */
export const receipt =
  (sort: 'delivered' | 'read') =>
  ({ base, sender }: Happening, raw: unknown): InboundEvent => {
    const { watermark, mids } = readable(Receipt, raw, 'facebook: unreadable receipt');
    const personId = required(sender, 'facebook: receipt without sender');
    return { ...base, at: watermark ?? base.at, kind: 'receipt', receipt: sort, personId, nativeIds: mids };
  };

const Postback = z.object({ mid: lenient(NativeId), title: lenient(z.string()) });

/** A button that a person tapped: its label is what they said. Older ones have no id, but nobody taps twice in a millisecond. */
export function parsePostback({ base, sender }: Happening, raw: unknown): InboundEvent {
  const { mid, title } = readable(Postback, raw, 'facebook: unreadable postback');
  const person = required(sender, 'facebook: postback without sender');
  return {
    ...base,
    kind: 'message',
    messageKind: 'postback',
    nativeId: mid ?? `postback:${person}:${base.at}`,
    direction: 'inbound',
    visibility: 'private',
    person: { nativeId: person },
    text: title ?? '',
    attachments: [],
  };
}
