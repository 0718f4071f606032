import * as z from 'zod/mini';
import type { Message } from '../domain/message.ts';
import { draftTask, summaryTask, translationTask, type WritingTask } from '../domain/writing-task.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { agentOf } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';
import { listSuggestions } from './suggestions.ts';

const READ = 30;

/** `POST /api/conversations/{id}/draft`: an answer to adapt; the best suggestion where the model cannot write. */
export async function postDraft(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const { conversation, messages } = await materialFor(request, services);
  const written = await services.writingAid?.(draftTask(conversation, messages));
  if (written && 'text' in written) return json(200, { text: written.text, by: 'model' });
  const { body = '{}' } = await listSuggestions({ ...request, query: {} }, services);
  const [best] = Suggestions.parse(JSON.parse(body)).items;
  if (best) return json(200, { text: best.text, by: 'suggestion', unavailable: written?.unavailable });
  throw unavailable(written?.unavailable);
}

const Suggestions = z.object({ items: z.array(z.object({ text: z.string() })) });

/** `POST /api/conversations/{id}/summary`: what happened so far; the first and latest words where the model cannot write. */
export async function postSummary(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const { messages } = await materialFor(request, services);
  const written = await services.writingAid?.(summaryTask(messages));
  if (written && 'text' in written) return json(200, { text: written.text, by: 'model' });
  return json(200, { text: outlineOf(messages), by: 'outline', unavailable: written?.unavailable });
}

const ToTranslate = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(5000)),
  /** Name or tag of a language. */
  to: z.string().check(z.regex(/^[\p{L} ()-]{2,40}$/u, { error: 'is not the name of a language' })),
});

/** `POST /api/conversations/{id}/translation`: a text in another language, both ways. Without the model there is none. */
export async function postTranslation(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { text, to } = bodyOf(request, ToTranslate);
  await materialFor(request, services);
  const task: WritingTask = translationTask(text, to);
  const written = await services.writingAid?.(task);
  if (written && 'text' in written) return json(200, { text: written.text, by: 'model' });
  throw unavailable(written?.unavailable);
}

/** @throws Reject 404 where nobody switched it on, or for an unknown conversation */
async function materialFor(request: HttpRequest, services: ApiServices) {
  agentOf(request);
  if (!services.writingAid) {
    throw new Reject(
      404,
      'Drafts, summaries and translations are switched off. An admin can deploy Hark with the context value triage=bedrock.',
      { feature: 'bedrock' },
    );
  }
  const conversation = await conversationOf(request, services);
  const messages = await latestMessages(services.desk.table, conversation.id, READ);
  return { conversation, messages };
}

/** What a colleague would skim: how it began, and what was said last by either side. */
function outlineOf(messages: readonly Message[]): string {
  const said = messages.filter(({ deletedAt, text }) => deletedAt === undefined && text.trim() !== '');
  const first = said.find(({ direction }) => direction === 'inbound');
  const theirs = said.findLast(({ direction }) => direction === 'inbound');
  const ours = said.findLast(({ direction }) => direction === 'outbound');
  const line = (who: string, message: Message | undefined) =>
    message ? [`${who}: ${message.text.replace(/\s+/gu, ' ').slice(0, 200)}`] : [];
  return [
    ...line('Began with', first),
    ...line('Our latest answer', ours),
    ...(theirs === first ? [] : line('Their latest message', theirs)),
  ].join('\n');
}

function unavailable(why: 'ceiling' | 'failed' | undefined): Reject {
  return why === 'ceiling'
    ? new Reject(
        429,
        'The tokens that the model may take today are used up. They start anew at midnight UTC.',
      )
    : new Reject(503, 'The model did not answer in time. Go on without it, or try again.');
}
