import * as z from 'zod/mini';
import { answerPage } from './answer-page.ts';
import { causeOf, type Desk, decideUntilCommitted } from './desk.ts';
import type { Conversation } from './domain/conversation.ts';
import { type ExpertQuestion, isAsked } from './domain/expert-question-schema.ts';
import { answerExpertQuestion } from './domain/expert-questions.ts';
import type { HttpAnswer, HttpRequest } from './shell.ts';
import { conversationBehind } from './store/answer-links.ts';
import { getConversation } from './store/conversations.ts';

/** Longest answer, in characters; as long as a note may be. */
const LONGEST = 20_000;
const Answer = z.object({ answer: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST)) });

/** Whose link it is, while it is good. Whoever has the link is the expert: it was mailed to nobody else. */
interface Asked {
  conversation: Conversation;
  question: ExpertQuestion;
}

async function askedBy({ parameters }: HttpRequest, { table }: Desk): Promise<Asked | undefined> {
  const token = parameters.token ?? '';
  const id = await conversationBehind(table, token);
  const conversation = id === undefined ? undefined : await getConversation(table, id);
  const question = conversation?.questions?.find((asked) => asked.token === token);
  return conversation && question && { conversation, question };
}

/** `GET /answers/{token}`: the question that was mailed, and a place for the answer. It shows no more than the mail did. */
export async function showQuestion(request: HttpRequest, desk: Desk): Promise<HttpAnswer> {
  const asked = await askedBy(request, desk);
  if (asked?.question.answeredAt !== undefined) return page(200, answerPage({ kind: 'answered' }));
  if (!asked || !isAsked(asked.question, desk.clock())) return page(404, answerPage({ kind: 'unknown' }));
  return page(200, answerPage({ kind: 'question', question: asked.question }));
}

/** `POST /answers/{token}`: the answer becomes a note for the agent who asked; sending it twice notes it once. */
export async function takeAnswer(request: HttpRequest, desk: Desk): Promise<HttpAnswer> {
  const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const answer = Answer.safeParse(form);
  const asked = await askedBy(request, desk);
  if (asked?.question.answeredAt !== undefined) return page(200, answerPage({ kind: 'answered' }));
  if (!asked || !isAsked(asked.question, desk.clock())) return page(404, answerPage({ kind: 'unknown' }));
  const { question } = asked;
  if (!answer.success)
    return page(400, answerPage({ kind: 'question', question, isEmpty: true, said: form.answer ?? '' }));
  await decideUntilCommitted(desk.table, async () => {
    const conversation = await getConversation(desk.table, asked.conversation.id);
    const cause = causeOf(desk, request.traceId, { policies: [], calendars: {} });
    const said = { token: question.token, text: answer.data.answer };
    return conversation && answerExpertQuestion(conversation, said, cause);
  });
  return page(200, answerPage({ kind: 'answered' }));
}

function page(status: number, body: string): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      // The address of the page holds the proof of who reads it.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
    body,
  };
}
