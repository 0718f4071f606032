import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { isAsked } from './domain/expert-question-schema.ts';
import { questionMail } from './mail/question-mail.ts';
import { getConversation, latestMessages } from './store/conversations.ts';

const announcement = { conversationId: z.string(), data: eventData['question.asked'] };
/** The announcements that somebody who knows was asked, or is to be reminded. */
export const QuestionAnnouncement = z.union([
  z.extend(Announcement, { name: z.literal('question.asked'), ...announcement }),
  z.extend(Announcement, { name: z.literal('question.reminded'), ...announcement }),
]);
export type QuestionAnnouncement = z.infer<typeof QuestionAnnouncement>;

/** How many of the latest messages are looked through for the customer's. */
const READ = 20;

/** Names the mail once per question and occasion, in the characters that SES takes in the tags of a mail. */
export function questionAlertId({
  name,
  conversationId,
  data,
}: Pick<QuestionAnnouncement, 'name' | 'conversationId' | 'data'>): string {
  return [name, conversationId, data.questionId].join('_').replace(/\W/g, '-');
}

/** Composes the mail to the expert; undefined when they answered meanwhile. */
export async function composeQuestionAlert(
  { name, conversationId, data }: QuestionAnnouncement,
  { table, clock, consoleUrl }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const conversation = await getConversation(table, conversationId);
  const question = conversation?.questions?.find(({ id }) => id === data.questionId);
  if (!conversation || !question || !isAsked(question, clock())) return undefined;
  const messages = await latestMessages(table, conversationId, READ);
  const theirs = messages.findLast(({ direction, deletedAt }) => direction === 'inbound' && !deletedAt);
  // What tells a phone number from others takes long to load, and most mails need none of it.
  const { personalDataIn } = await import('./domain/coach/personal-data.ts');
  const isPersonal = theirs !== undefined && personalDataIn(theirs.text).length > 0;
  return {
    to: [question.email],
    role: 'the expert',
    mail: questionMail({
      question,
      isReminder: name === 'question.reminded',
      quoted: isPersonal ? undefined : theirs?.text,
      link: `${consoleUrl}/answers/${encodeURIComponent(question.token)}`,
    }),
    at: name === 'question.asked' ? question.askedAt : (question.remindAt ?? question.askedAt),
  };
}
