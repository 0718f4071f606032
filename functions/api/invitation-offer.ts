import type { ChannelSender, Refusal } from '../channels/sending.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { orderFor } from './order.ts';

/** Whether the author of the latest public message can be invited to private: until when, or why not. */
export type InvitationOffer =
  | { available: true; question: Message; until?: string | undefined }
  | { available: false; reason: Refusal };

const noQuestion: Refusal = {
  code: 'hark:no-question',
  explanation: 'There is no public message of this person that an invitation could answer.',
  advice: 'Write to the person in private, if they wrote there.',
};
const alreadyInvited: Refusal = {
  code: 'hark:invited',
  explanation: 'This message has had its invitation; a platform allows one for each.',
  advice: 'Answer in public, or wait until the person answers the invitation.',
};
const cannotInvite: Refusal = {
  code: 'hark:no-invitations',
  explanation: 'Hark cannot invite anybody on this channel.',
  advice: 'Answer in public.',
};

/** The latest public message of the person that can still be answered. */
export function latestQuestion(recent: readonly Message[]): Message | undefined {
  return recent.findLast(
    ({ direction, visibility, deletedAt, nativeId }) =>
      direction === 'inbound' && visibility === 'public' && deletedAt === undefined && nativeId !== undefined,
  );
}

/** What a platform would say to an invitation now, by all that is known before it is asked. `text` is what it would say. */
export function invitationOffer(
  conversation: Conversation,
  recent: readonly Message[],
  sender: ChannelSender | undefined,
  now: string,
  text = '…',
): InvitationOffer {
  const question = latestQuestion(recent);
  if (!sender) return { available: false, reason: cannotInvite };
  if (!question) return { available: false, reason: noQuestion };
  const used = againstAnother(question, recent);
  if (used) return { available: false, reason: used };
  const order = orderFor(conversation, { text, visibility: sender.invitesIn, invitation: true }, question);
  const reason = sender.foresee(order, now);
  if (reason) return { available: false, reason };
  const { invitationWindow } = sender.limits;
  if (invitationWindow === undefined) return { available: true, question };
  const until = new Date(Date.parse(question.at) + invitationWindow * 1000).toISOString();
  return { available: true, question, until };
}

/**
 * Why a message cannot have another invitation. One that was taken back used nothing up; one that failed tells why, and can be
 * sent again itself.
 */
function againstAnother({ invitedBy }: Message, recent: readonly Message[]): Refusal | undefined {
  const invitation = recent.find(({ id }) => id === invitedBy);
  if (invitedBy === undefined || invitation?.state === 'cancelled') return undefined;
  return (invitation?.state === 'failed' && invitation.outbound?.refusal) || alreadyInvited;
}
