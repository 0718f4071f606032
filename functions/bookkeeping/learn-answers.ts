import * as z from 'zod/mini';
import { Announcement, pastAnswerEvents } from '../domain/events.ts';
import { pastAnswer } from '../domain/past-answer.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { getConversation, latestMessages } from '../store/conversations.ts';
import { forgetAnswer, keepAnswer } from '../store/past-answers.ts';
import type { Books, Entry } from './bookkeeper.ts';

/** How many of a conversation's messages are looked through. */
const READ = 40;

const Ending = z.extend(Announcement, { name: z.enum(pastAnswerEvents), conversationId: z.string() });

/** Keeps the answer of a conversation that ended well, and forgets it should the conversation go on. Doing it twice changes nothing. */
export async function learnAnswer({ body }: Entry, { desk }: Pick<Books, 'desk'>): Promise<void> {
  const { table } = desk;
  const { name, conversationId } = readBusEvent(body, Ending);
  const conversation = await getConversation(table, conversationId);
  if (!conversation) return;
  if (name === 'conversation.reopened') return forgetAnswer(table, conversation.teamId, conversationId);
  const messages = await latestMessages(table, conversationId, READ);
  // What tells a phone number from others takes long to load, and most of what this function counts needs none of it.
  const { personalDataIn } = await import('../domain/coach/personal-data.ts');
  const learnt = pastAnswer(conversation, messages, (text) => personalDataIn(text).length > 0);
  if (learnt) await keepAnswer(table, learnt);
}
