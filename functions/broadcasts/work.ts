import * as z from 'zod/mini';
import { Announcement, broadcastAnswerEvents, eventData } from '../domain/events.ts';
import { Drop } from '../errors.ts';
import { fateOf, MailEvent } from '../mail/mail-event.ts';
import { BroadcastMessage } from '../queues/broadcast-message.ts';
import type { Broadcasting } from './broadcasting.ts';
import { hearOfAnswer, hearOfMail } from './hear.ts';
import { lookAfter } from './look-after.ts';
import { RECIPIENT_TAG } from './mailing.ts';
import { reachRecipient } from './reach-recipient.ts';

/** The news of an answer that is part of a broadcast. */
const AnswerNews = z.object({
  detail: z.extend(Announcement, {
    name: z.enum(broadcastAnswerEvents),
    data: z.extend(eventData['message.sent'], { broadcastId: z.string() }),
  }),
});
const MailNews = z.object({ detail: MailEvent });

/** What comes through the queue: work of a broadcast, or news of what it sent. @throws Drop for anything else */
export async function work(body: string, broadcasting: Broadcasting): Promise<void> {
  const message = jsonOf(body);
  const own = BroadcastMessage.safeParse(message);
  if (own.success) {
    const { broadcastId, name } = own.data;
    return name === undefined
      ? lookAfter(broadcastId, broadcastId, broadcasting)
      : reachRecipient(broadcastId, name, broadcastId, broadcasting);
  }
  const answer = AnswerNews.safeParse(message);
  if (answer.success) {
    const { name, traceId, data } = answer.data.detail;
    return hearOfAnswer({ name, traceId, ...data }, broadcasting);
  }
  const mail = MailNews.safeParse(message);
  if (mail.success) return hearMailEvent(mail.data.detail, broadcasting);
  throw new Drop('unreadable broadcast message');
}

async function hearMailEvent(event: MailEvent, broadcasting: Broadcasting): Promise<void> {
  const [broadcastId, subscriberId] = event.mail.tags?.[RECIPIENT_TAG]?.[0]?.split('_') ?? [];
  if (broadcastId === undefined || subscriberId === undefined || fateOf(event) === 'pending') return;
  await hearOfMail({ broadcastId, subscriberId, mailId: event.mail.messageId }, broadcasting);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
