import * as z from 'zod/mini';
import { Announcement, broadcastAnswerEvents, eventData } from '../domain/events.ts';
import { Drop } from '../errors.ts';
import { fateOf, MailEvent } from '../mail/mail-event.ts';
import { BroadcastMessage } from '../queues/broadcast-message.ts';
import type { Broadcasting } from './broadcasting.ts';
import { type Fate, hearOfAnswer, hearOfMails, type MailNews } from './hear.ts';
import { lookAfter } from './look-after.ts';
import { isMailName, RECIPIENT_TAG } from './mailing.ts';
import { reachRecipient } from './reach-recipient.ts';
import { reachSubscribers } from './reach-subscribers.ts';

/** The news of an answer that is part of a broadcast. */
const AnswerNews = z.object({
  detail: z.extend(Announcement, {
    name: z.enum(broadcastAnswerEvents),
    data: z.extend(eventData['message.sent'], { broadcastId: z.string() }),
  }),
});
const TakenMail = z.object({ detail: MailEvent });

/** What a message asks for: work of a broadcast, or to hear what became of what it sent. */
type Task =
  | { kind: 'broadcast'; broadcastId: string }
  | { kind: 'recipient' | 'mail'; broadcastId: string; name: string }
  | { kind: 'answer news'; fate: Fate }
  | { kind: 'mail news'; broadcastId: string; news: MailNews }
  | { kind: 'nothing' | 'unreadable' };

/**
 * What comes through the queue; what became of each message, in their order. Mails of one broadcast are so many that they are done
 * as one. Where that fails each is tried alone, so that one bad one stops nobody.
 */
export async function work(
  bodies: string[],
  broadcasting: Broadcasting,
): Promise<PromiseSettledResult<void>[]> {
  const groups = Map.groupBy(bodies.map(taskOf).entries(), ([index, task]) =>
    task.kind === 'mail' || task.kind === 'mail news' ? `${task.kind} of ${task.broadcastId}` : index,
  );
  const outcomes = new Map<number, PromiseSettledResult<void>>();
  const done = [...groups.values()].map(async (group) => {
    const settled = await settleTogether(
      group.map(([, task]) => task),
      broadcasting,
    );
    for (const [place, outcome] of settled.entries()) outcomes.set(group[place]?.[0] ?? 0, outcome);
  });
  await Promise.all(done);
  return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}

async function settleTogether(
  tasks: Task[],
  broadcasting: Broadcasting,
): Promise<PromiseSettledResult<void>[]> {
  const [together] = await Promise.allSettled([carryOut(tasks, broadcasting)]);
  if (together.status === 'fulfilled' || tasks.length === 1) return tasks.map(() => together);
  return Promise.allSettled(tasks.map((task) => carryOut([task], broadcasting)));
}

/** Several tasks only of one kind that can be done together. @throws Drop for what nobody understands */
async function carryOut(tasks: Task[], broadcasting: Broadcasting): Promise<void> {
  const [task] = tasks;
  switch (task?.kind) {
    case 'broadcast':
      return lookAfter(task.broadcastId, task.broadcastId, broadcasting);
    case 'recipient':
      return reachRecipient(task.broadcastId, task.name, task.broadcastId, broadcasting);
    case 'mail': {
      const names = tasks.flatMap((one) => (one.kind === 'mail' ? [one.name] : []));
      return reachSubscribers(task.broadcastId, names, task.broadcastId, broadcasting);
    }
    case 'answer news':
      return hearOfAnswer(task.fate, broadcasting);
    case 'mail news': {
      const news = tasks.flatMap((one) => (one.kind === 'mail news' ? [one.news] : []));
      return hearOfMails(task.broadcastId, news, broadcasting);
    }
    case 'unreadable':
      throw new Drop('unreadable broadcast message');
  }
}

function taskOf(body: string): Task {
  const message = jsonOf(body);
  const own = BroadcastMessage.safeParse(message);
  if (own.success) {
    const { broadcastId, name } = own.data;
    if (name === undefined) return { kind: 'broadcast', broadcastId };
    return { kind: isMailName(name) ? 'mail' : 'recipient', broadcastId, name };
  }
  const answer = AnswerNews.safeParse(message);
  if (answer.success) {
    const { name, traceId, data } = answer.data.detail;
    return { kind: 'answer news', fate: { name, traceId, ...data } };
  }
  const mail = TakenMail.safeParse(message);
  return mail.success ? hearing(mail.data.detail, body) : { kind: 'unreadable' };
}

/** What came back, too, was taken before. */
function hearing(event: MailEvent, body: string): Task {
  const { tags, messageId: mailId, timestamp: at } = event.mail;
  const [broadcastId, subscriberId] = tags?.[RECIPIENT_TAG]?.[0]?.split('_') ?? [];
  if (broadcastId === undefined || subscriberId === undefined || fateOf(event) === 'pending')
    return { kind: 'nothing' };
  return { kind: 'mail news', broadcastId, news: { subscriberId, mailId, at, body } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
