import type { Media, Order } from '../channels/sending.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message, Visibility } from '../domain/message.ts';

/** What an agent wants said. */
export interface OrderDraft {
  text: string;
  visibility: Visibility;
  media?: Media[];
  invitation?: boolean;
}

/** What would be sent, for the channel to say whether it would go through. */
export function orderFor(
  conversation: Conversation,
  { text, visibility, media = [], invitation }: OrderDraft,
  question: Message | undefined,
): Order {
  return {
    messageId: '',
    visibility,
    text,
    media,
    personId: conversation.privateId ?? conversation.contact.nativeId,
    inReplyTo: question?.nativeId,
    invitation,
    human: true,
    lastInboundAt: invitation ? question?.at : conversation.lastPrivateInboundAt,
    ...(question?.addressesUs !== undefined && { addressesUs: question.addressesUs }),
  };
}
