import type { Visibility } from '../../domain/message.ts';
import type { Order, Refusal } from '../sending.ts';
import { foreseen } from './foreseen.ts';
import { limits } from './limits.ts';
import { againstMedia } from './media-limits.ts';
import { messageTypeOf, secondsSince } from './messenger-window.ts';
import { refusals } from './refusals.ts';
import { measure } from './text-length.ts';

/** Why Facebook would refuse this order at `now` (ISO 8601); undefined when nothing is known against it. */
export function foresee(order: Order, now: string): Refusal | undefined {
  return (
    againstPlace(order) ??
    againstWindow(order, Date.parse(now)) ??
    againstContent(order) ??
    againstText(order.text, isPublic(order) ? 'public' : 'private', order.media.length > 0)
  );
}

/** An invitation is private whatever it was called: it goes to one person. */
export function isPublic({ visibility, invitation }: Pick<Order, 'visibility' | 'invitation'>): boolean {
  return visibility === 'public' && invitation !== true;
}

function againstPlace(order: Order): Refusal | undefined {
  const needsTarget = isPublic(order) || order.invitation === true;
  return needsTarget && order.inReplyTo === undefined ? foreseen.noTarget : undefined;
}

function againstWindow(order: Order, now: number): Refusal | undefined {
  const { invitation, lastInboundAt, human } = order;
  if (invitation) {
    const { invitationWindow = Number.POSITIVE_INFINITY } = limits;
    const isLate = lastInboundAt !== undefined && secondsSince(lastInboundAt, now) > invitationWindow;
    return isLate ? foreseen.invitationLate : undefined;
  }
  if (isPublic(order) || messageTypeOf(order, now)) return undefined;
  if (lastInboundAt === undefined) return foreseen.neverWrote;
  const isOpenToPeople = !human && messageTypeOf({ ...order, human: true }, now) !== undefined;
  return isOpenToPeople ? foreseen.humansOnly : refusals.windowClosed;
}

function againstContent(order: Order): Refusal | undefined {
  const isSplit = order.invitation && order.media.length > 0 && order.text.trim() !== '';
  if (isSplit) return foreseen.invitationIsOne;
  return againstMedia(order.media, isPublic(order) ? 'public' : 'private');
}

/** Why Facebook would not take a text here. Without words there must be something else to send. */
export function againstText(text: string, visibility: Visibility, hasMedia = false): Refusal | undefined {
  if (text.trim() === '') return hasMedia ? undefined : foreseen.empty;
  const { length, limit } = measure(text, visibility);
  if (length <= limit) return undefined;
  const count = new Intl.NumberFormat('en');
  const place = visibility === 'public' ? 'a comment' : 'Messenger';
  return {
    ...foreseen.tooLong,
    explanation: `The text has ${count.format(length)} characters, and ${place} takes ${count.format(limit)}: that is ${count.format(length - limit)} too many.`,
  };
}
