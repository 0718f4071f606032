import { causeOf, decideUntilCommitted } from '../desk.ts';
import { type Broadcast, textFor } from '../domain/broadcast.ts';
import type { Change } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { filledFor } from '../domain/placeholders.ts';
import type { Delivery, Recipient } from '../domain/recipient.ts';
import { replyTo } from '../domain/reply.ts';
import { mediaOf } from '../media/outgoing.ts';
import { getConversation, latestMessages } from '../store/conversations.ts';
import { resultOf } from '../store/idempotency.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import type { Broadcasting, Reach } from './broadcasting.ts';

/** How many of a conversation's latest messages are looked through for the one that is answered. */
const RECENT = 50;

const refusals = {
  erased: {
    code: 'broadcast:no-conversation',
    explanation: 'The conversation is no longer there.',
    advice: 'Nothing can be done: its person asked to be forgotten.',
  },
  noQuestion: {
    code: 'hark:no-question',
    explanation: 'There is no public message of this person that a reply could answer, or it was deleted.',
    advice: 'Answer in private, if the person wrote there.',
  },
} as const;

/** The budget that a personal reply draws on. */
export async function personOf(
  { conversationId = '' }: Recipient,
  { desk }: Broadcasting,
): Promise<Conversation | undefined> {
  return getConversation(desk.table, conversationId);
}

/**
 * Writes an answer into the person's own conversation, where it goes the way of every answer: in its channel, its window and its
 * order. Once, however often it is tried. What the platform would refuse is not tried at all.
 */
export async function answerPersonally(
  { broadcast, recipient, traceId }: Reach,
  broadcasting: Broadcasting,
): Promise<Delivery> {
  const { table } = broadcasting.desk;
  const { conversationId = '' } = recipient;
  const name = { scope: `broadcast#${broadcast.id}`, key: conversationId };
  let delivery: Delivery | undefined;
  await decideUntilCommitted(table, async () => {
    const written = await resultOf(table, name.scope, name.key);
    if (written !== undefined) {
      delivery = { outcome: 'handed over', messageId: written };
      return undefined;
    }
    const conversation = await getConversation(table, conversationId);
    const draft = conversation ? await draftFor(conversation, broadcast, broadcasting) : refusals.erased;
    if (!conversation || 'code' in draft) {
      delivery = { outcome: 'skipped', refusal: 'code' in draft ? draft : refusals.erased };
      return undefined;
    }
    const { value: policies } = await getSettings(table, policySettings);
    const change = replyTo(conversation, draft, causeOf(broadcasting.desk, traceId, policies));
    const [first] = change.newMessages;
    delivery = { outcome: 'handed over', messageId: first.id };
    return { ...ofBroadcast(change, broadcast.id), idempotency: { ...name, result: first.id } };
  });
  if (!delivery) throw new Error('A personal answer was decided without an outcome.');
  return delivery;
}

/** Its turn came already, among the broadcast's recipients, so the account's budget is not asked again. */
function ofBroadcast(change: Change, broadcastId: string): Change {
  const marked = (message: Message): Message =>
    message.outbound
      ? { ...message, outbound: { ...message.outbound, broadcastId, turn: 'budget' } }
      : message;
  return { ...change, newMessages: change.newMessages.map(marked) };
}

async function draftFor(
  conversation: Conversation,
  broadcast: Broadcast,
  { desk, senderOf, bucket }: Broadcasting,
) {
  const sender = senderOf(conversation.channel);
  if (!sender) throw new Error(`There is no sender for the channel '${conversation.channel}'.`);
  const { visibility } = conversation;
  const recent = await latestMessages(desk.table, conversation.id, RECENT);
  const question = visibility === 'public' ? questionIn(recent) : undefined;
  if (visibility === 'public' && !question) return refusals.noQuestion;
  const text = filledFor(textFor(broadcast, 'personal'), conversation, broadcast.title);
  const [first = text, ...others] = sender.inParts(text, visibility);
  const now = desk.clock();
  const media = await mediaOf(broadcast.attachments, bucket, now);
  const refusal = sender.foresee(
    {
      messageId: '',
      visibility,
      text: first,
      media,
      personId: conversation.privateId ?? conversation.contact.nativeId,
      inReplyTo: question?.nativeId,
      human: true,
      lastInboundAt: conversation.lastPrivateInboundAt,
      ...(question?.addressesUs !== undefined && { addressesUs: question.addressesUs }),
    },
    now,
  );
  if (refusal) return refusal;
  const { approvedBy = broadcast.createdBy } = broadcast;
  const texts: [string, ...string[]] = [first, ...others];
  return {
    key: `broadcast:${broadcast.id}`,
    texts,
    attachments: broadcast.attachments,
    visibility,
    agent: approvedBy,
    inReplyTo: question?.nativeId,
    under: question?.inReplyTo,
  };
}

/** The latest public message of the person that can still be answered. */
function questionIn(recent: readonly Message[]): Message | undefined {
  return recent.findLast(
    ({ direction, visibility, deletedAt, nativeId }) =>
      direction === 'inbound' && visibility === 'public' && deletedAt === undefined && nativeId !== undefined,
  );
}
