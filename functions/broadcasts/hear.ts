import { causeOf, decideUntilCommitted } from '../desk.ts';
import type { Broadcast } from '../domain/broadcast.ts';
import type { Delivery } from '../domain/recipient.ts';
import { settleRecipient } from '../domain/recipient.ts';
import { resolve } from '../domain/resolve.ts';
import { getAffected, putAffected } from '../store/affected.ts';
import { getBroadcast } from '../store/broadcasts.ts';
import { getConversation, getMessage } from '../store/conversations.ts';
import { resultOf } from '../store/idempotency.ts';
import { getRecipient, getRecipients, settleRecipientItem } from '../store/recipients.ts';
import type { Broadcasting } from './broadcasting.ts';
import { mailName } from './mailing.ts';

const ATTEMPTS = 5;

/** What a message of a broadcast came to, as announced. */
export interface Fate {
  broadcastId: string;
  messageId: string;
  name: 'message.sent' | 'message.failed' | 'message.cancelled';
  traceId: string;
}

const never = {
  code: 'broadcast:taken-back',
  explanation: 'Somebody took this answer back before it left.',
  advice: 'Write to the person in their conversation if they are to be told after all.',
};

/** An answer to one person left, or never will: that is what becomes of the recipient. */
export async function hearOfAnswer(fate: Fate, broadcasting: Broadcasting): Promise<void> {
  const { table } = broadcasting.desk;
  const { broadcastId, messageId } = fate;
  const conversationId = messageId.split('.')[0] ?? '';
  // A long text is several messages; the first decides.
  if ((await resultOf(table, `broadcast#${broadcastId}`, conversationId)) !== messageId) return;
  const broadcast = await getBroadcast(table, broadcastId);
  if (!broadcast) return;
  await settleHeard(
    broadcastId,
    `personal#${conversationId}`,
    await deliveryOf(fate, broadcasting),
    fate.traceId,
    broadcasting,
  );
  if (fate.name !== 'message.sent') return;
  await noteTold(broadcast, conversationId, broadcasting);
  if (broadcast.resolveConversations)
    await resolveUnlessAnswered(broadcast, conversationId, fate.traceId, broadcasting);
}

async function deliveryOf({ name, messageId }: Fate, { desk }: Broadcasting): Promise<Delivery> {
  if (name === 'message.sent') return { outcome: 'sent', nativeId: messageId };
  if (name === 'message.cancelled') return { outcome: 'skipped', refusal: never };
  const message = await getMessage(desk.table, messageId);
  return { outcome: 'failed', refusal: message?.outbound?.refusal ?? never };
}

/** News of a mail that the mail service took. */
export interface MailNews {
  subscriberId: string;
  mailId: string;
  /** When it was taken. */
  at: string;
  /** The queue message that brought it. */
  body: string;
}

/** For how long whoever sent a mail is left to say so themselves, in seconds; the news of it is often faster than they are. */
const GRACE = 5;

/**
 * The mail service took some mails of a broadcast. Most of their senders have said so already; what is left are those who did not
 * live to, or were in doubt.
 */
export async function hearOfMails(
  broadcastId: string,
  news: MailNews[],
  broadcasting: Broadcasting,
): Promise<void> {
  const { desk, enqueue } = broadcasting;
  const names = news.map(({ subscriberId }) => mailName(subscriberId));
  const recipients = await getRecipients(desk.table, broadcastId, names);
  const open = new Map(recipients.flatMap((one) => (one.settledAt === undefined ? [[one.name, one]] : [])));
  const now = Date.parse(desk.clock());
  for (const { subscriberId, mailId, at, body } of news) {
    const recipient = open.get(mailName(subscriberId));
    if (!recipient) continue;
    const isFresh = now - Date.parse(at) < GRACE * 1000;
    if (recipient.state === 'claimed' && isFresh) await enqueue([{ body, delay: GRACE }]);
    else {
      const delivery = { outcome: 'sent' as const, nativeId: mailId };
      await settleHeard(broadcastId, recipient.name, delivery, broadcastId, broadcasting);
    }
  }
}

/** @throws Error when others keep writing it; the queue delivers again */
async function settleHeard(
  broadcastId: string,
  name: string,
  delivery: Delivery,
  traceId: string,
  { desk }: Broadcasting,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const recipient = await getRecipient(desk.table, broadcastId, name);
    if (!recipient || recipient.settledAt !== undefined) return;
    const now = desk.clock();
    const { after, counted } = settleRecipient(recipient, delivery, now);
    const occasion = { at: now, actor: recipient.audience, traceId };
    if (await settleRecipientItem(desk.table, recipient, { after, counted }, occasion)) return;
  }
  throw new Error(`Others changed the recipient ${name} ${ATTEMPTS} times in a row.`);
}

/** The person was told in their own conversation. */
async function noteTold(
  { incidentId }: Broadcast,
  conversationId: string,
  { desk }: Broadcasting,
): Promise<void> {
  if (incidentId === undefined) return;
  const before = await getAffected(desk.table, incidentId, conversationId);
  if (!before || before.toldAt !== undefined) return;
  await putAffected(desk.table, before, { ...before, toldAt: desk.clock() });
}

/** Nothing is left to say to somebody who was told that it is fixed; who wrote since then has something to say. */
async function resolveUnlessAnswered(
  { course, approvedBy, createdBy }: Broadcast,
  conversationId: string,
  traceId: string,
  { desk }: Broadcasting,
): Promise<void> {
  const begunAt = course?.begunAt ?? desk.clock();
  await decideUntilCommitted(desk.table, async () => {
    const conversation = await getConversation(desk.table, conversationId);
    if (!conversation || (conversation.lastInboundAt ?? '') > begunAt) return undefined;
    const actor = (approvedBy ?? createdBy).id;
    return resolve(conversation, actor, causeOf(desk, traceId, { policies: [], calendars: {} }));
  });
}
