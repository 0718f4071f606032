import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { Duration, durationSeconds } from '../domain/duration.ts';
import { askExpert } from '../domain/expert-questions.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { putAnswerLink } from '../store/answer-links.ts';
import { directorySettings, getSettings } from '../store/settings.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import { questionView } from './representation.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

const NewQuestion = z.object({
  expertId: z.string(),
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(5000),
  ),
  /** After how long without an answer the expert is reminded, as an ISO 8601 duration. */
  remindAfter: z.optional(Duration),
});

/** `POST /api/conversations/{id}/questions`: mails somebody of the directory, whose answer comes back as a note. */
export async function postQuestion(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { expertId, text, remindAfter } = bodyOf(request, NewQuestion);
  const { desk, nonce } = services;
  const { value: directory } = await getSettings(desk.table, directorySettings);
  const expert = directory.people.find(({ id }) => id === expertId);
  if (!expert) throw new Reject(422, 'There is nobody with this expertId in the directory.');
  const now = desk.clock();
  const remindAt =
    remindAfter === undefined
      ? undefined
      : new Date(Date.parse(now) + durationSeconds(remindAfter) * 1000).toISOString();
  const id = await writeOnce(request, services, agent, async () => {
    const conversation = await conversationOf(request, services);
    refuseOtherTeams(agent, conversation);
    const cause = causeOf(desk, request.traceId, { policies: [], calendars: {} });
    // Two of them are as long as a link's proof should be.
    const token = `${nonce()}${nonce()}`;
    const asking = { expert, text, agent: { id: agent.id, name: agent.name }, remindAt, token };
    const { question, ...change } = askExpert(conversation, asking, cause);
    const link = { token, conversationId: conversation.id, expiresAt: question.expiresAt };
    await putAnswerLink(desk.table, link);
    return { change, result: question.id };
  });
  const { questions = [] } = await conversationOf(request, services);
  const question = questions.find((asked) => asked.id === id);
  if (!question) throw new Error('A question was committed and is not there.');
  return json(201, { question: questionView(question) });
}
