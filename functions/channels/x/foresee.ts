import type { Order, Refusal } from '../sending.ts';
import { publicText } from './invitation.ts';
import { againstMedia } from './media-limits.ts';
import { worded } from './outcome.ts';
import { subjectOf } from './publish.ts';
import { refusals } from './refusals.ts';
import { measure } from './weighted-length.ts';

/** The link of an invitation weighs the same whatever the account's id. */
const ANY_ACCOUNT = '0';

/** Why X would refuse this order; undefined when nothing is known against it. X knows no window, so the time does not matter. */
export function foresee(order: Order): Refusal | undefined {
  const { visibility, invitation, addressesUs } = order;
  if (invitation && visibility === 'private') return refusals.invitationIsPublic;
  const refusal = againstText(order) ?? againstMedia(order.media, visibility);
  if (refusal !== undefined) return refusal;
  const isUninvited = visibility === 'public' && addressesUs === false;
  return isUninvited ? worded(refusals.notSummoned, subjectOf(order)) : undefined;
}

function againstText(order: Order): Refusal | undefined {
  const text = publicText(order, ANY_ACCOUNT);
  if (text.trim() === '' && order.media.length === 0) return refusals.empty;
  const { length, limit } = measure(text, order.visibility);
  if (length <= limit) return undefined;
  return {
    code: 'x:too-long',
    explanation: `The text is ${length} characters long by X's own count, and X takes ${limit}.`,
    advice: 'Shorten it, or send it in numbered parts.',
  };
}
