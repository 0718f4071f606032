import { addNote } from './add-note.ts';
import { type Change, emptyChange } from './change.ts';
import type { Conversation } from './conversation.ts';
import type { Cause } from './decision.ts';
import type { Expert } from './directory.ts';
import type { Outcome } from './episode.ts';
import type { DeskEvent } from './events.ts';
import { type ExpertQuestion, isAsked } from './expert-question-schema.ts';
import type { Instant } from './instant.ts';

/** How many questions a conversation keeps on its item. */
const QUESTIONS_KEPT = 10;
/** How long the link in the mail is good, in milliseconds. */
export const LINK_LASTS = 14 * 24 * 3600_000;

/** What an agent wants to know of whom. */
export interface NewQuestion {
  expert: Pick<Expert, 'id' | 'name' | 'email'>;
  text: string;
  agent: { id: string; name: string };
  remindAt?: Instant | undefined;
  /** A word that nobody can guess. */
  token: string;
}

/** Asks somebody who knows; they are mailed, and reminded if they do not answer. */
export function askExpert(
  conversation: Conversation,
  { expert, text, agent, remindAt, token }: NewQuestion,
  cause: Cause,
): Change & { question: ExpertQuestion } {
  const count = (conversation.questionCount ?? 0) + 1;
  const question: ExpertQuestion = {
    id: `q${count}`,
    expertId: expert.id,
    name: expert.name,
    email: expert.email,
    text,
    askedBy: agent,
    askedAt: cause.now,
    ...(remindAt !== undefined && { remindAt }),
    token,
    expiresAt: new Date(Date.parse(cause.now) + LINK_LASTS).toISOString(),
  };
  const questions = [...(conversation.questions ?? []), question].slice(-QUESTIONS_KEPT);
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agent.id }),
    conversation: { before: conversation, after: { ...conversation, questions, questionCount: count } },
    events: [{ name: 'question.asked', data: subject(question, conversation) }],
    question,
  };
}

/** Reminds whoever has not answered by now; each once. */
export function remindExperts(conversation: Conversation, now: Instant): Outcome {
  const events: DeskEvent[] = [];
  const questions = conversation.questions?.map((question) => {
    const { remindAt, remindedAt } = question;
    const isDue = remindAt !== undefined && now > remindAt && remindedAt === undefined;
    if (!isDue || question.answeredAt !== undefined) return question;
    events.push({ name: 'question.reminded', data: subject(question, conversation) });
    return { ...question, remindedAt: now };
  });
  if (events.length === 0 || !questions) return { conversation, events: [] };
  return { conversation: { ...conversation, questions }, events };
}

/**
 * The expert answers: it becomes a note, which names the agent who asked, so that they are told. Undefined when the link is too old
 * or was used already.
 */
export function answerExpertQuestion(
  conversation: Conversation,
  { token, text }: { token: string; text: string },
  cause: Cause,
): Change | undefined {
  const question = conversation.questions?.find((asked) => asked.token === token);
  if (!question || !isAsked(question, cause.now)) return undefined;
  const author = { id: `expert:${question.expertId}`, name: question.name };
  const note = { key: `answer:${question.id}`, text, author, mentions: [question.askedBy.id] };
  const change = addNote(conversation, note, cause);
  const after = change.conversation?.after ?? conversation;
  const questions = after.questions?.map((asked) =>
    asked.id === question.id ? { ...asked, answeredAt: cause.now } : asked,
  );
  return {
    ...change,
    conversation: { before: conversation, after: { ...after, ...(questions && { questions }) } },
    events: [{ name: 'question.answered', data: subject(question, conversation) }, ...change.events],
  };
}

function subject({ id: questionId, expertId }: ExpertQuestion, { channel }: Conversation) {
  return { questionId, expertId, channel };
}
